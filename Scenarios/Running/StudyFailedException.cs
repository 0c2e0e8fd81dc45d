namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Cases of a study did not finish; the message lists them, a line each.</summary>
public sealed class StudyFailedException(IReadOnlyList<CaseFailure> failures)
    : Exception(string.Join('\n', failures.Select(failure => $"{failure.Id}: {failure.Message}")))
{
    /// <summary>What did not finish, and why.</summary>
    public IReadOnlyList<CaseFailure> Failures { get; } = failures;
}

using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Something is wrong with the input; the message lists all of it, a line each.</summary>
public sealed class ScenarioException(Problems problems) : Exception(problems.ToString())
{
    /// <summary>Everything that is wrong.</summary>
    public Problems Problems { get; } = problems;
}

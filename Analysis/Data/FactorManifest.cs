namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A factor that is swept.</summary>
/// <param name="Name">The factor, as in <see cref="DesignPoint"/>.</param>
/// <param name="Values">Its values in the order of the file.</param>
public sealed record FactorManifest(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Whether it says what is needed (a value of the job), rather than how it is done (a parameter of the architectures).</summary>
    public bool IsOfJob { get; init; }
}

namespace M2mVsIoTSim.Probes;

/// <summary>Time that messages spent in a stage of their way.</summary>
/// <param name="Edge">Number of the edge of the architecture to which it belongs.</param>
/// <param name="Name">Name of the stage.</param>
/// <param name="Nanoseconds">Sum over the messages that arrived [ns], exact.</param>
/// <param name="Messages">Number of these messages [1].</param>
public readonly record struct StageTime(int Edge, string Name, Int128 Nanoseconds, long Messages)
{
    /// <summary>Mean time of a message in this stage [s].</summary>
    public double Mean => (double)Nanoseconds / Messages / 1e9;
}

namespace M2mVsIoTSim.Network;

/// <summary>Moves frames from port to port, late or never: a cable, a radio band, a cell, the Internet.</summary>
/// <param name="name">Name in tables and figures; the technology's name in the scenario.</param>
public abstract class Medium(string name)
{
    /// <summary>Name in tables and figures.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Takes a frame that is on a leg of this medium. Ends with exactly one of <see cref="Frame.CompleteLeg"/> or
    /// <see cref="Frame.Lose"/>, at once or later.
    /// </summary>
    public abstract void Send(in Frame frame);
}

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What a device did for a while.</summary>
/// <param name="Name">The message, or what it waited for.</param>
/// <param name="Begin">From when on.</param>
/// <param name="Length">How long.</param>
/// <param name="Direction">Which way the message went.</param>
/// <param name="Bytes">MAC payload of the message, all its blocks [B]; 0 while it waits.</param>
/// <param name="State">The state of its radio.</param>
public sealed record ExchangeStep(string Name, SimTime Begin, Duration Length, AirDirection Direction, int Bytes, string State)
{
    /// <summary>When it was over.</summary>
    public SimTime End => Begin + Length;
}

/// <summary>Which way a message goes.</summary>
public enum AirDirection
{
    /// <summary>None: the device waits.</summary>
    None,

    /// <summary>From the device.</summary>
    Up,

    /// <summary>To the device.</summary>
    Down,
}

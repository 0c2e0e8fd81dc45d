using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>How a device that moves changes its cell.</summary>
public sealed record RoamingSettings
{
    /// <summary>By how much another cell has to be better [dB].</summary>
    public double Hysteresis { get; init; }

    /// <summary>Whether a connection is handed over to a better cell; otherwise it stays until its cell is out of reach.</summary>
    public bool HandsOver { get; init; } = true;

    /// <summary>Connected: from one look at the other cells to the next, above 0.</summary>
    public Duration Check { get; init; } = new(480_000_000);

    /// <summary>Connected: for how long a change of cell interrupts the connection.</summary>
    public Duration Interruption { get; init; }

    /// <summary>Whether a device tells the core network when it connects in another cell than last: a tracking area is a cell.</summary>
    public bool Updates { get; init; }
}

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A load that commands switch on for a while, such as the light of a lamp; it is fed from mains and counted apart from what talking takes.</summary>
public sealed record LoadSpec
{
    /// <summary>Power while it is on.</summary>
    [Unit("W", Minimum = 0)]
    public required double Power { get; init; }

    /// <summary>Share of it that is drawn otherwise.</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    public double Idle { get; init; }

    /// <summary>The relation whose messages switch it on.</summary>
    public required string On { get; init; }

    /// <summary>How long a message keeps it on, from its arrival.</summary>
    [Unit("s", Minimum = 1e-3)]
    public required Duration Holds { get; init; }
}

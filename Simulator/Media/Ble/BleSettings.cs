using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Ble;

/// <summary>How the connections of a <see cref="BleNetwork"/> work.</summary>
public sealed record BleSettings
{
    /// <summary>connInterval.</summary>
    public Duration Interval { get; init; } = 100.Milliseconds;

    /// <summary>connPeripheralLatency: events that an idle peripheral may miss in a row [1].</summary>
    public int Latency { get; init; }

    /// <summary>connSupervisionTimeout.</summary>
    public Duration Supervision { get; init; } = 4.Seconds;

    /// <summary>Time that a central has for one event of one connection.</summary>
    public Duration EventLength { get; init; } = 5.Milliseconds;

    /// <summary>Physical layer of all packets.</summary>
    public BlePhy Phy { get; init; }

    /// <summary>Longest payload of a PDU [B].</summary>
    public int Payload { get; init; } = BleData.LongPayload;

    /// <summary>Whether links are encrypted.</summary>
    public bool Encrypted { get; init; } = true;

    /// <summary>Share of packets lost on a good channel [1].</summary>
    public double Loss { get; init; }

    /// <summary>Channels that somebody else disturbs [1].</summary>
    public int BadChannels { get; init; }

    /// <summary>Share of packets lost on those [1].</summary>
    public double BadLoss { get; init; }

    /// <summary>Packets that wait at each end of a connection, at most [1].</summary>
    public int Queue { get; init; } = 16;

    /// <summary>advInterval of a peripheral that has lost its connection.</summary>
    public Duration AdvertisingInterval { get; init; } = 100.Milliseconds;

    /// <summary>Energy of waking up for an event, as a current over <see cref="WakeUpTime"/>.</summary>
    public Duration WakeUpTime { get; init; } = 1.5.Milliseconds;

    /// <summary>What a peripheral draws; the first state is that of an idle connection in the mean.</summary>
    public PowerProfile? Profile { get; init; }
}

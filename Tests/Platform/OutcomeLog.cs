using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

/// <summary>Every outcome in order.</summary>
internal sealed class OutcomeLog : Probe
{
    public List<(int Serial, Duration Latency)> Arrived { get; } = [];

    public List<(int Serial, DropReason Reason)> Lost { get; } = [];

    public override void Delivered(in Message message, int consumer, SimTime now) => Arrived.Add((message.Serial, now - message.Created));

    public override void Dropped(in Message message, DropReason reason, SimTime now) => Lost.Add((message.Serial, reason));
}

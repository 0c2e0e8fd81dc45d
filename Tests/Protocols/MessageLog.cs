using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>What became of messages, and the packets that were sent.</summary>
internal sealed class MessageLog : Probe
{
    public List<int> Produced { get; } = [];

    public List<(int Serial, SimTime At)> Arrived { get; } = [];

    public List<Message> ArrivedMessages { get; } = [];

    public List<(int Serial, DropReason Reason, SimTime At)> Gone { get; } = [];

    public List<int> Duplicates { get; } = [];

    public List<CapturedPacket> Packets { get; } = [];

    public int[] Up => [.. Packets.Where(packet => packet.IsUp).Select(packet => packet.Octets.Length)];

    public int[] Down => [.. Packets.Where(packet => !packet.IsUp).Select(packet => packet.Octets.Length)];

    /// <summary>Whether every message is once among those that arrived and those that are gone.</summary>
    public bool IsConserved =>
        Produced.Order().SequenceEqual(Arrived.Select(entry => entry.Serial).Concat(Gone.Select(entry => entry.Serial)).Order());

    public override void Sent(in Message message, SimTime now) => Produced.Add(message.Serial);

    public override void Delivered(in Message message, int consumer, SimTime now)
    {
        Arrived.Add((message.Serial, now));
        ArrivedMessages.Add(message);
    }

    public override void Duplicate(in Message message, SimTime now) => Duplicates.Add(message.Serial);

    public override void Dropped(in Message message, DropReason reason, SimTime now) => Gone.Add((message.Serial, reason, now));
}

using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Everything that was produced, arrived and was lost.</summary>
internal sealed class ChainLog : Probe
{
    private readonly List<Message> _produced = [];
    private readonly List<(Message Message, SimTime At)> _arrived = [];
    private readonly List<(Message Message, DropReason Reason)> _lost = [];

    public IEnumerable<Message> Produced(string relation) => _produced.Where(message => message.Branch.Relation.Name == relation);

    public IEnumerable<(Message Message, SimTime At)> Arrived(string relation) =>
        _arrived.Where(one => one.Message.Branch.Relation.Name == relation);

    public IEnumerable<(Message Message, DropReason Reason)> Lost(string relation) =>
        _lost.Where(one => one.Message.Branch.Relation.Name == relation);

    public override void Sent(in Message message, SimTime now) => _produced.Add(message);

    public override void Delivered(in Message message, int consumer, SimTime now) => _arrived.Add((message, now));

    public override void Dropped(in Message message, DropReason reason, SimTime now) => _lost.Add((message, reason));
}

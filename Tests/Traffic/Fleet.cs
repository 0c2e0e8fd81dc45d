using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Traffic;

/// <summary>Nodes that produce for a consumer that sits with them, and what they produced.</summary>
internal sealed class Fleet
{
    public Fleet(int members, ulong seed = 1, int firstNumber = 0, string relation = "reading")
    {
        Simulation = new Simulation(seed);
        Log = new SentLog();
        var observers = new Observers();
        observers.Add(Log);
        Members = [.. Enumerable.Range(firstNumber, members).Select(number => new Node(Simulation, Entity.Of("meter", number), observers))];
        Root = new Branch(new Relation(0, relation, ["consumer"], new Content(1, 16), null), -1, null, []);
        Root.Seat(0);
    }

    public Simulation Simulation { get; }

    public IReadOnlyList<Node> Members { get; }

    public Branch Root { get; }

    public SentLog Log { get; }

    internal sealed class SentLog : Probe
    {
        public List<(Entity Source, int Serial, int Target, SimTime Time)> Messages { get; } = [];

        public List<DropReason> Lost { get; } = [];

        public override void Sent(in Message message, SimTime now) =>
            Messages.Add((message.Source, message.Serial, message.Target, message.Created));

        public override void Dropped(in Message message, DropReason reason, SimTime now) => Lost.Add(reason);
    }
}

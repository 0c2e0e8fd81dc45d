using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What stands in the middle, the technology and the size of the fleet change nobody else's arrivals and places.</summary>
public sealed class LuckTests
{
    private static readonly Cell DirectCellular = Cell(ScenarioText.Metering, "direct", "lte-cat1");

    [TestCase("direct", "lorawan-eu868")]
    [TestCase("mediated", "lte-cat1")]
    [TestCase("mediated", "lorawan-eu868")]
    public void Arrivals_are_the_same_for_every_architecture_and_technology(string architecture, string access) =>
        Assert.That(Arrivals(Cell(ScenarioText.Metering, architecture, access)), Is.EqualTo(Arrivals(DirectCellular)));

    [TestCase("direct", "lorawan-eu868")]
    [TestCase("mediated", "lte-cat1")]
    [TestCase("mediated", "lorawan-eu868")]
    public void Places_are_the_same_for_every_architecture_and_technology(string architecture, string access) =>
        Assert.That(Places(Cell(ScenarioText.Metering, architecture, access)), Is.EqualTo(Places(DirectCellular)));

    [Test]
    public void More_meters_leave_the_arrivals_of_the_first_as_they_are() =>
        Assert.That(
            Arrivals(Cell(With("count: 6", "count: 9"), "direct", "lte-cat1")).Where(a => a.Source.Number < 6),
            Is.EqualTo(Arrivals(DirectCellular))
        );

    [Test]
    public void More_meters_leave_the_places_of_the_first_as_they_are() =>
        Assert.That(Places(Cell(With("count: 6", "count: 9"), "direct", "lte-cat1")).Take(6), Is.EqualTo(Places(DirectCellular)));

    [Test]
    public void Another_party_leaves_arrivals_as_they_are() =>
        Assert.That(
            Arrivals(Cell(WithPumps, "direct", "lte-cat1")).Where(a => a.Source == Entity.Of("meter", a.Source.Number)),
            Is.EqualTo(Arrivals(DirectCellular))
        );

    [Test]
    public void Another_party_leaves_places_as_they_are() =>
        Assert.That(Places(Cell(WithPumps, "direct", "lte-cat1")), Is.EqualTo(Places(DirectCellular)));

    [Test]
    public void Another_replication_has_other_arrivals() =>
        Assert.That(Arrivals(DirectCellular, replication: 1), Is.Not.EqualTo(Arrivals(DirectCellular)));

    private static string WithPumps =>
        With("      utility: {", "      pump: { count: 4 }\n      utility: {")
            .Replace(
                "    relations:\n",
                "    relations:\n      state: { from: pump, to: utility, every: 1 min }\n",
                StringComparison.Ordinal
            )
            .Replace(
                "    hops:\n",
                "    hops:\n      - { from: pump, to: utility, over: [fibre, internet], speaks: udp }\n",
                StringComparison.Ordinal
            );

    private static string With(string old, string changed) => ScenarioText.Metering.Replace(old, changed, StringComparison.Ordinal);

    private static Cell Cell(string text, string architecture, string access) =>
        ScenarioText.Load(text).Cells.Single(cell => cell.Architecture == architecture && cell.Point["access"] == access);

    private static IReadOnlyList<(Position Position, bool Indoor)> Places(Cell cell)
    {
        var network = Build(cell, 0);
        return [.. network.Nodes[cell.Plan.Tier("meter").Index].Select(node => (node.Position, node.Indoor))];
    }

    private static IReadOnlyList<Arrival> Arrivals(Cell cell, int replication = 0)
    {
        var network = Build(cell, replication);
        var log = new ArrivalLog();
        network.Observers.Add(log);
        network.Open();
        network.Simulation.RunUntil(cell.Times.Over);
        return log.InOrder;
    }

    private static BuiltNetwork Build(Cell cell, int replication) =>
        NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 7, replication, cell.Times);

    private sealed record Arrival(string Relation, Entity Source, int Serial, SimTime Created);

    private sealed class ArrivalLog : Probe
    {
        private readonly List<Arrival> _arrivals = [];

        public IReadOnlyList<Arrival> InOrder => [.. _arrivals.OrderBy(a => a.Relation).ThenBy(a => a.Source.Number).ThenBy(a => a.Serial)];

        public override void Sent(in Message message, SimTime now) =>
            _arrivals.Add(new Arrival(message.Branch.Relation.Name, message.Source, message.Serial, message.Created));
    }
}

using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>Members that talk to each other, in pairs and all to all.</summary>
public sealed class PeerTests
{
    private const string Peers = """
        study: { seed: 2, replications: 1, duration: 10 s }
        jobs:
          peers:
            source: a test
            parties:
              switch: { count: 3 }
              lamp: { count: 3 }
              plc: { count: 4 }
            relations:
              press: { from: switch, to: lamp, carries: 1 x 8 bit, every: 1 s, pairing: one-to-one }
              state: { from: plc, to: plc, carries: 8 x 16 bit, every: 1 s }
              ask: { from: plc, to: plc, carries: 1 x 8 bit, every: 500 ms, pairing: any }
        architectures:
          direct:
            hops:
              - { from: switch, to: lamp, over: ethernet, speaks: udp }
              - { from: plc, to: plc, over: ethernet, speaks: push }
          brokered:
            hops:
              - { from: switch, to: broker, over: ethernet, speaks: mqtt }
              - { from: broker, to: [lamp, plc], over: ethernet, speaks: mqtt }
        comparisons:
          peers:
            question: Who talks to whom?
            job: peers
            cross: { architecture: [direct, brokered] }
        """;

    private static readonly string[] Architectures = ["direct", "brokered"];

    [TestCaseSource(nameof(Architectures))]
    public void Every_member_tells_all_others(string architecture)
    {
        var log = Run(architecture);

        Assert.That(log.Arrived("state").Count(), Is.EqualTo(3 * log.Produced("state").Count()).And.GreaterThan(100));
    }

    [TestCaseSource(nameof(Architectures))]
    public void Nobody_asks_itself(string architecture) =>
        Assert.That(
            Run(architecture).Produced("ask").Select(ask => ask.Target - ask.Source.Number),
            Has.None.EqualTo(0).And.Count.GreaterThan(70)
        );

    [TestCaseSource(nameof(Architectures))]
    public void Nothing_is_lost(string architecture) =>
        Assert.That(new[] { "press", "state", "ask" }.Sum(relation => Run(architecture).Lost(relation).Count()), Is.Zero);

    [Test]
    public void Pairs_have_a_session_each() => Assert.That(Cell("direct").Plan.Edges[0].Sessions, Is.EqualTo(3));

    [Test]
    public void Four_peers_have_six_sessions() => Assert.That(Cell("direct").Plan.Edges[1].Sessions, Is.EqualTo(6));

    private static ChainLog Run(string architecture) => Chains.Run(Cell(architecture));

    private static Cell Cell(string architecture) => ScenarioText.Load(Peers).Cells.Single(cell => cell.Architecture == architecture);
}

using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What becomes of messages when the middle fails depends on who keeps what.</summary>
public sealed class FailureTests
{
    private const string Outage = """
        study: { seed: 4, replications: 1, warm-up: 5 min, duration: 1 h }
        jobs:
          readings:
            source: a test
            parties:
              meter: { count: 10 }
              utility: { kind: application }
            relations:
              reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 1 min }
        architectures:
          datagrams:
            tiers: { server: { fails: { at: 20 min, lasts: 10 min } } }
            hops:
              - { from: meter, to: server, over: ethernet, speaks: udp }
              - { from: server, to: utility, over: ethernet, speaks: udp }
          pushed:
            tiers: { head-end: { fails: { at: 20 min, lasts: 10 min } } }
            hops:
              - { from: meter, to: head-end, over: ethernet, speaks: { push: { buffer: 100, attempts: 100, reconnect-maximum: 60 s } } }
              - { from: head-end, to: utility, over: ethernet, speaks: push }
          brokered:
            tiers: { broker: { fails: { at: 20 min, lasts: 10 min } } }
            hops:
              - { from: meter, to: broker, over: ethernet, speaks: { mqtt: { buffer: 100, attempts: 100, reconnect-maximum: 60 s } } }
              - { from: broker, to: utility, over: ethernet, speaks: mqtt }
        comparisons:
          outage:
            question: What is lost?
            job: readings
            cross: { architecture: [datagrams, pushed, brokered] }
        """;

    [Test]
    public void Datagrams_to_a_node_that_is_down_are_lost()
    {
        var lost = Run("datagrams").Lost("reading").ToList();

        // Ten meters, one message a minute, ten minutes.
        Assert.That(lost, Has.Count.EqualTo(100));
        Assert.That(lost.Select(one => one.Reason), Is.All.EqualTo(DropReason.NodeDown));
    }

    [TestCase("pushed")]
    [TestCase("brokered")]
    public void What_devices_keep_until_they_can_connect_again_arrives(string architecture)
    {
        var log = Run(architecture);

        Assert.That(log.Arrived("reading").Count(), Is.GreaterThanOrEqualTo(log.Produced("reading").Count() - 10));
        Assert.That(log.Arrived("reading").Max(one => (one.At - one.Message.Created).TotalSeconds), Is.GreaterThan(500));
    }

    private static ChainLog Run(string architecture) =>
        Chains.Run(ScenarioText.Load(Outage).Cells.Single(cell => cell.Architecture == architecture));
}

using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>What one failure cuts off, by hand.</summary>
public sealed class BlastRadiusTests
{
    private const string TwoJobs = """
        study: { replications: 1, duration: 1 min }
        jobs:
          quiet:
            source: a test
            parties: { lamp: { count: 4 }, control: { kind: application } }
            relations: { status: { from: lamp, to: control, carries: 2 x 16 bit, every: 10 s } }
          loud:
            source: a test
            parties: { camera: { count: 6 }, archive: { kind: application } }
            relations: { image: { from: camera, to: archive, carries: 2 x 16 bit, every: 5 s } }
        architectures:
          shared:
            hops: &hops
              - { from: lamp, to: broker, over: internet, speaks: udp }
              - { from: camera, to: broker, over: internet, speaks: udp }
              - { from: broker, to: [control, archive], over: internet, speaks: udp }
          apart: { networks: silos, hops: *hops }
          buses:
            tiers: { concentrator: { per: { camera: 2 } } }
            hops:
              - { from: lamp, to: broker, over: internet, speaks: udp }
              - { from: camera, to: concentrator, over: wm-bus }
              - { from: concentrator, to: broker, over: internet, speaks: udp }
              - { from: broker, to: [control, archive], over: internet, speaks: udp }
        comparisons:
          radius: { question: "?", job: [quiet, loud], cross: { architecture: [shared, apart, buses] } }
        """;

    [Test]
    public void The_broker_that_all_share_cuts_off_all() => Assert.That(Of("shared"), Is.EqualTo(new BlastRadius(1, 1)));

    // Four lamps each 10 s are 0.4 messages a second, six cameras each 5 s are 1.2.
    [Test]
    public void A_broker_of_a_silo_cuts_off_its_job()
    {
        var radius = Of("apart");

        Assert.That((radius.Worst, radius.Mean), Is.EqualTo((0.75, 0.5)).Within(1e-12));
    }

    // Three concentrators with a receiver each, of two cameras and so a quarter of all arrivals, and the broker: (1 + 6 · 0.25) / 7.
    [Test]
    public void A_concentrator_cuts_off_its_own_devices()
    {
        var radius = Of("buses");

        Assert.That((radius.Worst, radius.Mean), Is.EqualTo((1.0, 2.5 / 7)).Within(1e-12));
    }

    private static BlastRadius Of(string architecture)
    {
        var cell = ScenarioText.Load(TwoJobs).Cells.Single(cell => cell.Architecture == architecture);
        return BlastRadius.Of(cell.Plan, NetworkBuilder.Build(cell.Plan, Library.Shipped, null, 1, 0, cell.Times).Equipment);
    }
}

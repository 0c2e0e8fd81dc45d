using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Every message has exactly one outcome for every consumer, whatever happens on the way.</summary>
public sealed class ConservationTests
{
    private const ulong Seeds = 3;

    /// <summary>Small fleets for two hours, without warm-up so that every message counts.</summary>
    internal static readonly RunRequest Small = new()
    {
        Settings =
        [
            ("study.warm-up", "0 s"),
            ("study.duration", "2 h"),
            ("jobs.water-metering.relations.alarm.rate", "1 / h"),
            // Fleets that claims ask about.
            ("comparisons.metering-mediation.cross.meter.count", "[100]"),
            ("comparisons.metering-middle.cross.meter.count", "[100]"),
            ("comparisons.metering-packages.cross.meter.count", "[100]"),
            ("comparisons.metering-packages-lorawan.cross.meter.count", "[100]"),
            ("comparisons.metering-consumers.cross.consumer.count", "[1, 8]"),
            ("jobs.shared-readings.parties.meter.count", "8"),
            ("comparisons.metering-concentration.cross.meter.count", "[20]"),
            ("comparisons.industrial-control-mediation.warm-up", "0 s"),
            ("comparisons.industrial-control-mediation.duration", "1 min"),
            ("comparisons.industrial-control-place.warm-up", "0 s"),
            ("comparisons.industrial-control-place.duration", "1 min"),
            ("comparisons.industrial-control-packages.warm-up", "0 s"),
            ("comparisons.industrial-control-packages.duration", "1 min"),
            ("comparisons.connection-density.warm-up", "0 s"),
            ("comparisons.connection-density.duration", "1 min"),
            ("comparisons.five-g-uplift-control.warm-up", "0 s"),
            ("comparisons.five-g-uplift-control.duration", "2 s"),
            ("comparisons.five-g-uplift-healthcare.warm-up", "0 s"),
            ("comparisons.five-g-uplift-healthcare.duration", "30 s"),
            ("jobs.wearable-vitals.parties.device.count", "10"),
            ("comparisons.five-g-uplift-city.warm-up", "0 s"),
            ("comparisons.five-g-uplift-city.duration", "5 min"),
            ("jobs.city-sensing.parties.device.count", "20"),
            ("comparisons.five-g-uplift-inspection.warm-up", "0 s"),
            ("comparisons.five-g-uplift-inspection.duration", "3 s"),
            ("jobs.inspection.parties.device.count", "3"),
            ("comparisons.connection-density.cross.device.count", "[300]"),
            ("comparisons.healthcare-alarm.duration", "12 h"),
            ("comparisons.lpwan-shootout.cross.meter.count", "[100]"),
            ("comparisons.shared-or-silos.cross.lamp.count", "[20]"),
            ("jobs.parking.parties.bay.count", "20"),
            ("comparisons.smart-home-frame.warm-up", "0 s"),
            ("comparisons.smart-home-frame.duration", "10 min"),
            ("jobs.smart-home.relations.press.rate", "50 / day"),
            ("comparisons.smart-home-packages.warm-up", "0 s"),
            ("comparisons.smart-home-packages.duration", "20 min"),
            ("comparisons.smart-city-frame.warm-up", "0 s"),
            ("comparisons.smart-city-frame.duration", "30 min"),
            ("comparisons.smart-city-packages.warm-up", "0 s"),
            ("comparisons.smart-city-packages.duration", "30 min"),
            ("comparisons.environmental-frame.warm-up", "0 s"),
            ("comparisons.environmental-frame.duration", "30 min"),
            ("comparisons.environmental-packages.warm-up", "0 s"),
            ("comparisons.environmental-packages.duration", "30 min"),
            ("comparisons.consumer-frame.warm-up", "0 s"),
            ("comparisons.consumer-frame.duration", "20 min"),
            ("comparisons.consumer-packages.warm-up", "0 s"),
            ("comparisons.consumer-packages.duration", "20 min"),
            ("comparisons.lpwan-or-cellular.duration", "30 min"),
            ("comparisons.smart-home-frame.cross.distance", "[89 ms]"),
            ("comparisons.smart-city-frame.cross.distance", "[89 ms]"),
            ("comparisons.environmental-frame.cross.distance", "[89 ms]"),
            ("comparisons.consumer-frame.cross.distance", "[89 ms]"),
            ("comparisons.lpwan-or-cellular.cross.meter.count", "[10]"),
            ("jobs.smart-city.parties.bay.count", "20"),
            ("jobs.smart-city.parties.lamp.count", "10"),
            ("jobs.smart-city.relations.switching.rate", "4 / h"),
            ("jobs.environmental-monitoring.parties.soil.count", "10"),
            ("comparisons.industrial-frame.warm-up", "0 s"),
            ("comparisons.industrial-frame.duration", "5 s"),
            ("comparisons.industrial-packages.warm-up", "0 s"),
            ("comparisons.industrial-packages.duration", "5 s"),
            ("jobs.industrial-automation.parties.condition-sensor.count", "20"),
            ("comparisons.telemetry-frame.warm-up", "0 s"),
            ("comparisons.telemetry-frame.duration", "10 min"),
            ("comparisons.telemetry-packages.warm-up", "0 s"),
            ("comparisons.telemetry-packages.duration", "10 min"),
            ("jobs.telemetry.parties.vehicle.count", "5"),
            ("jobs.telemetry.parties.trailer.count", "5"),
            ("jobs.telemetry.parties.station.count", "5"),
            ("comparisons.smart-metering-frame.warm-up", "0 s"),
            ("comparisons.smart-metering-frame.duration", "1 h"),
            ("comparisons.smart-metering-frame.cross.electricity-meter.count", "[16]"),
            ("comparisons.smart-metering-packages.warm-up", "0 s"),
            ("comparisons.smart-metering-packages.duration", "1 h"),
            ("jobs.smart-metering.parties.electricity-meter.count", "32"),
            ("jobs.smart-metering.parties.water-meter.count", "32"),
            ("jobs.smart-metering.parties.gas-meter.count", "32"),
            ("comparisons.healthcare-frame.warm-up", "0 s"),
            ("comparisons.healthcare-frame.duration", "1 min"),
            ("comparisons.healthcare-packages.warm-up", "0 s"),
            ("comparisons.healthcare-packages.duration", "1 min"),
            ("jobs.healthcare-monitoring.parties.patient.count", "8"),
            ("jobs.healthcare-monitoring.relations.alarm.rate", "24 / day"),
            ("comparisons.adaptive-lighting.duration", "2 h"),
            ("comparisons.detection-frame.warm-up", "0 s"),
            ("comparisons.detection-frame.duration", "2 h"),
            ("comparisons.detection-place.warm-up", "0 s"),
            ("comparisons.detection-place.duration", "2 h"),
            ("comparisons.detection-place.cross.alarm.detect.algorithm", "[threshold, cusum, learned]"),
            ("jobs.pump-monitoring.parties.pump.measures.faults.spread.rate", "24 / d"),
        ],
    };

    /// <summary>Losses of every kind: noise, full queues, short buffers, outages, collisions, batteries that run out.</summary>
    private const string Trouble = """
        study: { seed: 3, duration: 3 h }
        jobs:
          trouble:
            source: a test
            area: { radius: 6 km }
            parties:
              meter: { count: 30, device: coin-cell-sensor, indoor: 100 % }
              first: { kind: application, count: 2 }
              second: { kind: application }
            relations:
              burst: { from: meter, to: [first, second], carries: 3 x 8 bit, when: event, rate: 60 / h, require: { within: 1 min } }
              storm: { from: meter, to: second, carries: 4 x 8 bit, when: storm, window: 10 s }
        architectures:
          datagrams:
            hops:
              - { from: meter, to: server, over: [lte-cat1, { internet: { loss: 30 %, mean-burst: 3, availability: 95 %, mean-outage: 5 min } }], speaks: udp }
              - { from: server, to: [first, second], over: { internet: { loss: 10 % } }, speaks: udp }
          streams:
            hops:
              - { from: meter, to: head-end, over: [gprs, { internet: { loss: 30 %, availability: 90 %, mean-outage: 20 min } }], speaks: { push: { buffer: 2, retries: 2 } } }
              - { from: head-end, to: [first, second], over: { internet: { loss: 20 % } }, speaks: push }
          queue:
            hops:
              - { from: meter, to: broker, over: [{ dsl: { loss: 5 %, queue: 1538 B } }, internet], speaks: { mqtt: { qos: 0, connection: per-message } } }
              - { from: broker, to: [first, second], over: { internet: { loss: 20 %, availability: 95 %, mean-outage: 10 min } }, speaks: { mqtt: { qos: 1 } } }
          radio:
            hops:
              - { from: meter, to: broker, over: [{ lorawan-eu868: { gateways: 1 } }, internet], speaks: mqtt }
              - { from: broker, to: [first, second], over: internet, speaks: { mqtt: { qos: 0 } } }
        comparisons:
          trouble:
            question: Where does it all go?
            job: trouble
            cross: { architecture: [datagrams, streams, queue, radio] }
        """;

    private static IEnumerable<TestCaseData> Cells() =>
        Study
            .Load(Repository.Shipped, Small)
            .Cells.Concat(Repository.Names("CanSay").Select(ReadCanSay).Where(study => study.Notes.Count == 0).SelectMany(s => s.Cells))
            .Concat(ScenarioText.Load(Trouble).Cells)
            .Select(cell => new TestCaseData(cell).SetArgDisplayNames(cell.Id));

    [TestCaseSource(nameof(Cells))]
    public void What_was_sent_arrived_was_lost_or_is_unfinished(Cell cell) =>
        Assert.That(SeedNumbers.SelectMany(seed => Imbalances(cell, seed)), Is.Empty);

    [Test]
    public void Trouble_loses_messages_for_many_reasons() =>
        Assert.That(ScenarioText.Load(Trouble).Cells.SelectMany(Reasons).Distinct().Count(), Is.GreaterThanOrEqualTo(5));

    private static IEnumerable<ulong> SeedNumbers => Enumerable.Range(1, (int)Seeds).Select(seed => (ulong)seed);

    private static Study ReadCanSay(string name) => Study.Load(Repository.PathOf("CanSay", $"{name}.yaml"));

    private static IEnumerable<string> Imbalances(Cell cell, ulong seed)
    {
        var run = new Account(cell, seed);
        var due = 0L;
        foreach (var relation in run.Deliveries.Relations)
        {
            for (var consumer = 0; consumer < relation.Consumers.Count; consumer++)
            {
                var outcome = run.Deliveries.Of(relation, consumer);
                var lost = Enum.GetValues<DropReason>().Sum(reason => run.Drops.Count(relation, consumer, reason));
                due += outcome.Sent;
                if (outcome.Sent != outcome.Delivered + lost)
                {
                    yield return $"seed {seed}, {relation.Name}: {outcome.Sent} sent, {outcome.Delivered} delivered, {lost} lost";
                }
            }
        }

        // Where devices send only what they detect, nothing may come of a short run.
        var mayBeSilent = cell.Plan.Job.Relations.Values.All(relation => relation.When is Occasion.Detection || relation.After is not null);
        if ((due == 0 && !mayBeSilent) || due != run.Conservation.Due)
        {
            yield return $"seed {seed}: {due} due here, {run.Conservation.Due} there";
        }
    }

    private static IEnumerable<DropReason> Reasons(Cell cell)
    {
        var run = new Account(cell, seed: 1);
        return Enum.GetValues<DropReason>()
            .Where(reason =>
                run.Deliveries.Relations.Any(relation =>
                    Enumerable.Range(0, relation.Consumers.Count).Any(consumer => run.Drops.Count(relation, consumer, reason) > 0)
                )
            );
    }

    /// <summary>A run with the probes of a case, and the one that throws at a second outcome.</summary>
    private sealed class Account
    {
        public Account(Cell cell, ulong seed)
        {
            var sites = cell.Plan.Job.Area.Sites is null ? null : ReadCanSay("own-sites-and-prices").Sites.For(cell.Plan.Job);
            var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, sites, seed, 0, cell.Times);
            Deliveries = new DeliveryProbe([.. network.Trees.Select(tree => tree.Relation)], cell.Times.Begin, cell.Times.Over);
            Drops = new DropProbe(Deliveries);
            foreach (var probe in new Probe[] { Deliveries, Drops, Conservation })
            {
                network.Observers.Add(probe);
            }

            network.Open();
            network.Simulation.RunUntil(cell.Times.Over);
        }

        public DeliveryProbe Deliveries { get; }

        public DropProbe Drops { get; }

        public ConservationProbe Conservation { get; } = new();
    }
}

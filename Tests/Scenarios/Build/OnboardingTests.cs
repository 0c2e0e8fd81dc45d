using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;

namespace M2mVsIoTSim.Tests.Scenarios.Build;

/// <summary>Steps, credentials and interventions of small graphs, counted by hand.</summary>
public sealed class OnboardingTests
{
    private const string Graphs = """
        study: { replications: 1, duration: 10 min, warm-up: 0 s }
        jobs:
          job:
            source: a test
            area: { shape: disc, radius: 100 m }
            parties:
              meter: { count: 5, device: electricity-meter, churn: { replaced: 0.5 / year } }
              app: { kind: application, count: 2 }
            relations: { reading: { from: meter, to: app, carries: 2 x 16 bit, every: 1 min } }
        architectures:
          direct:
            hops: [{ from: meter, to: app, over: [lte-cat1, operator-core, internet], speaks: push }]
          head-end:
            hops:
              - { from: meter, to: head-end, over: [lte-cat1, operator-core, internet], speaks: push }
              - { from: head-end, to: app, over: internet, speaks: push }
          brokered:
            hops:
              - { from: meter, to: broker, over: [lte-cat1, operator-core, internet], speaks: mqtt }
              - { from: broker, to: app, over: internet, speaks: mqtt }
          certified:
            hops:
              - { from: meter, to: broker, over: [lte-cat1, apn-vpn], speaks: { mqtt: { security: tls-1.3, client-certificate: true } } }
              - { from: broker, to: app, over: internet, speaks: { mqtt: { security: tls-1.3 } } }
          keyed:
            hops: [{ from: meter, to: app, over: [lte-cat1, operator-core, internet], speaks: { coap: { security: dtls-1.2, authentication: psk } } }]
          lorawan:
            hops:
              - { from: meter, to: broker, over: [lorawan-eu868, internet], speaks: mqtt }
              - { from: broker, to: app, over: internet, speaks: mqtt }
          bus:
            tiers: { collector: { is: concentrator, per: { meter: 3 }, fails: { every: 99 d, lasts: 1 d } } }
            hops:
              - { from: meter, to: collector, over: rs485-modbus }
              - { from: collector, to: app, over: [lte-cat1, operator-core, internet], speaks: push }
        comparisons:
          all: { question: "?", job: job, cross: { architecture: [direct, head-end, brokered, certified, keyed, lorawan, bus] } }
        """;

    // Two steps for the SIM. Each meter connects to both applications: an address and an entry each.
    [TestCase("direct", 2 + 2 + 2)]
    [TestCase("head-end", 2 + 1 + 1)]
    [TestCase("brokered", 2 + 1 + 1)]
    // The SIM is let into the private access point, and the meter gets a certificate.
    [TestCase("certified", 3 + 1 + 1 + 1)]
    // The key is written once and entered at both applications.
    [TestCase("keyed", 2 + 2 + 2 + 1 + 2)]
    // Keys at the device and at the network server, from where one session goes on for all.
    [TestCase("lorawan", 2)]
    [TestCase("bus", 2)]
    public void Adding_a_device_takes(string architecture, int steps) =>
        Assert.That(Onboarding.OfDevice(Plan(architecture), Plan(architecture).Tier("meter")).Sum(task => task.Count), Is.EqualTo(steps));

    // Every meter gets the new address; the application takes over their list.
    [TestCase("direct", 5 + 1)]
    // The head-end gets an address and a rule, the application an entry.
    [TestCase("head-end", 1 + 1 + 1)]
    // The application gets an address and subscribes, the broker gets an entry.
    [TestCase("brokered", 1 + 1 + 1)]
    // Both collectors get the address of the new application, and a rule.
    [TestCase("bus", 2 + 1 + 2)]
    // As direct, and a key for each meter, which the application takes over at once.
    [TestCase("keyed", 5 + 1 + 5 + 1)]
    public void Adding_a_consumer_takes(string architecture, int steps) =>
        Assert.That(Onboarding.OfConsumer(Plan(architecture), Plan(architecture).Tier("app")).Sum(task => task.Count), Is.EqualTo(steps));

    [Test]
    public void A_consumer_more_costs_each_producer_a_step_only_where_nothing_decouples()
    {
        double Steps(string architecture, int meters) =>
            Onboarding.OfConsumer(Plan(architecture, meters), Plan(architecture, meters).Tier("app")).Sum(task => task.Count);

        Assert.That((Steps("direct", 50) - Steps("direct", 5), Steps("brokered", 50) - Steps("brokered", 5)), Is.EqualTo((45.0, 0.0)));
    }

    [TestCase("direct", CredentialKind.SimProfile, 5)]
    [TestCase("direct", CredentialKind.Certificate, 0)]
    // One of the broker, which both hops meet, and one of each meter.
    [TestCase("certified", CredentialKind.Certificate, 1 + 5)]
    [TestCase("certified", CredentialKind.Key, 1)]
    // One for each of ten pairs.
    [TestCase("keyed", CredentialKind.Key, 10)]
    [TestCase("lorawan", CredentialKind.Key, 5)]
    [TestCase("bus", CredentialKind.SimProfile, 2)]
    public void Credentials_are(string architecture, CredentialKind kind, int number) =>
        Assert.That(Onboarding.Credentials(Plan(architecture)).Where(one => one.Kind == kind).Sum(one => one.Count), Is.EqualTo(number));

    [TestCase("direct", "replacement", 0.5)]
    // A replacement is entered anew at both applications; its subscription stays.
    [TestCase("direct", "re-provisioning", 0.5 * 2)]
    [TestCase("brokered", "re-provisioning", 0.5 * 1)]
    // The polling cycle knows the place, not the device.
    [TestCase("bus", "re-provisioning", 0)]
    [TestCase("bus", "equipment-recovery", 2 * 365.25 / 100 / 5)]
    [TestCase("direct", "equipment-recovery", 0)]
    public void Interventions_are(string architecture, string part, double perYear) =>
        Assert.That(
            Interventions.Of(Plan(architecture), Library.Shipped, NoBatteries).Single(one => one.Part == part).PerYear,
            Is.EqualTo(perYear).Within(1e-9)
        );

    [Test]
    public void A_battery_is_changed_once_in_its_life()
    {
        var plan = Plan("direct");
        var lives = new Dictionary<TierPlan, IReadOnlyList<(double, double)>> { [plan.Tier("meter")] = [(4, 5)] };

        // Of exponential lives of two years, exp(−2) reach the four years of the battery.
        var cycle = (1 - Math.Exp(-2)) / 0.5;
        Assert.That(
            Interventions.Of(plan, Library.Shipped, lives).Single(one => one.Part == "battery").PerYear,
            Is.EqualTo(Math.Exp(-2) / cycle).Within(1e-12)
        );
        Assert.That(Interventions.Changes(4, 0), Is.EqualTo(0.25));
    }

    [Test]
    public void Of_one_party_only_its_own_batteries_and_replacements_count()
    {
        var plan = Plan("bus");
        var meter = plan.Tier("meter");
        var lives = new Dictionary<TierPlan, IReadOnlyList<(double, double)>> { [meter] = [(4, 5)] };
        var all = Interventions.Of(plan, Library.Shipped, lives).Where(one => one.Part != "equipment-recovery");

        Assert.That(Interventions.Of(plan, Library.Shipped, lives, meter), Is.EqualTo(all));
    }

    [Test]
    public void A_wearable_is_recharged_and_nobody_is_sent()
    {
        var plan = ScenarioText
            .Load(Graphs.Replace("device: electricity-meter", "device: wearable", StringComparison.Ordinal))
            .Cells.First(cell => cell.Architecture == "direct")
            .Plan;
        var lives = new Dictionary<TierPlan, IReadOnlyList<(double, double)>> { [plan.Tier("meter")] = [(0.1, 5)] };
        var parts = Interventions.Of(plan, Library.Shipped, lives).ToDictionary(one => one.Part, one => one.PerYear);
        var usage = new CostUsage(new Dictionary<Equipment, double>(), lives);

        // Replaced at random every second year: exp(−0.05) of them reach the end of a charge, in (1 − exp(−0.05)) / 0.5 years on average.
        Assert.That(parts["recharge"], Is.EqualTo(Math.Exp(-0.05) * 0.5 / (1 - Math.Exp(-0.05))).Within(1e-9));
        Assert.That(parts["battery"], Is.Zero);
        Assert.That(Takeoff.Of(plan, [], usage, Library.Shipped).Select(one => one.Price), Has.None.EqualTo(Takeoff.SiteVisit));
    }

    [Test]
    public void A_run_tells_them()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(Graphs));

        double Value(string architecture, string metric, string about = "") =>
            results
                .Rows<M2mVsIoTSim.Analysis.Data.RunRow>()
                .Single(row => (row.Architecture, row.Metric, row.Relation) == (architecture, metric, about))
                .Value;

        Assert.That(Value("keyed", "credentials"), Is.EqualTo(5 + 10));
        Assert.That(Value("direct", "steps-to-add-consumer", "app"), Is.EqualTo(6));
        Assert.That(Value("brokered", "human-interventions"), Is.EqualTo(1).Within(1e-9));
        var steps = results
            .Rows<M2mVsIoTSim.Analysis.Data.SetupRow>()
            .Where(row => row is { Architecture: "direct", For: "add-consumer" })
            .ToArray();
        Assert.That(steps.Sum(row => row.Count), Is.EqualTo(6));
        Assert.That(steps.Select(row => row.Why), Has.All.Not.Empty);
    }

    private static readonly Dictionary<TierPlan, IReadOnlyList<(double, double)>> NoBatteries = [];

    private static Plan Plan(string architecture, int meters = 5) =>
        ScenarioText
            .Load(Graphs.Replace("meter: { count: 5,", $"meter: {{ count: {meters},", StringComparison.Ordinal))
            .Cells.Single(cell => cell.Architecture == architecture)
            .Plan;
}

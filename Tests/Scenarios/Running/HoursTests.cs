using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Units;
using MathNet.Numerics.Distributions;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Relations whose rate follows the day, and bursts, from the file to the messages.</summary>
public sealed class HoursTests
{
    private const int Meters = 200;
    private const int PerDay = 24;

    [TestCase("waking")]
    [TestCase("7-22")]
    [TestCase("[22-6]")]
    [TestCase("[0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2.5, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]")]
    public void The_stated_rate_is_the_mean_of_a_day(string hours)
    {
        const int Expected = Meters * PerDay;

        // Four standard deviations of a Poisson number.
        Assert.That(Sent(Study(hours), "direct").Count, Is.EqualTo(Expected).Within(4 * Math.Sqrt(Expected)));
    }

    [TestCase("0 h", 0)]
    [TestCase("16 h", 16)]
    public void Messages_fall_into_the_hours_by_their_weights(string begins, int first)
    {
        double[] weights = [0, 1, 2, 3, 4, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4, 4, 4, 4, 1, 1, 1, 0];
        var counts = new double[24];
        foreach (var time in Sent(Study($"[{string.Join(", ", weights)}]", begins), "direct"))
        {
            counts[(first + (int)(time.TotalSeconds / 3600)) % 24]++;
        }

        var chiSquare = Enumerable
            .Range(0, 24)
            .Where(hour => weights[hour] > 0)
            .Sum(hour =>
            {
                var expected = Meters * PerDay * weights[hour] / weights.Sum();
                return (counts[hour] - expected) * (counts[hour] - expected) / expected;
            });

        // The counts of 22 hours are independent Poisson numbers; one of ten thousand seeds would exceed the limit.
        Assert.That((counts[0], counts[23], chiSquare < ChiSquared.InvCDF(22, 1 - 1e-4)), Is.EqualTo((0.0, 0.0, true)));
    }

    [Test]
    public void Arrivals_are_the_same_past_a_broker() =>
        Assert.That(Sent(Study("waking"), "mediated"), Is.EqualTo(Sent(Study("waking"), "direct")));

    [Test]
    public void A_profile_of_alike_hours_changes_nothing_but_rounding() =>
        Assert.That(
            Sent(Study("even"), "direct").Select(time => time.TotalSeconds),
            Is.EqualTo(Sent(Study(null), "direct").Select(time => time.TotalSeconds)).Within(1e-6)
        );

    // 6 of the 15 hours from 7 to 22, so 1.6 times the rate in all of them.
    [Test]
    public void A_part_of_a_day_is_warned_of_with_the_rate_that_it_sees() =>
        Assert.That(
            Cautions(Study("7-22", "9 h", ("study.warm-up", "1 h"), ("study.duration", "6 h"))),
            Has.One.Contains("a measurement of 6 h from 10:00 on").And.Contains("its mean rate there is 38.4 / d, not 24 / d")
        );

    [Test]
    public void A_part_of_a_day_in_which_nothing_happens_is_warned_of() =>
        Assert.That(Cautions(Study("7-22", "0 h", ("study.duration", "6 h"))), Has.One.Contains("nothing of it happens in that time"));

    [TestCase("0 s")]
    [TestCase("3 h")]
    public void Whole_days_are_not_warned_of(string warmUp) =>
        Assert.That(Cautions(Study("waking", "0 h", ("study.warm-up", warmUp), ("study.duration", "2 d"))), Is.Empty);

    [Test]
    public void A_quick_look_is_warned_of_at_the_length_that_it_has() =>
        Assert.That(
            Comparability.Cautions(Read("waking", "0 h", new RunRequest { Quick = true }).Cells),
            Has.One.Contains("a measurement of 2.4 h from 00:00 on")
        );

    [Test]
    public void Hours_with_the_mean_rate_are_not_warned_of() =>
        Assert.That(Cautions(Study("waking", "9 h", ("study.duration", "8 h"))), Is.Empty);

    // The library's profile has 2.5 times the mean in its busiest hour.
    [Test]
    public void Capacity_is_planned_for_the_busiest_hour_and_the_bill_for_the_mean()
    {
        var job = Study("waking").Cells[0].Plan.Job;
        var spec = job.Relations["alarm"];

        Assert.That(
            (Generators.BusiestRate(job, spec) * 86_400, Generators.MeanRate(job, spec) * 86_400),
            Is.EqualTo((60.0, 24.0)).Within(1e-9)
        );
    }

    // A cell serves whoever sends in the busiest hour; data are paid for by the year.
    [Test]
    public void The_octets_that_are_billed_are_those_of_the_mean()
    {
        static double Billed(string? hours) =>
            NetworkBuilder
                .Build(
                    Over("lte-cat1, operator-core", hours).Plan,
                    Library.Shipped,
                    null,
                    7,
                    0,
                    Over("lte-cat1, operator-core", hours).Times
                )
                .Equipment.Sum(one => one.OctetsPerSecond);

        Assert.That(Billed("waking"), Is.EqualTo(Billed(null)).Within(1e-9).Percent.And.GreaterThan(0));
    }

    // Four and a half messages an hour stay below the 140 a day of the contract and the 6.8 an hour of the duty cycle; 2.5 times as many do not stay below the latter.
    [TestCase("even", true)]
    [TestCase("waking", false)]
    public void What_holds_for_an_hour_is_held_against_the_busiest(string hours, bool isFeasible) =>
        Assert.That(
            Over(
                "sigfox-rc1",
                hours,
                ("jobs.metering.relations.alarm.rate", "108 / d"),
                ("jobs.metering.relations.alarm.carries", "12 x 8 bit")
            ).IsFeasible,
            Is.EqualTo(isFeasible)
        );

    [Test]
    public void Messages_of_a_burst_are_planned_for()
    {
        var job = Study(null, "0 h", ("jobs.metering.relations.alarm.burst", "{ messages: 20, every: 1 s }")).Cells[0].Plan.Job;

        Assert.That(Generators.MeanRate(job, job.Relations["alarm"]) * 86_400, Is.EqualTo(480).Within(1e-9));
    }

    [TestCase("[5-7, 13-15]")]
    [TestCase("waking")]
    [TestCase("[0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2.5, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0]")]
    public void What_is_written_is_read_again(string hours)
    {
        var text = Study(hours, "6 h", ("jobs.metering.relations.alarm.burst", "{ messages: 20, every: 1 s }")).Text;

        Assert.That(ScenarioText.Load(text).Text, Is.EqualTo(text));
    }

    private static IReadOnlyList<string> Cautions(Study study) => Comparability.Cautions(study.Cells);

    private static Cell Over(string access, string? hours, params (string, string)[] settings) =>
        Study(
            hours,
            "0 h",
            [
                .. settings,
                ("architectures.direct.hops", $"[{{ from: meter, to: utility, over: [{access}, internet], speaks: udp }}]"),
                ("jobs.metering.area", "{ radius: 500 m }"),
            ]
        ).Cells[0];

    private static Study Study(string? hours, string begins = "0 h", params (string, string)[] settings) =>
        Read(hours, begins, new RunRequest { Settings = settings });

    private static Study Read(string? hours, string begins, RunRequest request) =>
        ScenarioText.Load(
            $$"""
            study: { seed: 7, duration: 24 h }
            jobs:
              metering:
                source: a test
                begins: {{begins}}
                parties: { meter: { count: {{Meters}} }, utility: { kind: application } }
                relations:
                  alarm: { from: meter, to: utility, when: event, rate: {{PerDay}} / d{{(hours is null ? "" : $", hours: {hours}")}} }
            architectures:
              direct: { hops: [{ from: meter, to: utility, over: internet, speaks: udp }] }
              mediated:
                hops:
                  - { from: meter, to: broker, over: internet, speaks: udp }
                  - { from: broker, to: utility, over: internet, speaks: udp }
            comparisons:
              c: { question: "?", job: metering, cross: { architecture: [direct, mediated] } }
            """,
            request
        );

    private static List<SimTime> Sent(Study study, string architecture)
    {
        var cell = study.Cells.First(cell => cell.Architecture == architecture);
        var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, null, study.Scenario.Study.Seed, 0, cell.Times);
        var log = new Log();
        network.Observers.Add(log);
        network.Open();
        network.Simulation.RunUntil(cell.Times.Over);
        return log.Times;
    }

    private sealed class Log : Probe
    {
        public List<SimTime> Times { get; } = [];

        public override void Sent(in Message message, SimTime now) => Times.Add(message.Created);
    }
}

using M2mVsIoTSim.Tests.Scenarios;

namespace M2mVsIoTSim.Tests.Detection;

/// <summary>Devices, edge and platform look for the same faults at the same rate of false alarms.</summary>
public sealed class DetectionTests
{
    private const int Replications = 8;

    [TestCase("at: pump")]
    [TestCase("at: collector, reports: 2 min")]
    [TestCase("at: platform, reports: 10 min")]
    public void False_alarms_come_as_often_as_allowed(string place)
    {
        // 24 a day over 2 days and all replications; pauses and the half for all devices are in the limits.
        var expected = 24.0 * 2 * Replications;

        Assert.That(Mean(place, "rate: 0 / d", "false-alarms") * 2 * Replications, Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)));
    }

    [TestCase("at: pump")]
    [TestCase("at: collector, reports: 2 min")]
    [TestCase("at: platform, reports: 10 min")]
    public void A_faulty_device_does_not_make_sound_ones_raise_more(string place)
    {
        // Half may be about single devices, each without fault and pause 0.9 of its time, and half about all, which are so 0.3 of theirs: counts, and with them variances, are scaled up. The
        // pause is longer than a report, which may have something of a fault that is over.
        var expected = 24.0 * 2 * Replications;

        Assert.That(
            Mean(place, "rate: 1 / d, size: 10", "false-alarms", "30 min") * 2 * Replications,
            Is.LessThan(expected + 4 * Math.Sqrt(expected / 2 / 0.9 + expected / 2 / 0.3))
        );
    }

    [TestCase("at: pump")]
    [TestCase("at: collector, reports: 2 min")]
    [TestCase("at: platform, reports: 10 min")]
    public void A_large_fault_is_found_everywhere_within_an_interval_or_two(string place)
    {
        var delay = Mean(place, "rate: 1 / d, size: 30", "detection-delay-mean");

        Assert.Multiple(() =>
        {
            Assert.That(Mean(place, "rate: 1 / d, size: 30", "detections"), Is.EqualTo(1));
            Assert.That(delay, Is.InRange(20, place.Contains("10 min", StringComparison.Ordinal) ? 900 : 200));
        });
    }

    [Test]
    public void Who_sees_several_devices_finds_sooner_what_strikes_many_of_them_a_little()
    {
        // With so many false alarms as are allowed here everything is found by everybody in the end.
        const string Spread = "kind: spread, share: 50 %, rate: 2 / d, size: 0.4";

        Assert.That(
            Mean("at: collector, reports: 1 min", Spread, "detection-delay-mean"),
            Is.LessThan(Mean("at: pump", Spread, "detection-delay-mean"))
        );
    }

    [Test]
    public void The_same_faults_happen_whoever_looks() =>
        Assert.That(
            new[] { "at: pump", "at: collector, reports: 2 min", "at: platform, reports: 10 min" }
                .Select(place => string.Join(' ', Values(place, "rate: 3 / d", "faults")))
                .Distinct()
                .Count(),
            Is.EqualTo(1)
        );

    [Test]
    public void Who_looks_at_the_device_sends_alarms_only() =>
        Assert.That(
            Values("at: pump", "rate: 1 / d", "offered-load").Sum() * 10,
            Is.LessThan(Values("at: platform, reports: 10 min", "rate: 1 / d", "offered-load").Sum())
        );

    private static double Mean(string place, string fault, string metric, string pause = "5 min") =>
        Values(place, fault, metric, pause).Average();

    private static IReadOnlyList<double> Values(string place, string fault, string metric, string pause = "5 min") =>
        [
            .. ScenarioText
                .Load(DetectionText.Of(place, "cusum", fault, pause, Replications))
                .Run(jobs: 1)
                .Cell("only", "")
                .Cases.SelectMany(one => one.Runs)
                .Where(row => row.Metric == metric && row.Relation.StartsWith("alarm", StringComparison.Ordinal))
                .Select(row => row.Value),
        ];
}

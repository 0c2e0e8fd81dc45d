using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Which way a result must go when one thing changes, whatever its size: no model may turn it round.</summary>
public sealed class DirectionTests
{
    // A polled bus has a longer cycle, one server and one cell of two resource blocks have longer queues.
    [TestCase("rs485-modbus", "{ is: { concentrator: { servers: 1 } } }", 4, 24)]
    [TestCase("ethernet", "{ is: { concentrator: { servers: 1, service: 20 ms } } }", 4, 24)]
    [TestCase("{ lte-cat1: { sites: 1, sectors: 1, carriers: 1, resource-blocks: 2 } }", "{ is: { concentrator: { servers: 1 } } }", 4, 96)]
    public void More_load_does_not_make_it_faster(string access, string middle, int few, int many)
    {
        var speaks = access == "rs485-modbus" ? "" : ", speaks: udp";
        var result = ScenarioText
            .Load(
                $$"""
                study: { seed: 3, replications: 4, warm-up: 5 s, duration: 1 min }
                jobs:
                  job:
                    source: a test
                    area: { radius: 100 m }
                    parties: { meter: { count: {{few}} }, user: { kind: application } }
                    relations: { reading: { from: meter, to: user, carries: 4 x 16 bit, every: 1 s } }
                architectures:
                  one:
                    tiers: { middle: {{middle}} }
                    hops:
                      - { from: meter, to: middle, over: {{access}}{{speaks}} }
                      - { from: middle, to: user, over: ethernet, speaks: udp }
                comparisons: { load: { question: "?", job: job, cross: { architecture: [one], meter.count: [{{few}}, {{many}}] } } }
                """
            )
            .Run();

        NotBelow(result, $"meter.count={many}", $"meter.count={few}", "latency-mean");
    }

    [TestCase("lorawan-eu868", "gateways", 1, 6)]
    [TestCase("sigfox-rc1", "stations", 1, 4)]
    [TestCase("nb-fi", "stations", 1, 4)]
    public void More_gateways_do_not_lose_more(string access, string number, int few, int many)
    {
        var result = ScenarioText
            .Load(
                $$"""
                study: { seed: 3, replications: 4, warm-up: 0 s, duration: 2 h }
                jobs:
                  job:
                    source: a test
                    area: { radius: 8 km }
                    parties: { meter: { count: 40, indoor: 100 % }, user: { kind: application } }
                    relations: { reading: { from: meter, to: user, carries: 5 x 12 bit, every: 30 min } }
                architectures:
                  one:
                    parameters: [number]
                    hops: [{ from: meter, to: user, over: [{ {{access}}: { {{number}}: $number } }, internet], speaks: udp }]
                comparisons: { stations: { question: "?", job: job, cross: { architecture: [one], number: [{{few}}, {{many}}] } } }
                """
            )
            .Run();

        NotBelow(result, $"number={many}", $"number={few}", "delivery");
        // With losses to begin with, or the test would say nothing.
        Assert.That(result.Cell("one", $"number={few}").Estimate("delivery", "reading").Mean, Is.LessThan(0.95));
    }

    [TestCase("lorawan-eu868")]
    [TestCase("nb-iot")]
    [TestCase("{ lte-m: { power-saving: psm } }")]
    public void A_larger_battery_does_not_live_shorter(string access)
    {
        var result = ScenarioText
            .Load(
                $$"""
                study: { seed: 3, replications: 1, warm-up: 0 s, duration: 2 h }
                jobs:
                  job:
                    source: a test
                    area: { radius: 200 m }
                    parties: { meter: { count: 3, device: water-meter }, user: { kind: application } }
                    relations: { reading: { from: meter, to: user, carries: 4 x 16 bit, every: 15 min } }
                architectures:
                  one:
                    hops: [{ from: meter, to: user, over: [{{access}}, internet], speaks: udp }]
                comparisons: { battery: { question: "?", job: job, cross: { architecture: [one] } } }
                """
            )
            .Run();
        var life = result.Cell("one", "").Estimate("battery-life", "meter").Mean;
        var battery = M2mVsIoTSim.Scenarios.Build.Library.Shipped.BatteryOf("water-meter")!;
        const double SecondsPerYear = 365.25 * 86400;

        // The mean current that gives this life, found by bisection; then the same current from larger cells of the same kind.
        var (low, high) = (1e-9, 1.0);
        for (var i = 0; i < 200; i++)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = BatteryLife.Expected(battery, middle) / SecondsPerYear > life ? (middle, high) : (low, middle);
        }

        double[] lives = [.. new[] { 1.0, 1.5, 2, 10 }.Select(size => Life(battery, size, low))];
        Assert.That(lives[0] / SecondsPerYear, Is.EqualTo(life).Within(1e-6));
        Assert.That(lives, Is.Ordered);
    }

    private static double Life(Battery battery, double size, double current) =>
        BatteryLife.Expected(battery.UsableCoulombs * size * battery.RateShare(current), current, battery.SelfDischargePerSecond);

    /// <summary>Not below, beyond what chance explains: the paired difference lies no more than its half-width below zero.</summary>
    private static void NotBelow(StudyResult result, string upper, string lower, string metric)
    {
        double[] differences =
        [
            .. result
                .Cell("one", upper)
                .Values(metric, "reading")
                .Join(
                    result.Cell("one", lower).Values(metric, "reading"),
                    x => x.Replication,
                    y => y.Replication,
                    (x, y) => x.Value - y.Value
                ),
        ];
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(one => (one - mean) * (one - mean)) / (differences.Length - 1));

        // Student's t for 3 degrees of freedom, one-sided 99.9 %: 10.2.
        Assert.That(differences, Has.Length.EqualTo(4));
        Assert.That(mean, Is.GreaterThanOrEqualTo(-10.2 * deviation / 2 - 1e-12));
    }
}

using System.Globalization;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Stations on one bus against ns-3.</summary>
internal static class Ns3BusSuite
{
    private const int Runs = 20;

    /// <summary>Beyond it, queues grow for as long as the run lasts, and delays say how long that was.</summary>
    private const double Capacity = 1;

    public static ValidationSuite Create() =>
        new(
            "ns3-bus",
            "Stations on one bus (CSMA) in ns-3",
            "ns-3 3.37 (Debian 12), CsmaChannel: three runs of each row (measured, run for this comparison).",
            "Stations that sense the bus and back off, written as processes of the kernel by the rules of that module (no collisions, nobody waits for the end of what it senses); 10 Mbit/s, frames of 1018 B, queues of 100 frames, 1 s of warm-up and 20 s, 20 runs of ours. No technology uses such a bus, our Ethernet is switched: the rows hold kernel, random numbers and queues against another simulator's.",
            [],
            [.. ReferenceData.Rows("ns3-csma.csv").GroupBy(row => (Stations: row.Whole("n"), Load: row.Number("load"))).SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(IGrouping<(int Stations, double Load), ReferenceData.Row> group)
    {
        var ((stations, load), theirs) = (group.Key, group.ToArray());
        var (frame, seconds) = (theirs[0].Whole("payload") + 18, theirs[0].Whole("seconds"));
        var runs = new Lazy<SensedBus[]>(() =>
            [.. Enumerable.Range(0, Runs).Select(run => new SensedBus(stations, load, frame, 10.MegabitsPerSecond, seconds, run))]
        );
        var name = string.Create(CultureInfo.InvariantCulture, $"{stations} stations, load {load}");
        yield return Row("throughput", "1", row => row.Number("throughput_frac"), run => run.Throughput);
        if (load < Capacity)
        {
            yield return Row("mean delay", "us", row => row.Number("mean_delay_us"), run => run.MeanDelay);
            yield return Row("95th percentile of delay", "us", row => row.Number("p95_us"), run => run.Quantile(0.95));
        }
        else
        {
            yield return Row(
                "dropped at a full queue",
                "1",
                row => row.Number("drop_queue") / row.Number("offered"),
                run => (double)run.Dropped / run.Offered
            );
        }

        ValidationRow Row(string what, string unit, Func<ReferenceData.Row, double> value, Func<SensedBus, double> ours) =>
            new(
                $"{name}: {what}",
                unit,
                theirs.Average(value),
                Criterion.MoreDraws(theirs.Length),
                () => Measurement.Of([.. runs.Value.Select(ours)])
            );
    }
}

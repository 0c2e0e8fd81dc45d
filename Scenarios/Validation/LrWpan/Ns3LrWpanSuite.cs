using System.Globalization;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LrWpan;

/// <summary>A star under load against ns-3.</summary>
internal static class Ns3LrWpanSuite
{
    /// <summary>Of the path loss of ns-3 at 1 m [dB].</summary>
    public const double ReferenceLoss = 46.6777;

    /// <summary>Of the path loss of ns-3 [1].</summary>
    public const double Exponent = 3;

    private const int Runs = 10;
    private const double Sensitivity = -106.58;
    private static readonly Duration WarmUp = 5.Seconds;

    public static ValidationSuite Create() =>
        new(
            "802154-ns3",
            "IEEE 802.15.4 star against ns-3",
            "ns-3 3.37, module lr-wpan, 2.4 GHz without beacons: 3 runs of each row (confirmed: run for this comparison).",
            "n devices on a circle of 10 m around a coordinator, 0 dBm, 46.68 + 30 lg d dB, all hear each other; payload 50 B, PSDU 61 B; Poisson arrivals with the given mean interval at each device and 30 places, or saturated: as soon as a frame is done there is another. 5 s of warm-up, then 200 s (60 s saturated), 10 runs of ours. Noise −111 dBm, busy from 10 dB above −106.58 dBm on, and looked at as by that module.",
            ["ieee-802154"],
            [.. ReferenceData.Rows("ns3-lrwpan.csv").GroupBy(Load).SelectMany(Rows)]
        );

    private static (int, double, bool, int) Load(ReferenceData.Row row) =>
        (row.Whole("n"), row.Number("interval_s"), row["ack"] == "1", row.Whole("seconds"));

    private static IEnumerable<ValidationRow> Rows(
        IGrouping<(int Devices, double Interval, bool Acknowledged, int Seconds), ReferenceData.Row> load
    )
    {
        var (devices, interval, acknowledged, seconds) = load.Key;
        var settings = new LrWpanSettings
        {
            Acknowledged = acknowledged,
            Assessment = ChannelAssessment.PeakPower,
            Noise = Decibels.ToLinear(ThermalNoise.Power(OQpsk.Bandwidth, 0)),
            BusyPower = Decibels.ToLinear(Sensitivity + 10),
        };
        var runs = new Lazy<StarBench[]>(() =>
            [
                .. Enumerable
                    .Range(1, Runs)
                    .Select(seed =>
                        new StarBench(devices, 50, interval == 0 ? null : interval, settings, (ulong)seed).Run(WarmUp, seconds.Seconds)
                    ),
            ]
        );
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{devices} {(devices == 1 ? "device" : "devices")}, {(interval == 0 ? "saturated" : $"every {interval} s")}{(acknowledged ? "" : ", unacknowledged")}"
        );
        // A lone device that is never done loses nothing but the frame under way at the end of the window.
        if (devices > 1 || interval > 0)
        {
            yield return Row($"{name}: delivery", "1", row => row.Number("pdr"), run => (double)run.Received / run.Offered);
        }

        yield return Row(
            $"{name}: transmissions per message",
            "1",
            row => row.Number("tx_frames") / row.Number("offered"),
            run => (double)run.Transmissions / run.Offered
        );
        if (acknowledged && devices > 2)
        {
            yield return Row(
                $"{name}: given up for a busy channel",
                "1",
                row => row.Number("access_fail") / row.Number("offered"),
                run => (double)run.AccessFailures / run.Offered
            );
        }

        if (interval == 0)
        {
            yield return Row(
                $"{name}: messages done with",
                "1/s",
                row => row.Number("offered") / seconds,
                run => (double)run.Offered / seconds
            );
        }
        else
        {
            yield return Row($"{name}: mean delay", "ms", row => row.Number("mean_delay_ms"), run => 1000 * run.MeanDelay);
        }

        ValidationRow Row(string what, string unit, Func<ReferenceData.Row, double> theirs, Func<StarBench, double> ours)
        {
            var reference = Measurement.Of([.. load.Select(theirs)]);
            return new(
                what,
                unit,
                reference.Mean,
                Criterion.SameMean(reference.Count, reference.Deviation),
                () => Measurement.Of([.. runs.Value.Select(ours)])
            );
        }
    }
}

using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio.Gsm;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Times of GPRS, rates of its coding schemes, and its random access as slotted ALOHA.</summary>
internal static class GprsSuite
{
    /// <summary>Where coverage is good [dB].</summary>
    private const double GoodCoverage = 120;

    /// <summary>An echo request of 32 B of content over IPv4 [B].</summary>
    private const int Ping = 60;

    /// <summary>A small report with its headers [B].</summary>
    private const int Report = 100;

    /// <summary>Net rates in one slot, from memory [kbit/s].</summary>
    private static readonly double[] NetRates = [8, 12, 14.4, 20];

    /// <summary>Slots of a TDMA frame [1].</summary>
    private const int Slots = 8;

    /// <summary>Access bursts a slot [1].</summary>
    private static readonly double[] Loads = [0.1, 0.5, 1.0];

    public static ValidationSuite Create() =>
        new(
            "gprs",
            "GPRS: times, rates, random access",
            "dan-leo/masters (uplink latency, confirmed); 3GPP TS 44.060, TS 24.008 and SIM800 as deployed, net rates of coding schemes (from memory); slotted ALOHA: a burst of load G a slot is alone with probability exp(-G).",
            "One device alone, at 120 dB of coupling loss, CS-2. The times of the network behind access, attachment and round trip are chosen within what is published, so that the rows of source '44060', 'sim800' and 'rtt', and the current within a burst (u-blox LEXI-R422 manual, confirmed), show that the parts sum to it and nothing more. Rates: 1799 B in one slot. Random access: 20 000 devices that send one burst each at a random time, detection included.",
            ["gprs"],
            [
                CellTimes.Row(
                    "gprs",
                    "uplink latency of an idle device",
                    () => new PingRun(new Gprs(new GprsOptions()), GoodCoverage, 2.Minutes, 500, Report).MeanUplink
                ),
                CellTimes.Row("gprs", "one-phase access", () => Lone(PowerSaving.Drx, timeline => timeline.BeginOf("request (Msg3)"))),
                CellTimes.Row(
                    "gprs",
                    "attachment and context activation",
                    () => Lone(PowerSaving.Off, timeline => timeline.EndOf("activate PDP context accept") - timeline.EndOf("modem start"))
                ),
                CellTimes.Row(
                    "gprs",
                    "from switching on until a report is sent",
                    () => Lone(PowerSaving.Off, timeline => timeline.EndOf("data, uplink"))
                ),
                CellTimes.Row(
                    "gprs",
                    "round trip in ready state",
                    () => new PingRun(new Gprs(new GprsOptions()), GoodCoverage, 1.Seconds, 2000, Ping).MedianRoundTrip
                ),
                new(
                    "current within a burst of one slot of eight",
                    "mA",
                    1600,
                    Criterion.WithinShare(0.01),
                    () => Measurement.Computed(BurstCurrent(new GprsOptions()))
                ),
                .. CodingScheme.All.Select(
                    (scheme, i) =>
                        new ValidationRow(
                            $"net rate with {scheme.Name}",
                            "kbit/s",
                            NetRates[i],
                            Criterion.WithinShare(0.01),
                            () => Measurement.Computed(NetRate(i + 1))
                        )
                ),
                .. Loads.SelectMany(Alone),
            ]
        );

    /// <summary>What the mean current of a device that sends leaves for its burst, its current between bursts taken off [mA].</summary>
    private static double BurstCurrent(GprsOptions options) =>
        1000 * (Slots * options.TransmitCurrent - (Slots - 1) * options.ConnectedCurrent);

    private static double Lone(PowerSaving powerSaving, Func<Media.Cells.ExchangeTimeline, double> read) =>
        read(new Gprs(new GprsOptions { PowerSaving = powerSaving }).Exchange(GoodCoverage, Report));

    /// <summary>Without interference, every coding scheme is to be had there [kbit/s].</summary>
    private static double NetRate(int greatest)
    {
        // With the mark of its end, a whole number of blocks of every scheme.
        const int Bytes = 1799;
        var options = new GprsOptions { GreatestCodingScheme = greatest, CarrierToInterference = 100 };
        var transfer = new Gprs(options).Air.Uplink(GoodCoverage, Bytes);
        return 8e-3 * Bytes / (transfer.Data * (long)transfer.Blocks).TotalSeconds;
    }

    private static IEnumerable<ValidationRow> Alone(double load)
    {
        const int Devices = 20_000;
        var level = new Gprs(new GprsOptions()).Air.Levels[0];
        var span = level.Period * (Devices / load);
        return Statistic<AccessRun>.Rows(
            Enumerable
                .Range(1, 10)
                .Select(seed => new AccessRun(
                    new AccessAir(level, attempts: 1),
                    Devices,
                    (ulong)seed,
                    (_, luck) => SimTime.Start + span * luck.Uniform()
                )),
            Criterion.InInterval(),
            [
                new(
                    $"access bursts that succeed, {load:0.0} a slot",
                    "1",
                    Math.Exp(-load) * level.DetectionAt(1),
                    run => (double)run.Counts.Successes / Devices
                ),
            ]
        );
    }
}

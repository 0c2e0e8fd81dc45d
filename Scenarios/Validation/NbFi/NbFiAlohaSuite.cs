using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.NbFi;

/// <summary>ALOHA in time and frequency with the frames, the carriers and the band of NB-Fi.</summary>
internal static class NbFiAlohaSuite
{
    private const int Replications = 30;
    private const int Devices = 20_000;
    private static readonly Purpose Arrivals = Purpose.Named("arrivals");
    private static readonly NbFiOptions Options = NbFiBench.Plain with { Mode = NbFiMode.Nrx, LeastRatio = 200 };

    public static ValidationSuite Create() =>
        new(
            "nbfi-aloha",
            "NB-Fi: ALOHA at each rate",
            "Derived: exp(−2 λ T P(meets)), averaged over the carriers that the band plan of waviot/NBFi_WA1470 makes equally likely; frames meet if their carriers are nearer than the bit rate and they overlap in time.",
            $"Unacknowledged messages of 8 octets of {Devices} devices in the usual band of 51.2 kHz at one station, Poisson; any overlap destroys. G: expected number of frames that a frame meets.",
            ["nb-fi"],
            [
                .. Enumerable
                    .Range(0, NbFiProtocol.Rates)
                    .SelectMany(rate => new[] { 0.25, 1 }.SelectMany(load => Rows((NbFiRate)rate, load))),
            ]
        );

    private static IEnumerable<ValidationRow> Rows(NbFiRate rate, double load)
    {
        double[] meets = [.. Meets(rate)];
        var messages = load / (2 * NbFiProtocol.Airtime(rate).TotalSeconds * meets.Average());
        var theory = meets.Average(chance => Math.Exp(-2 * messages * NbFiProtocol.Airtime(rate).TotalSeconds * chance));
        return Statistic<double>.Rows(
            Enumerable.Range(0, Replications).Select(i => Delivery(rate, messages, Frames(theory), i)),
            Criterion.InInterval(),
            [
                new Statistic<double>(
                    $"Delivery at {NbFiProtocol.BitRate(rate).BitsPerSecond:0} bit/s, G = {load}",
                    "1",
                    theory,
                    share => share
                ),
            ]
        );
    }

    /// <summary>Probability that another frame is near enough, by the carrier of a frame [1].</summary>
    private static IEnumerable<double> Meets(NbFiRate rate)
    {
        // 51.2 kHz less the rate and 1 kHz on both sides; 256 places above and as many below, in whole hertz.
        int[] bits = [50, 400, 3200, 25_600];
        var reach = Math.Max(0, (51_200 - 2 * bits[(int)rate] - 2000) / 2);
        int[] above = [.. Enumerable.Range(0, 256).Select(place => place * reach / 255)];
        int[] all = [.. above, .. above.Select(offset => -offset)];
        return all.Select(own => (double)all.Count(other => Math.Abs(own - other) < bits[(int)rate]) / all.Length);
    }

    /// <summary>Frames of a replication for an interval of ±1.5 %, as for ALOHA without slots.</summary>
    private static double Frames(double survival) => 2000 + 1500 * (1 - survival) / survival;

    private static double Delivery(NbFiRate rate, double messages, double frames, int replication)
    {
        var bench = new NbFiBench(Options with { UplinkRate = rate }, [.. Enumerable.Repeat(NbFiBench.At(500), Devices)], 8, replication);

        // Whatever counts meets others before and after it.
        var margin = 2 * NbFiProtocol.Airtime(rate).TotalSeconds;
        var end = margin + frames / messages;
        bench.Log.IsBrief = true;
        (bench.Log.From, bench.Log.To) = (SimTime.Start + margin.Seconds, SimTime.Start + end.Seconds);
        var random = bench.Simulation.Random.Stream(Entity.Of("population"), Arrivals);
        for (var at = random.Exponential(1 / messages); at < end + margin; at += random.Exponential(1 / messages))
        {
            bench.RunUntil(at);
            bench.Report((int)(random.Uniform() * Devices));
        }

        bench.Simulation.Run();
        return (double)bench.Log.DeliveryCount / bench.Log.Produced;
    }
}

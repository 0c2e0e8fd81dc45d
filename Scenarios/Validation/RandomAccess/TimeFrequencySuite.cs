using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>ALOHA in time and frequency.</summary>
internal static class TimeFrequencySuite
{
    private static readonly Frequency Band = new(192_000);

    public static ValidationSuite Create() =>
        new(
            "time-frequency-aloha",
            "ALOHA in time and frequency",
            "Goursaud and Mo, Random unslotted time-frequency ALOHA, ICT 2016: frames whose carriers are nearer than their bandwidth and that overlap in time collide. Derived: exp(−Σ λ_j (T_i + T_j) w_j/W), averaged over the carrier with the edges of the band, in double precision.",
            "Poisson frames with uniform carriers in 192 kHz on the `NarrowbandChannel`, one receiver; any overlap destroys. G: expected number of frames that meet a frame in the middle of the band.",
            [],
            [.. new[] { 0.1, 0.5, 1, 2 }.SelectMany(load => Alike(load, new Frequency(100))), .. Alike(1, new Frequency(6_000)), .. Mixed()]
        );

    private static IEnumerable<ValidationRow> Alike(double load, Frequency bandwidth)
    {
        var airtime = 2.08.Seconds;
        var rate = load / (2 * airtime.TotalSeconds * 2 * bandwidth.Hertz / Band.Hertz);
        var run = new TimeFrequencyRun(Band, new NarrowbandPopulation(rate, airtime, bandwidth));
        return Rows(run, Frames(run.Survival(0)) / rate, [$"Delivery at G = {load}, {bandwidth.Hertz:0} Hz"]);
    }

    private static IEnumerable<ValidationRow> Mixed()
    {
        var run = new TimeFrequencyRun(
            Band,
            new NarrowbandPopulation(30, 5.76.Seconds, new Frequency(50)),
            new NarrowbandPopulation(10, 0.09.Seconds, new Frequency(3_200))
        );
        return Rows(run, Frames(run.Survival(1)) / 10, ["Delivery among two waveforms, 50 Hz", "Delivery among two waveforms, 3200 Hz"]);
    }

    /// <summary>Frames of a replication for an interval of ±1.5 %, as for ALOHA without slots.</summary>
    private static double Frames(double survival) => 2000 + 1500 * (1 - survival) / survival;

    private static IEnumerable<ValidationRow> Rows(TimeFrequencyRun run, double seconds, string[] names) =>
        Statistic<double[]>.Rows(
            run.Run(seconds.Seconds),
            Criterion.InInterval(),
            [.. names.Select((name, code) => new Statistic<double[]>(name, "1", run.Survival(code), received => received[code]))]
        );
}

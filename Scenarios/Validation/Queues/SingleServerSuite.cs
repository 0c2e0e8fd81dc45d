namespace M2mVsIoTSim.Scenarios.Validation.Queues;

/// <summary>M/M/1, M/D/1, M/G/1.</summary>
internal static class SingleServerSuite
{
    public static ValidationSuite Create() =>
        new(
            "single-server",
            "Queues with one server",
            "L. Kleinrock, Queueing Systems, vol. 1, Wiley 1975, sections 3.2 and 5.7 (Pollaczek and Khinchin); the distribution of waits of M/D/1 is Erlang's. Derived: evaluated in double precision.",
            "Processes and a `Resource` of the kernel; times in units of the mean service unless a service says otherwise. 30 replications, each begun empty, a tenth of it dropped as warm-up.",
            [],
            [
                .. new Queue(0.5, luck => luck.Exponential(1)).Rows(40_000, Wait("M/M/1, load 0.5", 1)),
                .. new Queue(0.8, luck => luck.Exponential(1)).Rows(
                    300_000,
                    Wait("M/M/1, load 0.8", 4),
                    Stay("M/M/1, load 0.8", 5),
                    Number("M/M/1, load 0.8", 4),
                    new("M/M/1, load 0.8: share that waits longer than 4 s", "1", 0.8 * Math.Exp(-0.8), run => run.Above(4)),
                    new("M/M/1, load 0.8: 95th percentile of the stay", "s", -Math.Log(0.05) / 0.2, run => run.StayQuantile(0.95)),
                    new("M/M/1, load 0.8: 99th percentile of the stay", "s", -Math.Log(0.01) / 0.2, run => run.StayQuantile(0.99)),
                    new("M/M/1, load 0.8: 95th percentile of the wait", "s", Math.Log(0.8 / 0.05) / 0.2, run => run.WaitQuantile(0.95))
                ),
                .. new Queue(0.5, _ => 1).Rows(
                    30_000,
                    Wait("M/D/1, load 0.5", 0.5),
                    new("M/D/1, load 0.5: share that waits at most 1 s", "1", Crommelin(0.5, 1), run => run.UpTo(1))
                ),
                .. new Queue(0.8, _ => 1).Rows(
                    120_000,
                    Wait("M/D/1, load 0.8", 2),
                    Stay("M/D/1, load 0.8", 3),
                    Number("M/D/1, load 0.8", 2.4),
                    UpTo(0),
                    UpTo(0.5),
                    UpTo(1.5),
                    UpTo(3),
                    UpTo(5)
                ),
                .. new Queue(0.5, luck => luck.Exponential(luck.Uniform() < 0.9 ? 0.5 : 5)).Rows(
                    150_000,
                    Wait("M/G/1, hyperexponential (0.9 of mean 0.5 s, 0.1 of 5 s), 0.5/s", 0.5 * 5.45 / (2 * (1 - 0.475))),
                    Stay("M/G/1, hyperexponential (0.9 of mean 0.5 s, 0.1 of 5 s), 0.5/s", 0.95 + 0.5 * 5.45 / (2 * (1 - 0.475)))
                ),
                .. new Queue(0.7, luck => 0.5 + luck.Uniform()).Rows(
                    50_000,
                    Wait("M/G/1, uniform 0.5 to 1.5 s, 0.7/s", 0.7 * (1 + 1.0 / 12) / (2 * 0.3))
                ),
                .. new Queue(0.75, luck => luck.Exponential(0.5) + luck.Exponential(0.5)).Rows(
                    120_000,
                    Wait("M/G/1, Erlang of 2 stages, 0.75/s", 0.75 * 1.5 / (2 * 0.25))
                ),
            ]
        );

    /// <summary>P(wait ≤ t) of M/D/1 with service 1 s: Erlang 1909, Crommelin 1932.</summary>
    internal static double Crommelin(double load, double time)
    {
        var (sum, factorial) = (0.0, 1.0);
        for (var k = 0; k <= (int)time; k++)
        {
            factorial *= Math.Max(k, 1);
            sum += Math.Pow(-load * (time - k), k) / factorial * Math.Exp(load * (time - k));
        }

        return (1 - load) * sum;
    }

    internal static Statistic<Customers> Wait(string queue, double expected) =>
        new($"{queue}: mean wait", "s", expected, run => run.MeanWait);

    internal static Statistic<Customers> Stay(string queue, double expected) =>
        new($"{queue}: mean stay", "s", expected, run => run.MeanStay);

    internal static Statistic<Customers> Number(string queue, double expected) =>
        new($"{queue}: customers in the system", "1", expected, run => run.MeanNumber);

    private static Statistic<Customers> UpTo(double time) =>
        new($"M/D/1, load 0.8: share that waits at most {time} s", "1", Crommelin(0.8, time), run => run.UpTo(time));
}

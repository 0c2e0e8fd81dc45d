namespace M2mVsIoTSim.Benchmarks;

/// <summary>What came out of a benchmark.</summary>
/// <param name="Nanoseconds">Median CPU time per unit [ns].</param>
/// <param name="BytesPerUnit">Bytes allocated per unit [B].</param>
/// <param name="BaselineNanoseconds">Median CPU time per unit of the C++ program [ns].</param>
/// <param name="BytesPerDevice">Memory in use after the preparation [B].</param>
/// <param name="BaselineBytesPerDevice">That of the C++ program [B].</param>
/// <param name="Ratio">Median over pairs of samples, taken in turn, of ours to the baseline [1].</param>
internal sealed record Measurement(
    double Nanoseconds,
    double BytesPerUnit,
    double? BytesPerDevice,
    double? BaselineNanoseconds,
    double? BaselineBytesPerDevice,
    double? Ratio
)
{
    private const int Rounds = 9;

    /// <summary>Our samples and those of the baseline in turn, so that whatever else the machine does meets both.</summary>
    public static Measurement Of(Benchmark benchmark, string? baselinePath)
    {
        using var baseline =
            benchmark.Baseline is { } arguments && baselinePath is not null ? new BaselineProgram(baselinePath, arguments) : null;
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var workload = benchmark.Prepare();
        held = GC.GetTotalMemory(forceFullCollection: true) - held;
        WarmUp(workload, benchmark.Work);
        baseline?.Sample(benchmark.Work);
        var (ours, theirs) = (new double[Rounds], new double[Rounds]);
        var (bytes, done) = (0L, 0L);
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ours[i] = CpuClock.NanosecondsPerUnit(
                work =>
                {
                    var share = workload.Run(work);
                    done += share;
                    return share;
                },
                benchmark.Work
            );
            bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            theirs[i] = baseline?.Sample(benchmark.Work) ?? double.NaN;
        }

        var ratio = baseline is null ? (double?)null : Median([.. ours.Zip(theirs, (a, b) => a / b)]);
        // Far less than a byte a unit is the harness and the runtime, not the workload.
        return new(
            Median(ours),
            Math.Round((double)bytes / done, 2),
            PerDevice(held, benchmark),
            baseline is null ? null : Median(theirs),
            PerDevice(baseline?.BytesHeld ?? 0, benchmark),
            ratio
        );
    }

    private static double? PerDevice(long bytes, Benchmark benchmark) =>
        benchmark.Devices == 0 || bytes == 0 ? null : (double)bytes / benchmark.Devices;

    /// <summary>Many short runs, so that the runtime has compiled everything for the last time, then a long one.</summary>
    private static void WarmUp(IWorkload workload, long work)
    {
        for (var i = 0; i < 100; i++)
        {
            workload.Run(work / 1_000);
        }

        Thread.Sleep(TimeSpan.FromMilliseconds(300));
        for (var i = 0; i < 40; i++)
        {
            workload.Run(work / 1_000);
        }

        Thread.Sleep(TimeSpan.FromMilliseconds(300));
        workload.Run(work);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}

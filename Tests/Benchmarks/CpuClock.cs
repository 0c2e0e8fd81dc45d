namespace M2mVsIoTSim.Benchmarks;

/// <summary>CPU time of this process, which a busy machine disturbs less than the time on the wall.</summary>
internal static class CpuClock
{
    public static double NanosecondsPerUnit(Func<long, long> run, long work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var done = run(work);
        return (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / done;
    }
}

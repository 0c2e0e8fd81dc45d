namespace M2mVsIoTSim.Benchmarks;

/// <summary>Something to be timed: prepared when constructed, then run in samples.</summary>
internal interface IWorkload
{
    /// <summary>Does about so much work and leaves everything ready for more.</summary>
    /// <returns>How much it was.</returns>
    long Run(long work);
}

/// <summary>A line of the table.</summary>
/// <param name="Name">What is timed, e.g. <c>hold/shared/1000</c>; the filter looks here.</param>
/// <param name="Unit">What the work is counted in.</param>
/// <param name="Work">Amount of work of a sample.</param>
/// <param name="Prepare">Makes the workload.</param>
/// <param name="GoalNanoseconds">Most CPU time per unit that we are content with [ns]; none for a comparison.</param>
/// <param name="Baseline">Arguments of the C++ program of the same shape, if there is one.</param>
/// <param name="Devices">Among how many devices the memory in use is shared [1]; 0 if it is not asked for.</param>
internal sealed record Benchmark(
    string Name,
    string Unit,
    long Work,
    Func<IWorkload> Prepare,
    double? GoalNanoseconds = null,
    string[]? Baseline = null,
    int Devices = 0
);

namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>How much of the beginning of a run the warm-up still colours.</summary>
/// <remarks>
/// MSER-5 (K. P. White, Simulation 69, 1997; White, Cobb and Spratt, Winter Simulation Conference 2000): means of five observations each
/// are cut off from the front until the squared standard error of the rest, Σ(x − x̄)²/(n − d)², is smallest.
/// </remarks>
/// <param name="Discarded">Observations to leave out [1], a multiple of 5.</param>
/// <param name="Observations">Observations looked at [1].</param>
/// <param name="IsConclusive">False when the smallest error lies beyond the middle: the run is then too short to tell.</param>
public sealed record Mser5(int Discarded, int Observations, bool IsConclusive)
{
    private const int BatchSize = 5;

    /// <summary>Looks for the end of the warm-up.</summary>
    /// <param name="series">Observations in order of time; null is returned with fewer than twenty, which say nothing.</param>
    public static Mser5? Of(IReadOnlyList<double> series)
    {
        var batches = series.Chunk(BatchSize).Where(batch => batch.Length == BatchSize).Select(batch => batch.Average()).ToArray();
        if (batches.Length < 4)
            return null;
        var (best, bestAt) = (double.PositiveInfinity, 0);
        var (count, mean, squares) = (0, 0.0, 0.0);
        for (var start = batches.Length - 1; start >= 0; start--)
        {
            count++;
            var delta = batches[start] - mean;
            mean += delta / count;
            squares += delta * (batches[start] - mean);
            // The last five batches are left alone: a few that happen to be alike would always win.
            if (batches.Length - start >= Math.Min(5, batches.Length) && squares / ((double)count * count) is var error && error <= best)
                (best, bestAt) = (error, start);
        }
        return new(bestAt * BatchSize, series.Count, bestAt <= batches.Length / 2);
    }
}

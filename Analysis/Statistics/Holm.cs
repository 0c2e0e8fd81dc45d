namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Adjusts p values so that looking at many of them raises no more false alarms than looking at one.</summary>
public static class Holm
{
    /// <summary>Step-down adjusted p values (S. Holm, Scandinavian Journal of Statistics 6, 1979), in the order given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A p value is outside 0 to 1.</exception>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        foreach (var p in pValues)
        {
            if (p is not (>= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(pValues), p, "a p value lies between 0 and 1.");
        }
        var adjusted = new double[pValues.Count];
        var highest = 0.0;
        foreach (var (rank, (index, p)) in pValues.Index().OrderBy(pair => pair.Item).Index())
        {
            highest = Math.Max(highest, Math.Min(1, (pValues.Count - rank) * p));
            adjusted[index] = highest;
        }
        return adjusted;
    }
}

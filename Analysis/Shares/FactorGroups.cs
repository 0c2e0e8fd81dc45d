namespace M2mVsIoTSim.Analysis.Shares;

/// <summary>Puts factors together that cannot be changed one without the other.</summary>
public static class FactorGroups
{
    /// <summary>The most groups of factors such that every set of whole groups was measured; among as many, the one with the smallest largest group, then the first.</summary>
    /// <param name="factors">Number of factors, 1 to <see cref="Shapley.MostFactors"/>.</param>
    /// <param name="isMeasured">Whether there is a value with a set of factors changed: bit i says whether factor i is.</param>
    /// <returns>The members of each group as bits, in the order of their first members; null where one of the two ends was not measured, so that there is no gap.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many factors.</exception>
    public static IReadOnlyList<int>? Finest(int factors, Func<int, bool> isMeasured)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, Shapley.MostFactors);
        ArgumentNullException.ThrowIfNull(isMeasured);
        bool[] measured = [.. Enumerable.Range(0, 1 << factors).Select(isMeasured)];
        return Partitions(factors)
            .OrderByDescending(groups => groups.Count)
            .ThenBy(groups => groups.Max(int.PopCount))
            .FirstOrDefault(groups => Enumerable.Range(0, 1 << groups.Count).All(set => measured[Members(groups, set)]));
    }

    /// <summary>The factors of a set of groups.</summary>
    public static int Members(IReadOnlyList<int> groups, int set)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var members = 0;
        foreach (var (i, group) in groups.Index())
            members |= (set & (1 << i)) != 0 ? group : 0;
        return members;
    }

    /// <summary>Every way to part so many factors into groups.</summary>
    private static IEnumerable<IReadOnlyList<int>> Partitions(int factors) =>
        factors == 0
            ?
            [
                [],
            ]
            : Partitions(factors - 1)
                .SelectMany(groups =>
                    Enumerable
                        .Range(0, groups.Count)
                        .Select(IReadOnlyList<int> (joined) => [.. groups.Select((group, i) => i == joined ? group | Bit(factors) : group)])
                        .Append([.. groups, Bit(factors)])
                );

    private static int Bit(int factor) => 1 << (factor - 1);
}

using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Bars that are made of parts: a bar per architecture and point, averaged over its replications.</summary>
/// <param name="names">The parts in the order in which they are stacked.</param>
/// <param name="values">A value per replication and part; a part that a replication lacks counts as 0.</param>
internal sealed class BarParts(
    IReadOnlyList<string> names,
    IReadOnlyList<(string Architecture, string Point, int Replication, string Part, double Value)> values
)
{
    /// <summary>The part that stands for all parts that are too small to be shown.</summary>
    public const string Other = "other";

    private readonly Dictionary<(string Architecture, string Point), Bar> _bars = values
        .GroupBy(value => (value.Architecture, value.Point))
        .ToDictionary(bar => bar.Key, bar => new Bar([.. bar.Select(value => (value.Replication, value.Part, value.Value))]));

    /// <summary>The parts in the order in which they are stacked.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The mean of a part; 0 where the bar has none or there is no bar.</summary>
    public double Mean(string architecture, string point, string part) =>
        _bars.TryGetValue((architecture, point), out var bar) ? bar.Means.GetValueOrDefault(part) : 0;

    /// <summary>The whole bar with the interval of its mean; null where there is none.</summary>
    public Estimate? Total(string architecture, string point) => _bars.GetValueOrDefault((architecture, point))?.Total;

    /// <summary>The same bars with the largest parts only and the rest as one.</summary>
    /// <param name="most">Parts to keep, if there are more [1].</param>
    public BarParts Folded(int most)
    {
        if (Names.Count <= most)
            return this;
        // Shares of each bar, so that a panel of short bars counts as much as one of long ones.
        var largest = Names
            .OrderByDescending(part =>
                _bars.Values.Sum(bar => bar.Means.GetValueOrDefault(part) / Math.Max(bar.Total.Mean, double.Epsilon))
            )
            .Take(most)
            .ToHashSet();
        return new(
            [.. Names.Where(largest.Contains), Other],
            [.. values.Select(value => largest.Contains(value.Part) ? value : value with { Part = Other })]
        );
    }

    private sealed class Bar
    {
        public Bar(IReadOnlyList<(int Replication, string Part, double Value)> values)
        {
            double[] wholes =
            [
                .. values.GroupBy(value => value.Replication).OrderBy(run => run.Key).Select(run => run.Sum(value => value.Value)),
            ];
            Total = Estimate.Of(wholes, Summary.Confidence);
            Means = values
                .GroupBy(value => value.Part, StringComparer.Ordinal)
                .ToDictionary(part => part.Key, part => part.Sum(value => value.Value) / wholes.Length, StringComparer.Ordinal);
        }

        public Estimate Total { get; }

        public Dictionary<string, double> Means { get; }
    }
}

using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Shares;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running.Deriving;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>Runs the mixtures of two architectures that a comparison asks for with <c>why</c>.</summary>
/// <remarks>Only those are run that tell something: where a mixture cannot be laid out, its factors are changed together.</remarks>
internal sealed class PackageSwaps : IDerivation
{
    /// <inheritdoc/>
    public string Kind => SwapManifest.Kind;

    /// <summary>What was planned for each comparison.</summary>
    public Dictionary<string, List<SwapPlan>> Plans { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<DerivedCell> Cells(DerivedFrom from)
    {
        List<DerivedCell> cells = [];
        foreach (var why in from.Comparison.Why)
        {
            var point = PointOf(why, from);
            var parties = from.Comparison.Job.SelectMany(job => from.Scenario.Jobs[job].Parties).ToDictionary();
            var segments = from
                .Cells.SelectMany(cell => cell.Plan.Edges)
                .SelectMany(edge => edge.Technologies)
                .DistinctBy(technology => technology.Name)
                .ToDictionary(technology => technology.Name, technology => technology.Traits.Segment);
            SwapSide Side(string name) =>
                SwapSide.Of(
                    name,
                    from.ArchitectureAt(name, point),
                    parties,
                    technology => segments.TryGetValue(technology, out var segment) ? segment : null
                );
            if (PackageSwap.Of(Side(why.From), Side(why.To), from.Options.SecurityOf, out var problem) is { } swap)
            {
                cells.AddRange(Cells(why, swap, point, from));
            }
            else
            {
                from.Complaints.Add(why, problem);
            }
        }

        return cells.DistinctBy(cell => (cell.Architecture, $"{DesignPoint.Of(cell.Point)}"));
    }

    private IEnumerable<DerivedCell> Cells(Why why, PackageSwap swap, IReadOnlyList<(string Factor, string Value)> point, DerivedFrom from)
    {
        var all = (1 << swap.Factors.Count) - 1;
        string Label(int set) =>
            set == 0 ? why.From
            : set == all ? why.To
            : $"{why.From}+{why.To}.{string.Join('.', swap.Factors.Where((_, i) => (set & (1 << i)) != 0).Select(PackageSwap.NameOf))}";
        string? Problem(int set) => from.Problem(swap.Build(set, from.Complaints.Places), point);

        string?[] problems = [.. Enumerable.Range(0, all + 1).Select(Problem)];
        var where = DesignPoint.Of(point);
        if (!Plans.TryGetValue(from.Name, out var plans))
        {
            Plans[from.Name] = plans = [];
        }

        plans.Add(
            new SwapPlan(
                why.From,
                why.To,
                where,
                [
                    .. swap.Factors.Select(factor => new FactorDifference(
                        PackageSwap.NameOf(factor),
                        swap.Values(factor).From,
                        swap.Values(factor).To
                    )),
                ],
                [.. Enumerable.Range(0, all + 1).Select(Label)],
                [
                    .. problems
                        .Index()
                        .Where(one => one.Item is not null)
                        .Select(one => new InfeasibleCell(Label(one.Index), $"{where}", one.Item!)),
                ]
            )
        );
        if (FactorGroups.Finest(swap.Factors.Count, set => problems[set] is null) is not { } groups)
        {
            return [];
        }

        return Enumerable
            .Range(0, 1 << groups.Count)
            .Select(set => FactorGroups.Members(groups, set))
            // An end that is a point of the question is run already.
            .Where(set => !from.Cells.Any(cell => cell.Architecture == Label(set) && $"{cell.Point}" == $"{where}"))
            .Select(set => new DerivedCell(Label(set), point, Generated: swap.Build(set, from.Complaints.Places)));
    }

    /// <summary>The point, as far as it is run: a quick look caps fleets.</summary>
    private static List<(string Factor, string Value)> PointOf(Why why, DerivedFrom from)
    {
        string Value(string factor)
        {
            var run = from.Cells.Select(cell => cell.Point[factor]!).Distinct().ToList();
            return !why.At.TryGetValue(factor, out var asked) ? run[0]
                : run.Contains(asked) || !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? asked
                : run.All(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                    ? Math.Min(count, run.Max(value => int.Parse(value, CultureInfo.InvariantCulture)))
                        .ToString(CultureInfo.InvariantCulture)
                : asked;
        }

        return [.. from.Cells[0].Point.Values.Select(value => (value.Factor, Value(value.Factor)))];
    }
}

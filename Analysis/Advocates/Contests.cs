using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Advocates;

/// <summary>Finds the best design of each family and sets the champions side by side.</summary>
/// <remarks>
/// A design is an architecture with values of its parameters; what belongs to the job is given, and all values of conditions have to be coped with. A champion is the cheapest design (total cost for
/// each device, on average over the conditions; ties by components, then by the order of the file) that is shown to meet every requirement at all of them, within the budget. Whoever is chosen for being best looks better than it is; so the
/// choice is made on every other replication, and the comparison on the rest.
/// </remarks>
public sealed class Contests
{
    /// <summary>Of fewer replications than this, no half says anything [1].</summary>
    public const int FewestToPart = 4;

    private readonly ComparisonResults _all;
    private readonly ComparisonResults _choice;
    private readonly ComparisonResults _rest;

    private Contests(ComparisonResults results)
    {
        _all = results;
        Replications = [.. results.Runs.Select(run => run.Replication).Distinct().Order()];
        IsParted = Replications.Count >= FewestToPart;
        _choice = IsParted ? Only(results, 0) : results;
        _rest = IsParted ? Only(results, 1) : results;
        All = [.. Places().Select(At).Where(contest => contest.Champions.Count > 1)];
    }

    /// <summary>The contests of a comparison; none where it has designs of one family only, or where fleets are not told.</summary>
    public static Contests Of(ComparisonResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return new(results);
    }

    /// <summary>A contest for each need, in the order of the file.</summary>
    public IReadOnlyList<Contest> All { get; }

    /// <summary>The replications that there are.</summary>
    public IReadOnlyList<int> Replications { get; }

    /// <summary>Whether champions were chosen on other replications than they are compared on.</summary>
    public bool IsParted { get; }

    private ComparisonResults Only(ComparisonResults results, int rest)
    {
        var chosen = Replications.Where((_, i) => i % 2 == rest).ToHashSet();
        RunRow[] runs = [.. results.Runs.Where(run => chosen.Contains(run.Replication))];
        return new(results.Study, results.Comparison, Summary.Means(runs), [], runs, [], []);
    }

    private IEnumerable<string> Places() =>
        _all.Comparison.Fleets.Count == 0 || _all.Comparison.HorizonYears <= 0 ? [] : _all.Points.Select(PlaceOf).Distinct();

    private string PlaceOf(string point) => DesignPoint.Parse(point).Only(_all.Comparison.IsOfJob).ToString();

    private string ConditionsOf(string point) => DesignPoint.Parse(point).Only(_all.Comparison.IsCondition).ToString();

    /// <summary>A design at a place, whatever the conditions.</summary>
    private DesignCell DesignOf(string architecture, string point) =>
        new(architecture, DesignPoint.Parse(point).Only(factor => !_all.Comparison.IsCondition(factor)).ToString());

    private Contest At(string place)
    {
        var cells = _all
            .Architectures.SelectMany(architecture => _all.Points.Select(point => (architecture, point)))
            .Where(cell => _choice.Find(cell.architecture, cell.point, "", MetricTable.TotalCost) is not null)
            .Concat(_all.Comparison.Infeasible.Select(cell => (architecture: cell.Architecture, point: cell.Point)));
        string[] conditions =
        [
            .. _all
                .Points.Concat(_all.Comparison.Infeasible.Select(cell => cell.Point))
                .Where(point => PlaceOf(point) == place)
                .Select(ConditionsOf)
                .Distinct(),
        ];
        Entrant[] entrants =
        [
            .. cells
                .Where(cell => PlaceOf(cell.point) == place)
                .GroupBy(cell => DesignOf(cell.architecture, cell.point), cell => cell.point)
                // What something costs is not known where a battery's life is not: no design without it under each condition.
                .Where(design => design.Count() == conditions.Length)
                .Select(design => EntrantOf(design.Key, [.. design]))
                // A design that cannot work may not tell its family.
                .Where(one => one.Family is "m2m" or "iot" or "hybrid"),
        ];
        Champion[] champions = [.. entrants.GroupBy(one => one.Family).Select(family => ChampionOf(family.Key, [.. family]))];
        Champion[] found = [.. champions.Where(champion => champion.Design is not null)];
        return new(
            place,
            champions,
            Stated ?? found.Select(champion => champion.Cost).Max(),
            [
                .. found.SelectMany(
                    (a, i) => found.Skip(i + 1).SelectMany(b => conditions.Select(condition => Duel.Of(a, b, _rest, condition)))
                ),
            ]
        );
    }

    private static Champion ChampionOf(string family, Entrant[] entrants)
    {
        Entrant[] fit = [.. entrants.Where(one => one.Failure is null)];
        var best = fit.OrderBy(one => one.Cost).ThenBy(one => one.Components).FirstOrDefault();
        var closest = best is not null
            ? null
            : entrants.Where(one => one.IsCandidate).OrderBy(one => one.Shortfall.Part).ThenBy(one => one.Cost).FirstOrDefault();
        return new(
            family,
            best?.Design,
            best?.Cost,
            fit.Length,
            entrants.Length,
            [.. entrants.Where(one => one.Failure is not null).Select(one => (one.Design, one.Failure!))]
        )
        {
            Candidate = closest?.Design,
            CandidateShortfall = closest?.Shortfall,
        };
    }

    private double? Stated => _all.Comparison.BudgetEuroPerDeviceAndYear;

    private Entrant EntrantOf(DesignCell design, string[] points)
    {
        SummaryRow[] rows =
        [
            .. points.Select(point => _choice.Find(design.Architecture, point, "", MetricTable.TotalCost)).OfType<SummaryRow>(),
        ];
        string[] impossible =
        [
            .. _all
                .Comparison.Infeasible.Where(cell => cell.Architecture == design.Architecture)
                .Select(cell => cell.Point)
                .Intersect(points),
        ];
        var cost = impossible.Length > 0 ? double.PositiveInfinity : rows.Average(CostOf);
        return new(
            rows.FirstOrDefault()?.Family ?? _all.Comparison.Architectures.First(one => one.Name == design.Architecture).Family,
            design,
            cost,
            points.Average(point => _choice.Find(design.Architecture, point, "", "components")?.Mean ?? 0),
            Shortfall.Worst(_choice, design.Architecture, points),
            impossible.Length > 0 ? $"cannot work{Where(impossible, points)}" : FailureOf(design.Architecture, points, cost),
            impossible.Length == 0 && !(Stated < cost) && !With(design.Architecture, points, RequirementStatus.None).Any()
        );
    }

    private double CostOf(SummaryRow row) =>
        row.Mean
        / _all.Comparison.HorizonYears
        / Math.Max(1, _all.Comparison.Fleets.FirstOrDefault(fleet => fleet.Point == row.Point)?.Devices ?? 1);

    /// <summary>What is in the way of a design; null if nothing is.</summary>
    private string? FailureOf(string architecture, string[] points, double cost)
    {
        string? Of(RequirementStatus status, string words) =>
            With(architecture, points, status).ToArray() is { Length: > 0 } names ? $"{words} {string.Join(", ", names)}" : null;

        return Of(RequirementStatus.Missed, "misses")
            ?? Of(RequirementStatus.Unclear, "not shown to meet")
            ?? Of(RequirementStatus.None, "measured nothing of")
            ?? (Stated < cost ? $"costs {Readable.Significant(cost)}\u00A0EUR per device and year, which is more than the budget" : null);
    }

    /// <summary>The requirements of a state, each with where it is so if that is not everywhere.</summary>
    private IEnumerable<string> With(string architecture, string[] points, RequirementStatus status) =>
        from required in _all.Requirements
        let there = points.Where(point => _choice.Status(architecture, point, required) == status).ToArray()
        where there.Length > 0
        select required.ShortName + Where(there, points);

    /// <summary>Under which of several conditions; empty where it is under all.</summary>
    private string Where(string[] there, string[] points) =>
        there.Length == points.Length ? "" : $" at {string.Join(" and ", there.Select(point => Readable.Point(ConditionsOf(point))))}";

    /// <summary>A design as it enters for its family.</summary>
    /// <param name="Family">Its family.</param>
    /// <param name="Design">The design.</param>
    /// <param name="Cost">What it costs for each device [EUR/a]; infinite where it cannot work.</param>
    /// <param name="Components">Of how many components it consists [1].</param>
    /// <param name="Shortfall">How far it stays behind.</param>
    /// <param name="Failure">What is in its way; null if nothing is.</param>
    /// <param name="IsCandidate">Whether it works, was measured and is within the budget.</param>
    private sealed record Entrant(
        string Family,
        DesignCell Design,
        double Cost,
        double Components,
        Shortfall Shortfall,
        string? Failure,
        bool IsCandidate
    );
}

using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Advocates;

/// <summary>Finds the best design of each family and sets the champions side by side.</summary>
/// <remarks>
/// A design is an architecture with values of its parameters; what belongs to the job is given. A champion is the cheapest design (total cost for each device, ties by
/// components, then by the order of the file) that is shown to meet every requirement, within the budget. Whoever is chosen for being best looks better than it is; so the
/// choice is made on every other replication, and the comparison on the rest.
/// </remarks>
public sealed class Contests
{
    private const string NotShown = "not shown to meet";

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

    private string PlaceOf(string point) =>
        DesignPoint
            .Of(
                DesignPoint
                    .Parse(point)
                    .Values.Where(value => _all.Comparison.Factors.Any(factor => factor.Name == value.Factor && factor.IsOfJob))
            )
            .ToString();

    private Contest At(string place)
    {
        var designs = _all
            .Architectures.SelectMany(architecture => _all.Points.Select(point => new DesignCell(architecture, point)))
            .Where(design => PlaceOf(design.Point) == place)
            .Select(design => (Design: design, Row: _choice.Find(design.Architecture, design.Point, "", MetricTable.TotalCost)))
            .Where(one => one.Row is not null)
            .Select(one => (one.Row!.Family, one.Design, Cost: CostOf(one.Row), Failure: FailureOf(one.Design, CostOf(one.Row))))
            .Concat(
                _all.Comparison.Infeasible.Where(cell => PlaceOf(cell.Point) == place)
                    .Select(cell =>
                        (
                            _all.Comparison.Architectures.First(one => one.Name == cell.Architecture).Family,
                            Design: new DesignCell(cell.Architecture, cell.Point),
                            Cost: double.PositiveInfinity,
                            Failure: (string?)"cannot work"
                        )
                    )
            )
            // A design that cannot work may not tell its family.
            .Where(one => one.Family is "m2m" or "iot" or "hybrid")
            .ToArray();
        Champion[] champions =
        [
            .. designs
                .GroupBy(one => one.Family)
                .Select(family =>
                {
                    var fit = family.Where(one => one.Failure is null).ToArray();
                    var best = fit.OrderBy(one => one.Cost).ThenBy(one => ComponentsOf(one.Design)).ToArray();
                    return new Champion(
                        family.Key,
                        best.Length > 0 ? best[0].Design : null,
                        best.Length > 0 ? best[0].Cost : null,
                        fit.Length,
                        family.Count(),
                        [.. family.Where(one => one.Failure is not null).Select(one => (one.Design, one.Failure!))]
                    )
                    {
                        Candidate =
                            best.Length > 0
                                ? null
                                : family
                                    .Where(one => one.Failure!.StartsWith(NotShown, StringComparison.Ordinal) && !(Stated < one.Cost))
                                    .OrderBy(one => one.Cost)
                                    .Select(one => (DesignCell?)one.Design)
                                    .FirstOrDefault(),
                    };
                }),
        ];
        Champion[] found = [.. champions.Where(champion => champion.Design is not null)];
        return new(
            place,
            champions,
            Stated ?? found.Select(champion => champion.Cost).Max(),
            [.. found.SelectMany((a, i) => found.Skip(i + 1).Select(b => Duel.Of(a, b, _rest)))]
        );
    }

    private double? Stated => _all.Comparison.BudgetEuroPerDeviceAndYear;

    private double CostOf(SummaryRow row) =>
        row.Mean
        / _all.Comparison.HorizonYears
        / Math.Max(1, _all.Comparison.Fleets.FirstOrDefault(fleet => fleet.Point == row.Point)?.Devices ?? 1);

    private double ComponentsOf(DesignCell design) => _choice.Find(design.Architecture, design.Point, "", "components")?.Mean ?? 0;

    /// <summary>What is in the way of a design; null if nothing is.</summary>
    private string? FailureOf(DesignCell design, double cost)
    {
        var status = _all
            .Requirements.Select(required => (required.ShortName, Is: _choice.Status(design.Architecture, design.Point, required)))
            .ToLookup(one => one.Is, one => one.ShortName);
        return status.Contains(RequirementStatus.Missed) ? $"misses {string.Join(", ", status[RequirementStatus.Missed])}"
            : status.Contains(RequirementStatus.Unclear) ? $"{NotShown} {string.Join(", ", status[RequirementStatus.Unclear])}"
            : status.Contains(RequirementStatus.None) ? $"measured nothing of {string.Join(", ", status[RequirementStatus.None])}"
            : Stated < cost ? $"costs {Readable.Significant(cost)}\u00A0EUR per device and year, which is more than the budget"
            : null;
    }
}

using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Decisions;

/// <summary>One way to do a job: an architecture with values of its parameters, at all points of its comparison.</summary>
/// <remarks>
/// What belongs to the job (<c>meter.count</c>, <c>area.radius</c>) and the conditions of the comparison (<c>load</c>) are what a design has to cope with; all other factors are choices and make designs of their own.
/// </remarks>
/// <param name="Results">Of the comparison that ran it.</param>
/// <param name="Architecture">Its architecture.</param>
/// <param name="Parameters">Its choices.</param>
/// <param name="Family">Its family.</param>
/// <param name="Points">The points at which it has results, in the order of the sweep.</param>
/// <param name="Impossible">The points at which it cannot work.</param>
internal sealed record Design(
    ComparisonResults Results,
    string Architecture,
    DesignPoint Parameters,
    string Family,
    IReadOnlyList<string> Points,
    IReadOnlyList<InfeasibleCell> Impossible
)
{
    private IReadOnlyList<(string Point, Requirement Of, RequirementStatus Is)> Judged { get; } =
    [.. from point in Points from required in Results.Requirements select (point, required, Results.Status(Architecture, point, required))];

    /// <summary>All points, whether it works there or not.</summary>
    public IReadOnlyList<string> All => [.. Points, .. Impossible.Select(cell => cell.Point)];

    /// <summary>How it does the job; what was not measured of what is required leaves it open.</summary>
    public DecisionVerdict Verdict =>
        Points.Count == 0 ? DecisionVerdict.Infeasible
        : Impossible.Count > 0 || Judged.Any(one => one.Is == RequirementStatus.Missed) ? DecisionVerdict.Fails
        : Judged.Count == 0 ? DecisionVerdict.NotJudged
        : Judged.All(one => one.Is == RequirementStatus.Met) ? DecisionVerdict.Meets
        : DecisionVerdict.Unclear;

    /// <summary>How far it stays behind where it does worst; all where it cannot work at some point.</summary>
    public Shortfall Shortfall => Impossible.Count > 0 ? Shortfall.Total : Shortfall.Worst(Results, Architecture, Points);

    /// <summary>Share of the points at which it meets everything [1].</summary>
    public double MetShare =>
        (double)Points.Count(point => Judged.Where(one => one.Point == point).All(one => one.Is == RequirementStatus.Met)) / All.Count;

    /// <summary>Mean cost of a delivered message over its points [EUR]; null where some point has none.</summary>
    public double? CostPerMessage =>
        Points.Select(point => Results.Find(Architecture, point, "", "cost-per-message")?.Mean).ToArray() is { Length: > 0 } costs
        && costs.All(cost => cost is not null)
            ? costs.Average()
            : null;

    /// <summary>Requirements of a status, each with the points at which it has it.</summary>
    public IEnumerable<(Requirement Of, string[] Points)> With(RequirementStatus status) =>
        Judged.Where(one => one.Is == status).GroupBy(one => one.Of, one => one.Point).Select(missed => (missed.Key, missed.ToArray()));

    /// <summary>Every design of a comparison.</summary>
    public static IEnumerable<Design> Of(ComparisonResults results)
    {
        DesignPoint Chosen(string point) => DesignPoint.Parse(point).Only(factor => !results.Comparison.IsGiven(factor));
        var families = results
            .Runs.Select(run => (run.Architecture, run.Point, run.Family))
            .Distinct()
            .ToDictionary(run => (run.Architecture, run.Point), run => run.Family);
        foreach (var architecture in results.Comparison.Architectures)
        {
            var able = results
                .Points.Where(point => families.ContainsKey((architecture.Name, point)))
                .Select(point => (Point: point, Choice: Chosen(point).ToString(), Family: families[(architecture.Name, point)]))
                .ToArray();
            var unable = results
                .Comparison.Infeasible.Where(cell => cell.Architecture == architecture.Name)
                .Select(cell => (Cell: cell, Choice: Chosen(cell.Point).ToString()))
                .ToArray();
            foreach (var choice in able.Select(one => one.Choice).Concat(unable.Select(one => one.Choice)).Distinct())
            {
                InfeasibleCell[] impossible = [.. unable.Where(one => one.Choice == choice).Select(one => one.Cell)];
                var of = able.Where(one => one.Choice == choice).ToLookup(one => one.Family, one => one.Point);
                foreach (var family in of.Select(one => one.Key).DefaultIfEmpty(architecture.Family.Split(" or ")[0]))
                    yield return new(results, architecture.Name, DesignPoint.Parse(choice), family, [.. of[family]], impossible);
            }
        }
    }
}

using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Scenarios.Running.Deriving;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>Says in the manifest what was asked, compared and assumed.</summary>
internal static class ManifestBuilder
{
    public static StudyManifest Build(Study study, IReadOnlyList<CaseResult> cases)
    {
        var done = cases.Select(result => result.Runs.Select(row => row.Comparison).FirstOrDefault()).ToHashSet();
        return new StudyManifest(
            study.Name,
            study.Seed,
            cases.SelectMany(result => result.Runs).Select(row => row.Replication).DefaultIfEmpty(0).Max(),
            study.Request.Quick,
            Study.ToolVersion,
            study.Hash,
            study.Text,
            [
                .. study
                    .Scenario.Comparisons.Where(comparison => done.Contains(comparison.Key))
                    .Select(comparison => Comparison(study, comparison.Key, comparison.Value, cases)),
            ],
            [.. cases.OrderBy(result => result.Id, StringComparer.Ordinal).Select(result => new CaseDigest(result.Id, result.Digest))]
        )
        {
            Derived = study.AllCells.Any(cell => done.Contains(cell.Comparison) && cell.IsDerived)
                ?
                [
                    .. study
                        .AllCells.Where(cell => done.Contains(cell.Comparison) && cell.IsDerived)
                        .GroupBy(cell => cell.Comparison)
                        .Select(cells => Derived(study, cells.Key, [.. cells])),
                ]
                : null,
            Claims =
            [
                .. study
                    .Scenario.Claims.Where(claim => done.Contains(claim.Value.Comparison))
                    .Select(claim => Claim(study, claim.Key, claim.Value)),
            ],
            Article =
            [
                .. study.Scenario.Article.Select(one => new StatementManifest(
                    one.Says,
                    one.Section,
                    one.Claims,
                    one.Comparison,
                    one.NotTested
                )
                {
                    Context = one.Context,
                }),
            ],
        };
    }

    private static DerivedManifest Derived(Study study, string name, IReadOnlyList<Cell> cells) =>
        new(
            name,
            DerivedName.Origin(name),
            DerivedName.Kind(name),
            [.. cells.Select(cell => cell.Architecture).Distinct()],
            Infeasible(cells)
        )
        {
            Box = DerivedName.Kind(name) == UncertainBox.Name ? study.Boxes.GetValueOrDefault(DerivedName.Origin(name)) : null,
        };

    private static IReadOnlyList<InfeasibleCell> Infeasible(IReadOnlyList<Cell> cells) =>
        [
            .. cells
                .Where(cell => !cell.IsFeasible)
                .Select(cell => new InfeasibleCell(cell.Architecture, $"{cell.Point}", string.Join("; ", cell.Plan.Infeasible))),
        ];

    private static ClaimManifest Claim(Study study, string name, Claim claim) =>
        new(
            name,
            claim.Quote,
            claim.Source,
            claim.Comparison,
            claim.HoldsIf,
            claim.Margin,
            Study.Hashed(
                string.Create(CultureInfo.InvariantCulture, $"{name}\n{claim.Quote}\n{claim.Comparison}\n{claim.HoldsIf}\n{claim.Margin:R}")
                    + Ranges(study.Scenario.Comparisons[claim.Comparison])
            )
        );

    /// <summary>The plausible ranges as the file has them: they are part of what a claim says before the run.</summary>
    private static string Ranges(Comparison comparison) =>
        string.Concat(
            comparison
                .Uncertain.Select(one => $"\n{one.Key}: {one.Value}")
                .Concat(comparison.Uncertain.Count == 0 ? [] : comparison.UncertainAt.Select(one => $"\nat {one.Key}: {one.Value}"))
        );

    private static ComparisonManifest Comparison(Study study, string name, Comparison comparison, IReadOnlyList<CaseResult> cases)
    {
        var cells = study.Cells.Where(cell => cell.Comparison == name).ToList();
        var job = SharedSite.Of([.. comparison.Job.Select(one => study.Scenario.Jobs[one])]);
        return new ComparisonManifest(
            name,
            comparison.Question,
            string.Join(", ", comparison.Job),
            [.. cells.GroupBy(cell => cell.Architecture).Select(group => Architecture(study, group.Key, [.. group]))],
            [
                .. comparison.Job.SelectMany(one =>
                    study.Scenario.Jobs[one].Relations.Select(relation => Relation(relation.Key, relation.Value, one))
                ),
            ],
            [
                .. comparison
                    .Cross.Keys.Where(factor => factor != "architecture")
                    .Select(factor => new FactorManifest(factor, [.. cells.Select(cell => cell.Point[factor]!).Distinct()])
                    {
                        IsOfJob = comparison.Job.Any(one => JobPath.Of(study.Scenario.Jobs[one], factor) is not null),
                        IsCondition = comparison.Conditions.Contains(factor),
                    }),
            ],
            Comparability.Differences(cells),
            [
                .. Assumptions.Of(job, cells, study.Library),
                .. Assumptions.OfPrices(study, [.. cases.SelectMany(result => result.Costs).Where(row => row.Comparison == name)]),
            ],
            [
                .. Comparability.Cautions(cells),
                .. Experimental(cells),
                .. Retiring(cells, study.Prices.Years),
                // Energy that one side spends unseen is a hidden difference: say whose it is.
                .. Unmetered.In(cells).Select(part => $"energy does not include {part}"),
                .. Overloads.Of([.. cases.Where(result => result.Runs.Any(row => row.Comparison == name))]),
                .. Findings(cases.Where(result => result.Runs.Any(row => row.Comparison == name)).SelectMany(result => result.Warnings)),
            ],
            Infeasible(cells),
            comparison.Margin,
            study.Request.Quick ? AsRun.Differences(study.Scenario, comparison, cells, Replications(name, cases)) : [],
            [
                .. job
                    .Parties.Where(party => party.Value.Require?.BatteryLifeYears is not null)
                    .Select(party => new LifetimeManifest(party.Key, party.Value.Require!.BatteryLifeYears!.Value)),
            ]
        )
        {
            Sweeps = Sweeps.Of(cells),

            Fleets =
            [
                .. cells
                    .DistinctBy(cell => $"{cell.Point}")
                    .Select(cell => new FleetManifest(
                        $"{cell.Point}",
                        cell.Plan.Job.Parties.Values.Where(party => party.Kind == PartyKind.Device).Sum(party => (long)party.Count)
                    )),
            ],
            HorizonYears = study.Prices.Years,
            BudgetEuroPerDeviceAndYear = comparison.Budget?.InEuro(study.Prices.EuroPerDollar),
            Swaps = study.Swaps.TryGetValue(name, out var plans)
                ? [.. plans.Select(plan => new SwapManifest(plan.From, plan.To, $"{plan.Point}", plan.Factors, plan.Labels, plan.Missing))]
                : null,
        };
    }

    private static int Replications(string comparison, IReadOnlyList<CaseResult> cases) =>
        cases.SelectMany(result => result.Runs).Where(row => row.Comparison == comparison).Select(row => row.Replication).Max();

    /// <summary>What devices in the field reach the others by, each once.</summary>
    private static IEnumerable<Technology> FromTheField(IEnumerable<Cell> cells) =>
        cells
            .SelectMany(cell => cell.Plan.Edges)
            .Where(edge => Equipment.IsField(edge.From))
            .SelectMany(edge => edge.Technologies)
            .DistinctBy(technology => technology.Name)
            .OrderBy(technology => technology.Name, StringComparer.Ordinal);

    private static IEnumerable<string> Experimental(IEnumerable<Cell> cells) =>
        Used(cells)
            .Where(technology => technology.Traits.IsExperimental)
            .Select(technology =>
                $"{technology.Name} is experimental: its model has not been checked against a publication or another simulator yet"
            );

    /// <summary>What is bought for longer than it will be there.</summary>
    private static IEnumerable<string> Retiring(IEnumerable<Cell> cells, double years) =>
        Used(cells)
            .Where(technology => technology.Traits.Retiring is not null)
            .Select(technology =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{technology.Name} may not be there for the {years:0.#} years of the bill: {technology.Traits.Retiring}"
                )
            );

    private static IEnumerable<Technology> Used(IEnumerable<Cell> cells) =>
        cells
            .SelectMany(cell => cell.Plan.Edges)
            .SelectMany(edge => edge.Technologies)
            .DistinctBy(technology => technology.Name)
            .OrderBy(technology => technology.Name, StringComparer.Ordinal);

    /// <summary>Each finding once, with the first of its places and how many more there are. A warning reads "place: finding".</summary>
    private static IReadOnlyList<string> Findings(IEnumerable<string> warnings) =>
        [
            .. warnings
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(warning => warning.Split(": ", 2))
                .GroupBy(parts => parts[^1], parts => parts[0])
                .Select(finding =>
                    finding.Count() == 1
                        ? $"{finding.First()}: {finding.Key}"
                        : $"{finding.First()} and {finding.Count() - 1} more: {finding.Key}"
                ),
        ];

    private static ArchitectureManifest Architecture(Study study, string name, IReadOnlyList<Cell> cells) =>
        new(
            name,
            string.Join(" or ", cells.Select(cell => cell.Plan.Family).Distinct()),
            study.Scenario.Architectures[name].Description ?? string.Join("; ", cells[0].Plan.Edges),
            Unmetered.In(cells),
            [
                .. FromTheField(cells)
                    .Where(technology => technology.Traits.Uncounted is not null)
                    .Select(technology => $"{technology.Traits.Uncounted} of {technology.Name}"),
            ]
        )
        {
            Unbilled = [.. cells.SelectMany(cell => Takeoff.NotBilled(cell.Plan)).Distinct()],
        };

    private static RelationManifest Relation(string name, RelationSpec spec, string job)
    {
        var occasion =
            spec.Every is { } period ? $"every {period}"
            : spec.When is { } when
                ? $"on {when.ToString().ToLowerInvariant()}"
                    + (spec.Hours is { } hours ? $" by hours of the day ({string.Join(", ", hours)})" : "")
                    + (spec.Burst is { } burst ? $", {burst.Messages} messages each, {burst.Every} apart" : "")
            : $"{(spec.Wait is { } wait ? $"{wait} " : "")}after {spec.After}{(spec.Unless is { } unless ? $" unless {unless} came" : "")}";
        return new RelationManifest(
            name,
            spec.From,
            spec.To,
            spec.Require.Within?.TotalSeconds,
            spec.Require.DeliveryShare,
            $"{spec.From} to {string.Join(", ", spec.To)}: {spec.Carries}, {occasion}"
        )
        {
            ReactionS = spec.Require.Reaction?.TotalSeconds,
            FalseAlarmsPerDay = spec.Detect?.FalseAlarms * 86400,
            Application = spec.Application ?? job,
        };
    }
}

using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running.Deriving;
using M2mVsIoTSim.Scenarios.Swaps;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Lays out every architecture of a comparison at every point of its cross.</summary>
/// <remarks>A point sets values in the tree and reads the job and the architecture again, so that what a sweep sets is checked like what
/// the file says.</remarks>
internal sealed class CellReader(
    YamlNode tree,
    ScenarioFile scenario,
    RunRequest request,
    Complaints complaints,
    OptionReader options,
    NamedTechnologies technologies,
    PriceList prices
)
{
    private const string ArchitectureFactor = "architecture";
    private const string AreaKey = "area";
    private const int MostPoints = 10_000;
    private const int QuickReplications = 3;
    private const int QuickDivisor = 10;
    private static readonly Duration ShortestDrain = 10.Minutes;

    /// <summary>What is run beside the points of questions.</summary>
    private readonly UncertainBox _box = new(request.Seed ?? scenario.Study.Seed);

    private IReadOnlyList<IDerivation> Derivations => [_box, _swaps];

    private readonly PackageSwaps _swaps = new();

    /// <summary>What detectors learn and their limits serve all cells.</summary>
    private readonly Detectors _detectors = new();

    private readonly Dictionary<string, Job> _jobs = [];
    private readonly Dictionary<string, Architecture> _architectures = [];
    private readonly Dictionary<object, string> _texts = new(ReferenceEqualityComparer.Instance);

    /// <summary>The plausible ranges that were laid out, by comparison; filled by <see cref="Read()"/>.</summary>
    public IReadOnlyDictionary<string, BoxManifest> Boxes => _box.Boxes;

    /// <summary>Which mixtures of architectures are run, by the comparison that asks for them.</summary>
    public IReadOnlyDictionary<string, List<SwapPlan>> Swaps => _swaps.Plans;

    public IReadOnlyList<Cell> Read()
    {
        List<Cell> cells = [];
        foreach (var (name, comparison) in scenario.Comparisons)
        {
            if (request.Comparisons.Count > 0 && !request.Comparisons.Contains(name))
            {
                continue;
            }

            List<Cell> own = [];
            foreach (var architecture in Readable(comparison))
            {
                foreach (var point in Points(comparison))
                {
                    if (Read(name, comparison, new DerivedCell(architecture, point)) is { } cell)
                    {
                        own.Add(cell);
                    }
                }
            }

            cells.AddRange(own);
            cells.AddRange(Derived(name, comparison, own));
        }

        return cells;
    }

    /// <summary>What is run beside the points of a question; nothing where the file is in doubt or the question is another one.</summary>
    private List<Cell> Derived(string name, Comparison comparison, List<Cell> own)
    {
        if (complaints.Any || own.Count == 0 || request.Varied.Count > 0)
        {
            return [];
        }

        var from = new DerivedFrom(name, comparison, scenario, request, own, complaints)
        {
            ArchitectureAt = (architecture, point) => ArchitectureAt(comparison, architecture, ParametersOf(comparison, point)),
            Options = options,
            Prices = prices,
            Problem = (architecture, point) => ProblemOf(comparison, architecture, point),
            Written = (job, path) =>
                path.Split('.').Aggregate((YamlNode?)Find("jobs", job)?.Value, (node, key) => (node as YamlMapping)?.Find(key)),
        };
        return
        [
            .. Derivations.SelectMany(derivation =>
                derivation.Cells(from).Select(cell => Read(DerivedName.Of(name, derivation.Kind), comparison, cell)).OfType<Cell>()
            ),
        ];
    }

    /// <summary>The architectures of a comparison that can be laid out; none if a job, whose parties they join, is not known.</summary>
    private IEnumerable<string> Readable(Comparison comparison) =>
        comparison.Job.Count > 0
        && !complaints.IsGap(comparison, nameof(Comparison.Job))
        && comparison.Job.All(job => scenario.Jobs.ContainsKey(job) && Find("jobs", job) is not null)
            ? (comparison.Cross.GetValueOrDefault(ArchitectureFactor) ?? []).Where(name =>
                scenario.Architectures.ContainsKey(name) && Find("architectures", name) is not null
            )
            : [];

    private Cell? Read(string name, Comparison comparison, DerivedCell what)
    {
        var point = what.Point;
        var architecture = what.Generated ?? ArchitectureAt(comparison, what.Architecture, ParametersOf(comparison, point));
        var (job, plan) = Lay(comparison, architecture, point, options, complaints);
        if (plan is null)
        {
            return null;
        }

        return new Cell(
            name,
            what.Architecture,
            DesignPoint.Of(point),
            plan with
            {
                Detectors = _detectors,
            },
            TimesOf(comparison, job),
            what.Replications ?? ReplicationsOf(comparison),
            $"{TextOf(job)}\n{TextOf(architecture)}"
        );
    }

    /// <summary>A job or an architecture as text, written once for all cells that share it.</summary>
    private string TextOf(object part) => Cached(_texts, part, () => new EffectiveWriter { Resolve = options.OptionsIn }.Write(part));

    private (Job Job, Plan? Plan) Lay(
        Comparison comparison,
        Architecture architecture,
        IReadOnlyList<(string Factor, string Value)> point,
        OptionReader by,
        Complaints told
    )
    {
        List<Job> jobs = [.. comparison.Job.Select(jobName => JobAt(comparison, jobName, SettingsOf(jobName, point)))];
        var job = Together(jobs);
        return (
            job,
            jobs.Count > 1 && (architecture.Networks ?? comparison.Networks) == NetworkSharing.Silos
                ? Planner.Lay(job, Silos.Build(architecture, [.. comparison.Job.Zip(jobs)], complaints.Places), by, told, point)
                : Planner.Lay(job, architecture, by, told, point)
        );
    }

    /// <summary>Why an architecture that is in no file cannot be laid out; that is no mistake in the file.</summary>
    private string? ProblemOf(Comparison comparison, Architecture architecture, IReadOnlyList<(string Factor, string Value)> point)
    {
        var problems = new Problems();
        var told = new Complaints(problems, complaints.Places);
        var (_, plan) = Lay(comparison, architecture, point, options.For(told), told);
        return plan is null ? problems.InOrder().First(problem => problem.Severity == Severity.Error).Text
            : plan.Infeasible.Count > 0 ? string.Join("; ", plan.Infeasible)
            : plan.NotModelled.Count > 0 ? $"not modelled yet: {plan.NotModelled[0]}"
            : null;
    }

    /// <summary>What of a point is nothing of a job, and no price.</summary>
    private List<(string Factor, string Value)> ParametersOf(Comparison comparison, IReadOnlyList<(string Factor, string Value)> point) =>
        [
            .. point.Where(p =>
                PricePath.PriceIn(p.Factor) is null && comparison.Job.All(job => JobPath.Of(scenario.Jobs[job], p.Factor) is null)
            ),
        ];

    private List<(string Factor, string Value)> SettingsOf(string job, IReadOnlyList<(string Factor, string Value)> point) =>
        [.. point.Where(p => JobPath.Of(scenario.Jobs[job], p.Factor) is not null)];

    /// <summary>The needs of several jobs on the site of the first.</summary>
    private Job Together(List<Job> jobs)
    {
        if (jobs.Count == 1)
        {
            return jobs[0];
        }

        var together = SharedSite.Of(jobs);
        complaints.Places.Copy(jobs[0], together);
        return together;
    }

    private Job JobAt(Comparison comparison, string name, List<(string Factor, string Value)> settings)
    {
        var caps = request.Quick ? FleetCaps(comparison, name).Where(cap => settings.All(s => s.Factor != cap.Factor)) : [];
        List<(string Factor, string Value)> all = [.. settings, .. caps];
        return Cached(
            _jobs,
            $"{name} {string.Join(' ', all)}",
            () =>
            {
                var (key, node) = Find("jobs", name)!;
                foreach (var (factor, value) in all)
                {
                    var path = JobPath.Of(scenario.Jobs[name], factor)!;
                    node =
                        YamlTree.With(
                            path.StartsWith($"{AreaKey}.", StringComparison.Ordinal) ? WithArea(node) : node,
                            path,
                            value,
                            PlaceOf(comparison, factor, value),
                            complaints.Problems
                        ) ?? node;
                }

                return new Binder(complaints.Problems, complaints.Places).Read<Job>(new YamlEntry(key, node));
            }
        );
    }

    /// <summary>A job that says nothing of its area has one all the same, whose values can be varied.</summary>
    private static YamlNode WithArea(YamlNode job) =>
        job is YamlMapping { IsPatchy: false } mapping && mapping.Find(AreaKey) is null
            ? mapping.With([
                .. mapping.Entries,
                new YamlEntry(new YamlScalar(AreaKey, false, mapping.Place), new YamlMapping([], mapping.Place)),
            ])
            : job;

    private Architecture ArchitectureAt(Comparison comparison, string name, List<(string Factor, string Value)> parameters) =>
        Cached(
            _architectures,
            $"{name} {string.Join(' ', parameters)}",
            () =>
            {
                var (key, written) = Find("architectures", name)!;
                var values = parameters.ToDictionary(
                    p => p.Factor,
                    p => new YamlScalar(p.Value, false, PlaceOf(comparison, p.Factor, p.Value))
                );
                // What a parameter names may have options that are parameters themselves.
                var node = Substitution.Apply(technologies.In(Substitution.Apply(written, values)), values);
                CheckMentions(name, node);
                // A parameter that is left has no value, which has been told.
                return new Binder(complaints.Problems, complaints.Places).Read<Architecture>(
                    new YamlEntry(key, Substitution.Blank(node, _ => true))
                );
            }
        );

    /// <summary>A technology that has a name of the file's own may mention parameters that the architecture which uses it does not have.</summary>
    private void CheckMentions(string architecture, YamlNode node)
    {
        var parameters = scenario.Architectures[architecture].Parameters;
        if (complaints.IsGap(scenario.Architectures[architecture], nameof(Architecture.Parameters)))
        {
            return;
        }

        var own = technologies.Mentions.Select(mention => mention.Place).ToHashSet();
        foreach (var (mention, place) in Substitution.Mentions(node).Where(m => own.Contains(m.Place) && !parameters.Contains(m.Name)))
        {
            complaints.At(
                place,
                $"architecture '{architecture}' uses this technology and has no parameter '{mention}'; declare it there ('parameters: [{mention}]')"
            );
        }
    }

    /// <summary>Where a value of a sweep was written; the cross where a quick look chose it.</summary>
    private SourcePosition PlaceOf(Comparison comparison, string factor, string value) =>
        !comparison.Cross.TryGetValue(factor, out var values)
            ? comparison.Uncertain.ContainsKey(factor)
                ? complaints.Places.Of(comparison.Uncertain, factor)
                : complaints.Places.Of(comparison)
            : values.ToList().IndexOf(value) is var index && index >= 0
                ? complaints.Places.Of(values, index)
                : complaints.Places.Of(values);

    /// <summary>Every combination of the values of all factors but the architecture, the last factor changing fastest.</summary>
    private List<IReadOnlyList<(string Factor, string Value)>> Points(Comparison comparison)
    {
        List<IReadOnlyList<(string Factor, string Value)>> points =
        [
            [],
        ];
        foreach (var (factor, all) in comparison.Cross.Where(c => c.Key != ArchitectureFactor))
        {
            // A value that cannot name a point has been told.
            IReadOnlyList<string> values = request.Varied.TryGetValue(factor, out var varied)
                ? [varied]
                : [.. all.Where(DesignPoint.CanHold)];
            if (values.Count == 0)
            {
                continue;
            }

            var taken = request.Quick ? QuickValues(comparison, factor, values) : values;
            if ((long)points.Count * taken.Count > MostPoints)
            {
                complaints.Add(
                    comparison,
                    nameof(Comparison.Cross),
                    $"cross has more than {MostPoints} points; leave values out, or part it into several comparisons"
                );
                return points[..1];
            }

            points = points
                .SelectMany(point => taken.Select(value => (IReadOnlyList<(string, string)>)[.. point, (factor, value)]))
                .ToList();
        }

        return points;
    }

    /// <summary>The first and the last value of a sweep over numbers, fleets capped; every value of any other factor.</summary>
    private IReadOnlyList<string> QuickValues(Comparison comparison, string factor, IReadOnlyList<string> values)
    {
        if (!values.All(value => double.TryParse(value.Split(' ')[0], CultureInfo.InvariantCulture, out _)))
        {
            return values;
        }

        IReadOnlyList<string> ends = [.. new[] { values[0], values[^1] }.Distinct()];
        return comparison.Job.Any(job => IsFleet(scenario.Jobs[job], factor)) && values.All(value => CountIn(value) is not null)
            ? [.. ends.Select(value => Capped(CountIn(value)!.Value, CapOf(comparison, values.Max(CountIn)!.Value))).Distinct()]
            : ends;
    }

    /// <summary>A whole number; null for what is none, which is refused when the point is read.</summary>
    private static int? CountIn(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static int CapOf(Comparison comparison, int largest) => comparison.Quick.Fleet ?? Math.Max(1, largest / QuickDivisor);

    private static string Capped(int count, int cap) => Math.Min(count, cap).ToString(CultureInfo.InvariantCulture);

    private IEnumerable<(string Factor, string Value)> FleetCaps(Comparison comparison, string job) =>
        scenario
            .Jobs[job]
            .Parties.Where(party => party.Value.Kind == PartyKind.Device && !IsBoundToOthers(scenario.Jobs[job], party.Key))
            .Select(party => ($"{party.Key}.count", Capped(party.Value.Count, CapOf(comparison, party.Value.Count))));

    /// <summary>Whether members are paired with those of a party that a quick look leaves as large as it is.</summary>
    private static bool IsBoundToOthers(Job job, string party) =>
        job.Relations.Values.Any(relation =>
            relation.Pairing == Pairing.OneToOne
            && relation.To.Append(relation.From) is var ends
            && ends.Contains(party)
            && ends.Any(end => job.Parties.TryGetValue(end, out var other) && other.Kind != PartyKind.Device && other.Count > 1)
        );

    private static bool IsFleet(Job job, string factor) =>
        factor.EndsWith(".count", StringComparison.Ordinal)
        && job.Parties.TryGetValue(factor[..^".count".Length], out var party)
        && party.Kind == PartyKind.Device;

    private RunTimes TimesOf(Comparison comparison, Job job)
    {
        var measurement = comparison.Duration ?? scenario.Study.Duration;
        if (request.Quick)
        {
            measurement = Duration.Min(measurement, comparison.Quick.Duration ?? measurement / QuickDivisor);
        }

        var longest = job.Relations.Values.Max(relation =>
            Duration.Max(WaitOf(job, relation) + (relation.Require.Within ?? Duration.Zero), relation.Require.Reaction ?? Duration.Zero)
        );
        return new RunTimes(comparison.WarmUp ?? scenario.Study.WarmUp, measurement, Duration.Max(longest, ShortestDrain));
    }

    /// <summary>All waits of the chain of causes of a relation.</summary>
    private static Duration WaitOf(Job job, RelationSpec relation) =>
        Causes.Chain(job, relation).Aggregate(Duration.Zero, (sum, one) => sum + (one.Wait ?? Duration.Zero));

    private int ReplicationsOf(Comparison comparison)
    {
        var asked = request.Replications ?? (request.Quick ? QuickReplications : comparison.Replications ?? scenario.Study.Replications);
        return request.Precision is null ? asked : Math.Max(asked, Sufficiency.Fewest);
    }

    /// <summary>What the file says about a job or an architecture; null if that is in doubt.</summary>
    private YamlEntry? Find(string section, string name) =>
        ((tree as YamlMapping)?.Find(section) as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Text == name);

    private static T Cached<TKey, T>(Dictionary<TKey, T> cache, TKey key, Func<T> make)
        where TKey : notnull
        where T : class
    {
        if (!cache.TryGetValue(key, out var value))
        {
            cache[key] = value = make();
        }

        return value;
    }
}

using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Results;
using Requirement = M2mVsIoTSim.Scenarios.Model.Requirement;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>Looks for the largest fleet for which each architecture of a comparison meets what its relations require: by bisection, in every replication for itself.</summary>
/// <remarks>
/// The comparison sweeps the number of a party (<c>meter.count</c>), whose smallest and largest value are the ends of the search. A fleet passes in a replication if each relation with a requirement of delivery gets the required share
/// in time, and each chain with a required reaction ends in time so often; a fleet that an architecture cannot serve at all fails. What parties require of their batteries is not judged. All fleets and architectures of a replication meet the same luck, so one limit a replication is a sample whose mean has Student's interval. The limit lies between what passed and what failed, which differ by at most the resolution.
/// </remarks>
public sealed class CapacitySearch
{
    private const string CountSuffix = ".count";
    private readonly Func<RunRequest, Study> _load;
    private readonly RunRequest _request;
    private readonly Dictionary<long, Study> _studies = [];

    /// <param name="load">Reads the scenario.</param>
    /// <param name="request">What of it is meant: one comparison; replications and seed as for a run.</param>
    /// <param name="fleet">The factor whose largest value is sought; may be left out where one number of a party is swept.</param>
    /// <exception cref="ArgumentException">The comparison does not say what is sought, or what is required.</exception>
    /// <exception cref="ScenarioException">Something is wrong with the input.</exception>
    public CapacitySearch(Func<RunRequest, Study> load, RunRequest request, string? fleet = null)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(request);
        _load = load;
        First = load(request);
        string[] names = [.. First.Cells.Select(cell => cell.Comparison).Distinct()];
        if (names is not [var name])
        {
            throw new ArgumentException(
                $"A capacity is sought for one comparison; name it with -s: {Spelling.List(names)}.",
                nameof(request)
            );
        }

        _request = request with { Comparisons = [name] };
        Comparison = name;
        if (First.Notes.Count > 0)
        {
            throw new ArgumentException($"This cannot be simulated yet: {string.Join("; ", First.Notes)}.", nameof(request));
        }

        var cross = First.Scenario.Comparisons[name].Cross;
        string[] counts = [.. cross.Keys.Where(factor => factor.EndsWith(CountSuffix, StringComparison.Ordinal))];
        Fleet = fleet is null
            ? counts is [var only]
                ? only
                : throw new ArgumentException(
                    counts.Length == 0
                        ? $"'{name}' sweeps no number of a party, such as meter.count: [100, 100000]; its smallest and largest value are the ends of the search."
                        : $"'{name}' sweeps {string.Join(" and ", counts)}; say with --fleet whose largest value is sought.",
                    nameof(request)
                )
            : counts.Contains(fleet)
                ? fleet
                : throw new ArgumentException(
                    $"'{name}' does not sweep '{fleet}'; it sweeps {string.Join(", ", cross.Keys)}.",
                    nameof(fleet)
                );
        long[] ends = [.. cross[Fleet].Select(value => long.Parse(value, CultureInfo.InvariantCulture))];
        (Low, High) = (ends.Min(), ends.Max());
        if (!First.Cells.Any(cell => Requirements(cell).Any()))
        {
            throw new ArgumentException(
                $"No relation of '{name}' requires a delivery, such as require: {{ delivery: \">= 99 %\", within: 10 s }}; without it every fleet is small enough.",
                nameof(request)
            );
        }
    }

    /// <summary>The study with the ends of the search as the file says.</summary>
    public Study First { get; }

    /// <summary>The comparison whose architectures are searched.</summary>
    public string Comparison { get; }

    /// <summary>The factor whose largest value is sought.</summary>
    public string Fleet { get; }

    /// <summary>What decides whether a fleet passes, in words.</summary>
    public IReadOnlyList<string> Judged =>
        [
            .. First
                .Cells.SelectMany(Requirements)
                .Select(one => $"{one.Metric} of {one.Relation} at least {Readable.Percent(one.Share)}")
                .Distinct(),
        ];

    /// <summary>What the job requires but the search does not look at, in words.</summary>
    public IReadOnlyList<string> NotJudged =>
        [
            .. First
                .Cells.SelectMany(cell =>
                    cell.Plan.Job.Parties.Where(party => party.Value.Require?.BatteryLife is not null)
                        .Select(party => $"battery-life of {party.Key}")
                        .Concat(
                            cell.Plan.Job.Relations.Where(relation =>
                                    relation.Value.Require is { DeliveryShare: null } and ({ Within: not null } or { Reaction: not null })
                                )
                                .Select(relation => $"times of {relation.Key}, which says no share by 'delivery'")
                        )
                )
                .Distinct(),
        ];

    /// <summary>The smallest fleet that is tried [1].</summary>
    public long Low { get; }

    /// <summary>The largest fleet that is tried [1].</summary>
    public long High { get; }

    /// <summary>Told of each run: architecture, point, fleet, replication, and whether it passed; from any thread, one at a time.</summary>
    public Action<string, string, long, int, bool>? Progress { get; init; }

    /// <summary>Searches.</summary>
    /// <param name="resolution">Where each search stops: what fails is larger than what passes by no more than this share [1].</param>
    /// <param name="jobs">Runs at a time [1].</param>
    /// <param name="cancellation">Ends the search.</param>
    public IReadOnlyList<Capacity> Run(double resolution, int jobs, CancellationToken cancellation)
    {
        var all = First
            .Cells.GroupBy(cell => (cell.Architecture, Point: Others(cell)))
            .Select(side => (side.Key.Architecture, side.Key.Point, side.First().Replications, Cells: side.ToList()))
            .ToList();
        var sides = all.Where(side => side.Cells.Exists(cell => cell.IsFeasible)).ToList();
        var tasks = sides.SelectMany(side =>
            Enumerable.Range(1, side.Replications).Select(replication => (Side: side, Replication: replication))
        );
        var found = new System.Collections.Concurrent.ConcurrentDictionary<(string, string, int), LargestSize>();
        Parallel.ForEach(
            tasks,
            new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation },
            task =>
            {
                var (architecture, point, _, _) = task.Side;
                found[(architecture, point, task.Replication)] = LargestSize.Find(
                    Low,
                    High,
                    resolution,
                    fleet => Passes(architecture, point, fleet, task.Replication, cancellation)
                );
            }
        );
        return
        [
            .. all.Select(side => new Capacity(
                side.Architecture,
                side.Point,
                [
                    .. Enumerable
                        .Range(1, side.Replications)
                        .Select(replication => found.GetValueOrDefault((side.Architecture, side.Point, replication)))
                        .OfType<LargestSize>(),
                ]
            )
            {
                Infeasible = InfeasibleOf(side.Architecture, side.Point, side.Cells),
            }),
        ];
    }

    private bool Passes(string architecture, string point, long fleet, int replication, CancellationToken cancellation)
    {
        var study = StudyOf(fleet);
        var cell = study.Cells.First(one => one.Architecture == architecture && Others(one) == point);
        var passes = cell.IsFeasible && MeetsAll(cell, study, replication, cancellation);
        lock (_studies)
        {
            Progress?.Invoke(architecture, point, fleet, replication, passes);
        }

        return passes;
    }

    private static bool MeetsAll(Cell cell, Study study, int replication, CancellationToken cancellation)
    {
        var result = CaseRunner.Run(cell, study, replication, study.KeyOf(cell, replication), cancellation);
        return Requirements(cell).All(required => IsMet(result, required));
    }

    /// <summary>Why fleets cannot be served at all: those that the file names, and those that were tried.</summary>
    private IReadOnlyList<string> InfeasibleOf(string architecture, string point, IEnumerable<Cell> named) =>
        [
            .. named
                .Concat(
                    _studies
                        .Values.SelectMany(study => study.Cells)
                        .Where(cell => cell.Architecture == architecture && Others(cell) == point)
                )
                .SelectMany(cell => cell.Plan.Infeasible)
                .Distinct(),
        ];

    /// <summary>Each fleet is laid out and dimensioned once.</summary>
    private Study StudyOf(long fleet)
    {
        lock (_studies)
        {
            if (!_studies.TryGetValue(fleet, out var study))
            {
                var value = fleet.ToString(CultureInfo.InvariantCulture);
                _studies[fleet] = study = _load(_request with { Varied = new Dictionary<string, string> { [Fleet] = value } });
            }

            return study;
        }
    }

    /// <summary>What is required of messages, and of the chains that they end; the chain stands for both where only its time is limited.</summary>
    private static IEnumerable<(string Relation, string Metric, double Share)> Requirements(Cell cell) =>
        from relation in cell.Plan.Job.Relations
        let required = relation.Value.Require
        where required.DeliveryShare is not null
        from metric in MetricsOf(required)
        select (relation.Key, metric, required.DeliveryShare!.Value);

    private static IEnumerable<string> MetricsOf(Requirement required)
    {
        if (required.Within is not null)
        {
            yield return "delivery-in-time";
        }

        if (required.Reaction is not null)
        {
            yield return "reactions-in-time";
        }
        else if (required.Within is null)
        {
            yield return "delivery";
        }
    }

    /// <summary>A relation of which nothing was measured shows nothing, and is not met.</summary>
    private static bool IsMet(CaseResult result, (string Relation, string Metric, double Share) required) =>
        result.Runs.Any(row => row.Relation == required.Relation && row.Metric == required.Metric && row.Value >= required.Share);

    private string Others(Cell cell) =>
        string.Join(',', cell.Point.Values.Where(pair => pair.Factor != Fleet).Select(pair => $"{pair.Factor}={pair.Value}"));
}

using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running.Deriving;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What the command line makes of a scenario: the scenario as it runs, and what in it differs from the file.</summary>
internal static class AsRun
{
    /// <summary>The scenario with the seed, replications, lengths, sweeps and fleets that run, and in a quick look only the comparisons that do, with what they compare.</summary>
    public static ScenarioFile Of(ScenarioFile scenario, RunRequest request, IReadOnlyList<Cell> cells, NamedTechnologies technologies)
    {
        var asked = scenario with
        {
            Study = scenario.Study with
            {
                Seed = request.Seed ?? scenario.Study.Seed,
                Replications = request.Replications ?? scenario.Study.Replications,
            },
            Comparisons = new OrderedDictionary<string, Comparison>(
                scenario.Comparisons.Select(one =>
                    KeyValuePair.Create(
                        one.Key,
                        request.Replications is null ? one.Value : one.Value with { Replications = request.Replications }
                    )
                )
            ),
        };
        return request.Quick ? Needed(Shortened(asked, cells), technologies) : asked;
    }

    /// <summary>What of a comparison a quick look cut down, such as "meter.count 2000 instead of 20 000".</summary>
    /// <param name="scenario">What the file says.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="cells">Its cells.</param>
    /// <param name="replications">How many were made of each [1].</param>
    public static IReadOnlyList<string> Differences(
        ScenarioFile scenario,
        Comparison comparison,
        IReadOnlyList<Cell> cells,
        int replications
    )
    {
        var fleets = comparison
            .Job.SelectMany(job => scenario.Jobs[job].Parties)
            .Where(party => !comparison.Cross.ContainsKey(CountOf(party.Key)))
            .Select(party =>
                (CountOf(party.Key), Ran: CountsAt(cells, party.Key), Asked: (IReadOnlyList<string>)[Text(party.Value.Count)])
            );
        var sweeps = comparison
            .Cross.Where(factor => cells[0].Point[factor.Key] is not null)
            .Select(factor => (factor.Key, Ran: ValuesAt(cells, factor.Key), Asked: factor.Value));
        var (measured, duration) = (cells[0].Times.Measurement, comparison.Duration ?? scenario.Study.Duration);
        var wanted = comparison.Replications ?? scenario.Study.Replications;
        return
        [
            .. fleets
                .Concat(sweeps)
                .Where(factor => !factor.Ran.SequenceEqual(factor.Asked))
                .Select(factor => $"{factor.Item1} {Listed(factor.Ran)} instead of {Listed(factor.Asked)}"),
            .. measured == duration
                ? (IEnumerable<string>)[]
                : [$"{Readable.Duration(measured.TotalSeconds)} instead of {Readable.Duration(duration.TotalSeconds)}"],
            .. replications == wanted ? (IEnumerable<string>)[] : [$"{replications} replications instead of {wanted}"],
        ];
    }

    /// <summary>The scenario without the architectures that no comparison of it compares, and the technologies that only these can use: nothing gives their parameters a value.</summary>
    private static ScenarioFile Needed(ScenarioFile scenario, NamedTechnologies technologies)
    {
        var compared = scenario.Comparisons.Values.SelectMany(comparison => comparison.Cross["architecture"]).ToHashSet();
        var architectures = scenario.Architectures.Where(one => compared.Contains(one.Key)).ToList();
        var parameters = architectures.SelectMany(one => one.Value.Parameters).ToHashSet();
        return scenario with
        {
            Architectures = new OrderedDictionary<string, Architecture>(architectures),
            Technologies = new OrderedDictionary<string, TechnologyUse>(
                scenario.Technologies.Where(one => technologies.MentionsOnly(one.Key, parameters))
            ),
        };
    }

    private static ScenarioFile Shortened(ScenarioFile scenario, IReadOnlyList<Cell> cells)
    {
        var ran = cells.ToLookup(cell => cell.Comparison);
        KeyValuePair<string, Comparison>[] comparisons =
        [
            .. scenario
                .Comparisons.Where(one => ran.Contains(one.Key))
                .Select(one => KeyValuePair.Create(one.Key, Shortened(scenario, one.Value, [.. ran[one.Key]]))),
        ];
        // A job has one size for all; where comparisons cut it down differently, each says so in its own cross.
        var fleets = comparisons
            .SelectMany(one =>
                one.Value.Job.SelectMany(job =>
                    scenario
                        .Jobs[job]
                        .Parties.Keys.Where(party => !one.Value.Cross.ContainsKey(CountOf(party)))
                        .Select(party => (Comparison: one.Key, Job: job, Party: party, Count: CountsAt([.. ran[one.Key]], party)[0]))
                )
            )
            .GroupBy(fleet => (fleet.Job, fleet.Party))
            .ToLookup(fleet => fleet.Select(one => one.Count).Distinct().Count() == 1);
        var agreed = fleets[true].ToDictionary(fleet => fleet.Key, fleet => int.Parse(fleet.First().Count, CultureInfo.InvariantCulture));
        var apart = fleets[false].SelectMany(fleet => fleet).ToLookup(fleet => fleet.Comparison);
        return scenario with
        {
            Article = [],
            Claims = new OrderedDictionary<string, Claim>(scenario.Claims.Where(claim => ran.Contains(claim.Value.Comparison))),
            Jobs = new OrderedDictionary<string, Job>(
                scenario.Jobs.Select(job =>
                    KeyValuePair.Create(job.Key, Sized(job.Value, party => agreed.GetValueOrDefault((job.Key, party))))
                )
            ),
            Comparisons = new OrderedDictionary<string, Comparison>(
                comparisons.Select(one =>
                    KeyValuePair.Create(
                        one.Key,
                        one.Value with
                        {
                            Cross = new OrderedDictionary<string, IReadOnlyList<string>>([
                                .. one.Value.Cross,
                                .. apart[one.Key]
                                    .Select(fleet => KeyValuePair.Create(CountOf(fleet.Party), (IReadOnlyList<string>)[fleet.Count])),
                            ]),
                        }
                    )
                )
            ),
        };
    }

    private static Comparison Shortened(ScenarioFile scenario, Comparison comparison, IReadOnlyList<Cell> cells) =>
        comparison with
        {
            Duration = cells[0].Times.Measurement,
            Replications = cells[0].Replications,
            Cross = new OrderedDictionary<string, IReadOnlyList<string>>(
                comparison.Cross.Select(factor =>
                    cells[0].Point[factor.Key] is null ? factor : KeyValuePair.Create(factor.Key, ValuesAt(cells, factor.Key))
                )
            ),
            Uncertain = new OrderedDictionary<string, QuantityRange>(
                comparison.Uncertain.Select(input => KeyValuePair.Create(input.Key, Scaled(scenario, comparison, cells, input)))
            ),
            UncertainPoints = comparison.Uncertain.Count == 0 ? comparison.UncertainPoints : UncertainBox.QuickPoints,
        };

    /// <summary>The range of a fleet shrinks as the fleet does, that it holds what ran; others stay.</summary>
    private static QuantityRange Scaled(
        ScenarioFile scenario,
        Comparison comparison,
        IReadOnlyList<Cell> cells,
        KeyValuePair<string, QuantityRange> input
    )
    {
        foreach (var (name, party) in comparison.Job.SelectMany(job => scenario.Jobs[job].Parties))
        {
            if (CountOf(name) == input.Key)
            {
                double asked = comparison.Cross.TryGetValue(input.Key, out var crossed)
                    ? int.Parse(crossed[0], CultureInfo.InvariantCulture)
                    : party.Count;
                double ran = cells[0].Plan.Job.Parties[name].Count;
                return input.Value with { Low = input.Value.Low * ran / asked, High = input.Value.High * ran / asked };
            }
        }

        return input.Value;
    }

    private static Job Sized(Job job, Func<string, int> count) =>
        job with
        {
            Parties = new OrderedDictionary<string, Party>(
                job.Parties.Select(party =>
                    count(party.Key) is > 0 and var size ? KeyValuePair.Create(party.Key, party.Value with { Count = size }) : party
                )
            ),
        };

    private static IReadOnlyList<string> CountsAt(IReadOnlyList<Cell> cells, string party) =>
        [.. cells.Select(cell => Text(cell.Plan.Job.Parties[party].Count)).Distinct()];

    private static IReadOnlyList<string> ValuesAt(IReadOnlyList<Cell> cells, string factor) =>
        [.. cells.Select(cell => cell.Point[factor]!).Distinct()];

    private static string CountOf(string party) => $"{party}.count";

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Listed(IReadOnlyList<string> values)
    {
        string[] texts =
        [
            .. values.Select(value =>
                double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? Readable.Significant(number)
                    : value
            ),
        ];
        return texts.Length == 1 ? texts[0] : $"{string.Join(", ", texts[..^1])} and {texts[^1]}";
    }
}

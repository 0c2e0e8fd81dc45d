using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Puts into words where each architecture does what the job requires.</summary>
public static class RequirementAnswer
{
    /// <summary>What the sentences leave out.</summary>
    public const string Scope =
        "Only what the job requires is part of these lines and of ✓; energy and cost never are, battery life where the job sets one.";

    /// <summary>A line per architecture: where it meets all requirements, misses some, cannot be told, cannot work.</summary>
    public static IReadOnlyList<string> Summaries(ComparisonResults results) =>
        [.. results.Architectures.Select(name => Summary(results, name)).OfType<string>()];

    /// <summary>A sentence per requirement: where each architecture meets it.</summary>
    public static IReadOnlyList<string> Sentences(ComparisonResults results) =>
        [
            .. results.Requirements.Select(required =>
                $"{required.Demand}: {string.Join("; ", results.Architectures.Select(name => Served(results, name, required)))}."
            ),
        ];

    private static string? Summary(ComparisonResults results, string architecture)
    {
        string[] infeasible =
        [
            .. results.Comparison.Infeasible.Where(one => one.Architecture == architecture).Select(one => one.Point).Distinct(),
        ];
        var measured = results
            .Points.Select(point =>
                (
                    Point: point,
                    Status: results
                        .Requirements.Select(required => (Name: required.ShortName, Is: results.Status(architecture, point, required)))
                        .Where(one => one.Is != RequirementStatus.None)
                        .ToArray()
                )
            )
            .Where(one => one.Status.Length > 0)
            .ToArray();
        if (measured.Length == 0)
            return null;
        string[] all = [.. measured.Select(one => one.Point), .. infeasible];
        string At(IEnumerable<string> points) => PointNames.At(results.Comparison, [.. points], all);
        bool Misses((string Point, (string Name, RequirementStatus Is)[] Status) one) =>
            one.Status.Any(relation => relation.Is == RequirementStatus.Missed);

        List<string> parts = [];
        var met = measured.Where(one => one.Status.All(relation => relation.Is == RequirementStatus.Met)).ToArray();
        if (met.Length > 0)
            parts.Add($"meets all requirements{At(met.Select(one => one.Point))}");
        var missed = measured
            .SelectMany(
                one => one.Status.Where(relation => relation.Is == RequirementStatus.Missed),
                (one, relation) => (relation.Name, one.Point)
            )
            .GroupBy(one => one.Name, one => one.Point)
            .Select(relation => relation.Key + At(relation))
            .ToArray();
        if (missed.Length > 0)
            parts.Add($"misses {string.Join(", ", missed)}");
        var unclear = measured.Except(met).Where(one => !Misses(one)).ToArray();
        if (unclear.Length > 0)
            parts.Add($"cannot be told{At(unclear.Select(one => one.Point))}");
        if (infeasible.Length > 0)
            parts.Add($"cannot work{At(infeasible)}");
        return $"{architecture}: {string.Join("; ", parts)}.";
    }

    private static string Served(ComparisonResults results, string architecture, Requirement required)
    {
        var states = results.Points.ToLookup(point => results.Status(architecture, point, required));
        string[] measured = [.. states.Where(state => state.Key != RequirementStatus.None).SelectMany(state => state)];
        if (measured.Length == 0)
            return $"{architecture} was not measured";
        string[] met = [.. states[RequirementStatus.Met]];
        string[] unclear = [.. states[RequirementStatus.Unclear]];
        if (measured.Length == 1)
        {
            return met.Length == 1 ? $"{architecture} does it"
                : unclear.Length == 1 ? $"whether {architecture} does it is unclear"
                : $"{architecture} does not";
        }
        if (unclear.Length == measured.Length)
            return $"whether {architecture} does it is unclear at all {measured.Length} points";
        var text =
            met.Length == 0
                ? $"{architecture} does it at none of {measured.Length} points"
                : $"{architecture} does it{PointNames.At(results.Comparison, met, measured)}";
        return unclear.Length > 0 ? $"{text} (unclear{PointNames.At(results.Comparison, unclear, measured)})" : text;
    }
}

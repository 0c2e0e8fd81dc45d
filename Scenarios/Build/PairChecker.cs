using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Relations between pairs need as many members at one end as at the other.</summary>
internal static class PairChecker
{
    private const string Count = ".count";

    /// <summary>Tells which do not fit, at the sweep's value where a sweep has set one of the numbers.</summary>
    /// <param name="job">The job, as it is at a point.</param>
    /// <param name="point">What a sweep has set.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Check(Job job, IReadOnlyList<(string Factor, string Value)> point, Complaints problems)
    {
        foreach (var (name, spec) in job.Relations.Where(relation => relation.Value.Pairing == Pairing.OneToOne))
        {
            var counts = spec
                .To.Where(job.Parties.ContainsKey)
                .Select(party => job.Parties[party].Count)
                .Where(count => count > 1)
                .Distinct();
            if (counts.Any() && (counts.Count() > 1 || Causes.PairedWith(job, spec) is null))
            {
                Tell(name, spec, job, point, problems);
            }
        }
    }

    private static void Tell(
        string name,
        RelationSpec spec,
        Job job,
        IReadOnlyList<(string Factor, string Value)> point,
        Complaints problems
    )
    {
        var behind = Causes.Chain(job, spec).Skip(1).Select(cause => cause.From).Distinct().Where(party => party != spec.From).ToList();
        var problem =
            $"relation '{name}' pairs members of equal number, but '{spec.From}' has {Causes.Count(job, spec.From)} and {Counts(job, spec.To)}"
            + (behind.Count == 0 ? "" : $"; further back in its chain, {Counts(job, behind, " has")}");
        var swept = point
            .Where(one => one.Factor.EndsWith(Count, StringComparison.Ordinal))
            .Select(one => (Party: one.Factor[..^Count.Length], one.Factor, one.Value))
            .Where(one => job.Parties.ContainsKey(one.Party) && spec.To.Concat(behind).Append(spec.From).Contains(one.Party))
            .ToList();
        if (swept.Count == 0)
        {
            problems.Add(spec, nameof(RelationSpec.Pairing), problem);
            return;
        }

        // The number was read from the cross, and stands there.
        var at = string.Join(", ", swept.Select(one => $"{one.Factor}={one.Value}"));
        problems.Add(job.Parties[swept[0].Party], nameof(Party.Count), $"at {at}: {problem}");
    }

    private static string Counts(Job job, IEnumerable<string> parties, string verb = "") =>
        string.Join(", ", parties.Select(party => $"'{party}'{verb} {Causes.Count(job, party)}"));
}

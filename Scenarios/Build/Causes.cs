using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The chain of relations that causes the messages of one, as a job tells it.</summary>
internal static class Causes
{
    /// <summary>A relation and what causes it, back to the one that nothing causes; a circle or a name that leads nowhere ends it.</summary>
    public static IReadOnlyList<RelationSpec> Chain(Job job, RelationSpec spec)
    {
        List<RelationSpec> chain = [spec];
        while (chain[^1].After is { } after && job.Relations.GetValueOrDefault(after) is { } cause && !chain.Contains(cause))
        {
            chain.Add(cause);
        }

        return chain;
    }

    /// <summary>The relation with which the chain of one begins.</summary>
    public static RelationSpec First(Job job, RelationSpec spec) => Chain(job, spec)[^1];

    /// <summary>Whether relations cause each other, so that none of them ever begins.</summary>
    public static bool IsCircle(Job job, RelationSpec spec) => First(job, spec).After is { } after && job.Relations.ContainsKey(after);

    /// <summary>Members of each party that produces a relation of the chain, from the last cause back to the first message [1].</summary>
    public static IReadOnlyList<int> Producers(Job job, RelationSpec spec) =>
        [.. Chain(job, spec).Skip(1).Select(cause => Count(job, cause.From))];

    /// <summary>Members of a party [1].</summary>
    public static int Count(Job job, string party) => job.Parties.GetValueOrDefault(party)?.Count ?? 1;

    /// <summary>Members of the producing party of a relation that each message of its cause reaches [1].</summary>
    public static int Reached(Job job, RelationSpec cause, RelationSpec caused) =>
        cause.Pairing == Pairing.All ? Receivers(job, cause, caused.From) : 1;

    /// <summary>Members of the consuming parties for which a message is [1].</summary>
    public static int Consumers(Job job, RelationSpec spec) =>
        spec.Pairing == Pairing.All ? spec.To.Sum(party => Receivers(job, spec, party)) : spec.To.Count;

    /// <summary>Members of a party for which a message is that is for all of them: nobody talks to itself [1].</summary>
    private static int Receivers(Job job, RelationSpec spec, string party) => Count(job, party) - (party == spec.From ? 1 : 0);

    /// <summary>
    /// Whose number the consumer of a relation between pairs has: 0 for the producer, 1 for that of its cause, and so on back to the nearest party
    /// that is as large; null if none is.
    /// </summary>
    public static int? PairedWith(Job job, RelationSpec spec)
    {
        var consumers = Count(job, spec.To[0]);
        var back = Chain(job, spec).ToList().FindIndex(one => Count(job, one.From) == consumers);
        return back < 0 ? null : back;
    }
}

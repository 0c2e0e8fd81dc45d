using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The needs of several jobs on the site of the first.</summary>
internal static class SharedSite
{
    /// <summary>One job with the parties and relations of all; of equal names, about which there is a complaint, the first counts.</summary>
    public static Job Of(IReadOnlyList<Job> jobs) =>
        jobs.Count == 1
            ? jobs[0]
            : jobs[0] with
            {
                Source = string.Join("; ", jobs.Select(job => job.Source).Distinct()),
                Parties = new OrderedDictionary<string, Party>(jobs.SelectMany(job => job.Parties).DistinctBy(party => party.Key)),
                Relations = new OrderedDictionary<string, RelationSpec>(
                    jobs.SelectMany(job => job.Relations).DistinctBy(relation => relation.Key)
                ),
                Sources = jobs.Any(job => job.Sources is not null)
                    ? new OrderedDictionary<string, FigureSource>(
                        jobs.SelectMany(job => job.Sources ?? new Dictionary<string, FigureSource>()).DistinctBy(figure => figure.Key)
                    )
                    : null,
            };
}

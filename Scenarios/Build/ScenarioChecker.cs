using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Checks what a scenario file means: that every name leads somewhere and every question can be asked.</summary>
internal static class ScenarioChecker
{
    public static void Check(ScenarioFile scenario, RunRequest request, Library library, Complaints complaints)
    {
        foreach (var (name, job) in scenario.Jobs)
        {
            CheckJob(name, job, library, complaints);
        }

        foreach (var comparison in scenario.Comparisons.Values)
        {
            CheckComparison(comparison, scenario, complaints);
        }

        foreach (var claim in scenario.Claims.Values)
        {
            if (!scenario.Comparisons.ContainsKey(claim.Comparison))
            {
                complaints.AddUnknown(claim, nameof(Claim.Comparison), "comparison", claim.Comparison, scenario.Comparisons.Keys);
            }
        }

        foreach (var name in request.Comparisons.Where(name => !scenario.Comparisons.ContainsKey(name)))
        {
            complaints.At(new Files.SourcePosition($"-s {name}"), Files.Spelling.Unknown("comparison", name, scenario.Comparisons.Keys));
        }

        if (scenario.Comparisons.Count == 0)
        {
            complaints.Add(scenario, nameof(ScenarioFile.Comparisons), "there is nothing to run: 'comparisons' is empty");
        }
    }

    private static void CheckJob(string name, Job job, Library library, Complaints complaints)
    {
        foreach (var (partyName, party) in job.Parties)
        {
            if (party.Device is { } device && !library.Devices.ContainsKey(device))
            {
                complaints.AddUnknown(party, nameof(Party.Device), "device", device, library.Devices.Keys);
            }

            if (party.Device is not null && party.Kind != PartyKind.Device)
            {
                complaints.Add(
                    party,
                    nameof(Party.Device),
                    $"party '{partyName}' is a {party.Kind.ToString().ToLowerInvariant()}; only a device is one of the library"
                );
            }
        }

        if (job.Relations.Count == 0)
        {
            complaints.Add(job, nameof(Job.Relations), $"job '{name}' has no relations; nobody needs anything from anybody");
        }

        var codes = job.Parties.Keys.Select(Entity.RoleCode).ToHashSet();
        if (codes.Count != job.Parties.Count)
        {
            complaints.Add(job, nameof(Job.Parties), $"two parties of job '{name}' would draw the same random numbers; rename one of them");
        }

        foreach (var relation in job.Relations.Values)
        {
            foreach (
                var (property, party) in relation
                    .To.Select(to => (nameof(RelationSpec.To), to))
                    .Prepend((nameof(RelationSpec.From), relation.From))
            )
            {
                if (!job.Parties.ContainsKey(party))
                {
                    complaints.AddUnknown(relation, property, "party", party, job.Parties.Keys);
                }
            }

            if (relation.To.Distinct().Count() != relation.To.Count)
            {
                complaints.Add(relation, nameof(RelationSpec.To), "a consumer is named twice");
            }

            if (relation.Through is { } through && !job.Parties.ContainsKey(through))
            {
                complaints.AddUnknown(relation, nameof(RelationSpec.Through), "party", through, job.Parties.Keys);
            }

            if (relation.After is { } after && !job.Relations.ContainsKey(after))
            {
                complaints.AddUnknown(relation, nameof(RelationSpec.After), "relation", after, job.Relations.Keys);
            }
        }
    }

    private static void CheckComparison(Comparison comparison, ScenarioFile scenario, Complaints complaints)
    {
        foreach (var job in comparison.Job.Where(job => !scenario.Jobs.ContainsKey(job)))
        {
            complaints.AddUnknown(comparison, nameof(Comparison.Job), "job", job, scenario.Jobs.Keys);
        }

        if (comparison.Job.Count == 0)
        {
            complaints.Add(comparison, nameof(Comparison.Job), "a comparison needs at least one job");
        }

        CheckTogether(comparison, scenario, complaints);
        if (!comparison.Cross.TryGetValue("architecture", out var architectures) || architectures.Count == 0)
        {
            complaints.Add(comparison, nameof(Comparison.Cross), "cross needs the key 'architecture' with at least one name");
            return;
        }

        if (architectures.Distinct().Count() != architectures.Count)
        {
            complaints.Add(comparison.Cross, "architecture", "an architecture is named twice; to compare options, give them two names");
        }

        foreach (var name in architectures.Where(name => !scenario.Architectures.ContainsKey(name)))
        {
            complaints.AddUnknown(comparison.Cross, "architecture", "architecture", name, scenario.Architectures.Keys);
        }

        var known = architectures.Where(scenario.Architectures.ContainsKey).ToList();
        var jobs = comparison.Job.Where(scenario.Jobs.ContainsKey).Select(job => scenario.Jobs[job]).ToList();
        foreach (var (factor, values) in comparison.Cross.Where(c => c.Key != "architecture"))
        {
            CheckFactor(factor, values, known, jobs, comparison, scenario, complaints);
        }

        foreach (var name in known)
        {
            foreach (var missing in scenario.Architectures[name].Parameters.Where(p => !comparison.Cross.ContainsKey(p)))
            {
                complaints.Add(
                    comparison,
                    nameof(Comparison.Cross),
                    $"architecture '{name}' has the parameter '{missing}', to which cross gives no value; add '{missing}: [VALUE, …]' to it"
                );
            }
        }
    }

    /// <summary>Parties and relations of jobs that share a site are told apart by their names.</summary>
    private static void CheckTogether(Comparison comparison, ScenarioFile scenario, Complaints complaints)
    {
        var jobs = comparison.Job.Where(scenario.Jobs.ContainsKey).Distinct().Select(name => scenario.Jobs[name]).ToList();
        var names = jobs.SelectMany(job => job.Parties.Keys.Select(party => ("party", party)))
            .Concat(jobs.SelectMany(job => job.Relations.Keys.Select(relation => ("relation", relation))));
        foreach (var (kind, name) in names.CountBy(name => name).Where(count => count.Value > 1).Select(count => count.Key))
        {
            complaints.Add(comparison, nameof(Comparison.Job), $"several of these jobs have a {kind} '{name}'; give it different names");
        }

        if (comparison.Job.Distinct().Count() != comparison.Job.Count)
        {
            complaints.Add(comparison, nameof(Comparison.Job), "a job is named twice");
        }
    }

    private static void CheckFactor(
        string factor,
        IReadOnlyList<string> values,
        List<string> architectures,
        List<Job> jobs,
        Comparison comparison,
        ScenarioFile scenario,
        Complaints complaints
    )
    {
        if (values.Count == 0)
        {
            complaints.Add(comparison.Cross, factor, $"factor '{factor}' has no values");
        }

        if (values.Distinct().Count() != values.Count)
        {
            complaints.Add(comparison.Cross, factor, $"factor '{factor}' has a value twice");
        }

        if (values.Any(value => value.Contains(',', StringComparison.Ordinal) || value.Contains('=', StringComparison.Ordinal)))
        {
            complaints.Add(comparison.Cross, factor, $"values of factor '{factor}' must not contain ',' or '='");
        }

        var inJob = jobs.Any(job => JobPath.Of(job, factor) is not null);
        var without = architectures.Where(name => !scenario.Architectures[name].Parameters.Contains(factor)).ToList();
        if (!inJob && without.Count > 0)
        {
            var legal = architectures
                .SelectMany(name => scenario.Architectures[name].Parameters)
                .Concat(jobs.SelectMany(job => job.Parties.Keys.Select(party => $"{party}.count")))
                .Distinct();
            complaints.Add(
                comparison.Cross,
                factor,
                without.Count == architectures.Count
                    ? Files.Spelling.Unknown("factor", factor, legal)
                    : $"architecture '{without[0]}' has no parameter '{factor}'; every architecture of a comparison has the factors that are varied"
            );
        }
    }
}

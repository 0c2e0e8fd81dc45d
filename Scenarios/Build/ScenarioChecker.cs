using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Checks what a scenario file means: that every name leads somewhere and every question can be asked.</summary>
/// <remarks>Where something could not be read, nothing is said about what is missing from it: the name that is looked for may have stood there.</remarks>
internal static class ScenarioChecker
{
    public static void Check(ScenarioFile scenario, RunRequest request, Library library, Complaints complaints)
    {
        foreach (var (name, job) in scenario.Jobs)
        {
            CheckJob(name, job, library, complaints);
        }

        CheckMarks("architecture", scenario.Architectures, complaints);
        CheckMarks("comparison", scenario.Comparisons, complaints);
        foreach (var comparison in scenario.Comparisons.Values)
        {
            CheckComparison(comparison, scenario, complaints);
        }

        CheckComparisonNames(scenario, request, complaints);
    }

    private static void CheckComparisonNames(ScenarioFile scenario, RunRequest request, Complaints complaints)
    {
        if (complaints.IsGap(scenario, nameof(ScenarioFile.Comparisons)))
        {
            return;
        }

        foreach (var claim in scenario.Claims.Values.Where(claim => !complaints.IsGap(claim, nameof(Claim.Comparison))))
        {
            if (!scenario.Comparisons.ContainsKey(claim.Comparison))
            {
                complaints.AddUnknown(claim, nameof(Claim.Comparison), "comparison", claim.Comparison, scenario.Comparisons.Keys);
            }

            new ClaimChecker(scenario, complaints).Check(claim);
        }

        ArticleChecker.Check(scenario, complaints);
        foreach (var name in request.Comparisons.Where(name => !scenario.Comparisons.ContainsKey(name)))
        {
            complaints.At(new SourcePosition($"-s {name}"), ComparisonNames.Unknown(name, [.. scenario.Comparisons.Keys]));
        }

        if (scenario.Comparisons.Count == 0)
        {
            complaints.Add(scenario, nameof(ScenarioFile.Comparisons), "there is nothing to run: 'comparisons' is empty");
        }
    }

    /// <summary>Names that the program makes from those of the file must not meet others.</summary>
    private static void CheckMarks<T>(string kind, IReadOnlyDictionary<string, T> named, Complaints complaints)
        where T : notnull
    {
        foreach (var (name, one) in named.Where(one => DerivedName.IsDerived(one.Key)))
        {
            complaints.Add(
                one,
                $"{kind} '{name}' has a '{DerivedName.Mark}' in its name, which is kept for what is derived from it; legal is for example '{name.Replace(DerivedName.Mark, '-')}'"
            );
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
                    $"party '{partyName}' is of kind '{Names.Kebab(party.Kind.ToString())}'; only a device is one of the library"
                );
            }

            if (party.Load is { } load && !complaints.IsGap(load, nameof(LoadSpec.On)) && !complaints.IsGap(job, nameof(Job.Relations)))
            {
                if (!job.Relations.TryGetValue(load.On, out var command))
                {
                    complaints.AddUnknown(load, nameof(LoadSpec.On), "relation", load.On, job.Relations.Keys);
                }
                else if (!command.To.Contains(partyName) && !complaints.IsGap(command, nameof(RelationSpec.To)))
                {
                    complaints.Add(
                        load,
                        nameof(LoadSpec.On),
                        $"'{partyName}' learns nothing of '{load.On}', which goes to {Spelling.List(command.To)}; add it to its 'to'"
                    );
                }
            }

            if (
                party.Require?.BatteryLife is not null
                && !complaints.IsGap(party, nameof(Party.Device))
                && (party.Device is null || (library.Devices.TryGetValue(party.Device, out var spec) && spec.Supply.Battery is null))
            )
            {
                complaints.Add(
                    party.Require,
                    nameof(PartyRequirement.BatteryLife),
                    $"party '{partyName}' has no battery; give it a device of the library that runs on one, such as '{library.Devices.First(one => one.Value.Supply.Battery is not null).Key}'"
                );
            }
        }

        if (job.Relations.Count == 0 && !complaints.IsGap(job, nameof(Job.Relations)))
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
            CheckRelation(relation, job, complaints);
        }
    }

    private static void CheckRelation(RelationSpec relation, Job job, Complaints complaints)
    {
        if (!complaints.IsGap(relation, nameof(RelationSpec.From)))
        {
            CheckParty(relation, nameof(RelationSpec.From), relation.From, job, complaints);
        }

        foreach (var party in relation.To)
        {
            CheckParty(relation, nameof(RelationSpec.To), party, job, complaints);
        }

        if (
            relation.When is Occasion.Detection
            && job.Parties.GetValueOrDefault(relation.From) is { } producer
            && (producer.Measures is null || producer.Kind != PartyKind.Device)
            && !complaints.IsGap(producer, nameof(Party.Measures))
            && !complaints.IsGap(producer, nameof(Party.Kind))
        )
        {
            complaints.Add(
                relation,
                nameof(RelationSpec.From),
                $"'{relation.From}' measures nothing in which faults could be found; give it 'measures', such as 'measures: {{ every: 1 min }}', and the kind 'device'"
            );
        }

        if (relation.To.Distinct().Count() != relation.To.Count)
        {
            complaints.Add(relation, nameof(RelationSpec.To), "a consumer is named twice");
        }

        if (relation.Through is { } through)
        {
            CheckParty(relation, nameof(RelationSpec.Through), through, job, complaints);
        }

        if (relation.After is { } after && !job.Relations.ContainsKey(after) && !complaints.IsGap(job, nameof(Job.Relations)))
        {
            complaints.AddUnknown(relation, nameof(RelationSpec.After), "relation", after, job.Relations.Keys);
        }

        if (relation.After is not null)
        {
            CheckCauses(relation, job, complaints);
        }
    }

    /// <summary>Who is to act has to learn of it.</summary>
    private static void CheckCauses(RelationSpec relation, Job job, Complaints complaints)
    {
        if (Causes.IsCircle(job, relation))
        {
            complaints.Add(
                relation,
                nameof(RelationSpec.After),
                $"relations cause each other in a circle, back to '{relation.After}'; none ever begins"
            );
            return;
        }

        Reaches(nameof(RelationSpec.After), relation.After!);
        if (relation.Unless is not { } unless)
        {
            return;
        }

        if (!job.Relations.TryGetValue(unless, out var answer))
        {
            if (!complaints.IsGap(job, nameof(Job.Relations)))
            {
                complaints.AddUnknown(relation, nameof(RelationSpec.Unless), "relation", unless, job.Relations.Keys);
            }
        }
        else if (answer.After is null || Causes.First(job, answer) != Causes.First(job, relation))
        {
            complaints.Add(
                relation,
                nameof(RelationSpec.Unless),
                $"'{unless}' is no answer: it is not caused ('after') by what causes this relation"
            );
        }
        else
        {
            Reaches(nameof(RelationSpec.Unless), unless);
        }

        void Reaches(string property, string name)
        {
            if (
                job.Relations.GetValueOrDefault(name) is { } cause
                && !cause.To.Contains(relation.From)
                && !complaints.IsGap(cause, nameof(RelationSpec.To))
                && !complaints.IsGap(relation, nameof(RelationSpec.From))
            )
            {
                complaints.Add(
                    relation,
                    property,
                    $"'{relation.From}' learns nothing of '{name}', which goes to {Spelling.List(cause.To)}; add it to its 'to'"
                );
            }
        }
    }

    private static void CheckParty(RelationSpec relation, string property, string party, Job job, Complaints complaints)
    {
        if (!job.Parties.ContainsKey(party) && !complaints.IsGap(job, nameof(Job.Parties)))
        {
            complaints.AddUnknown(relation, property, "party", party, job.Parties.Keys);
        }
    }

    private static void CheckComparison(Comparison comparison, ScenarioFile scenario, Complaints complaints)
    {
        if (!complaints.IsGap(scenario, nameof(ScenarioFile.Jobs)))
        {
            foreach (var job in comparison.Job.Where(job => !scenario.Jobs.ContainsKey(job)))
            {
                complaints.AddUnknown(
                    comparison,
                    nameof(Comparison.Job),
                    "job",
                    job,
                    scenario.Jobs.Keys.Union(ApplicationLibrary.Shipped.Jobs.Keys)
                );
            }
        }

        if (comparison.Job.Count == 0 && !complaints.IsGap(comparison, nameof(Comparison.Job)))
        {
            complaints.Add(comparison, nameof(Comparison.Job), "a comparison needs at least one job");
        }

        CheckTogether(comparison, scenario, complaints);
        new CrossChecker(comparison, scenario, complaints).Check();
        WhyChecker.Check(comparison, scenario, complaints);
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
}

using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Puts detection where an architecture wants it: at the devices, or at a tier to which they then report.</summary>
/// <remarks>
/// A relation with <c>when: detection</c> at a tier becomes two: reports from the devices to the tier, and alarms from the tier to whom they are for. So
/// reports are routed, planned for and billed as any other relation.
/// </remarks>
internal sealed class DetectionPlanner(Job job, Architecture architecture, TierPlanner tiers, Complaints complaints)
{
    /// <summary>Samples of a report [1]; chosen: a day of samples a second, far more than a message could speak for.</summary>
    private const long MostSamples = 86_400;

    /// <summary>Below, a history of thousands of examples hardly shows a fault [1]; chosen.</summary>
    private const double LeastVisible = 0.5;

    private readonly List<DetectionPlan> _detections = [];

    /// <summary>What is looked for, and where.</summary>
    public IReadOnlyList<DetectionPlan> Detections => _detections;

    /// <summary>The job with the relations that follow from where detection is; the job itself where nothing is detected.</summary>
    public Job Expanded()
    {
        var detecting = job.Relations.Where(relation => relation.Value is { When: Occasion.Detection, Detect: not null }).ToList();
        foreach (var name in architecture.Detects.Keys.Where(name => detecting.TrueForAll(relation => relation.Key != name)))
        {
            complaints.AddUnknown(
                architecture.Detects,
                name,
                "relation with 'when: detection'",
                name,
                detecting.Select(relation => relation.Key)
            );
        }

        if (detecting.Count == 0)
        {
            return job;
        }

        var relations = new OrderedDictionary<string, RelationSpec>(job.Relations);
        foreach (var (name, spec) in detecting)
        {
            if (Plan(name, spec) is { } plan && tiers.Find(plan.At) is { } at)
            {
                _detections.Add(plan);
                var alarms = spec with { From = plan.At, Rate = AlarmsPerSecond(plan, spec) / at.Count };
                complaints.Places.Copy(spec, alarms);
                relations[name] = alarms;
                if (plan.Reports is { } reports)
                {
                    relations.Add(reports, Reporting(spec, plan, at));
                }
            }
        }

        var expanded = job with { Relations = relations };
        complaints.Places.Copy(job, expanded);
        if (complaints.Places.Knows(job.Relations))
        {
            complaints.Places.Copy(job.Relations, relations);
        }

        return expanded;
    }

    private RelationSpec Reporting(RelationSpec spec, DetectionPlan plan, TierPlan at)
    {
        var reporting = new RelationSpec
        {
            From = spec.From,
            To = [plan.At],
            Carries = plan.Measures.Carries,
            Every = plan.Interval,
            // Each device reports to the one member that serves it.
            Pairing = at.Count > 1 ? Pairing.Any : Pairing.All,
            Application = spec.Application,
        };
        complaints.Places.Copy(spec, reporting);
        return reporting;
    }

    private DetectionPlan? Plan(string name, RelationSpec spec)
    {
        // A period that cannot be read has been told.
        if (tiers.Find(spec.From) is not { Party.Measures: { } measures } from || measures.Every <= Duration.Zero)
        {
            return null;
        }

        var place = architecture.Detects.GetValueOrDefault(name);
        var at = place is null ? from : tiers.Find(place.At) ?? tiers.Find(Silos.NameOf(place.At, from.Silo));
        if (at is null)
        {
            complaints.AddUnknown(place!, nameof(DetectionPlace.At), "party or tier", place!.At, tiers.Tiers.Select(tier => tier.Name));
            return null;
        }

        var plan =
            at == from
                ? new DetectionPlan(name, spec.From, measures, spec.Detect!, from.Name, null, 1, 1, Duration.Zero)
                : AtTier(name, spec, measures, from, at, place!);
        if (at == from && place?.Reports is not null)
        {
            complaints.Add(place, nameof(DetectionPlace.Reports), $"'{at.Name}' looks at its own samples; only a tier is reported to");
        }

        if (plan is not null)
        {
            CheckRunLengths(plan, from, at);
            CheckLearning(plan);
        }

        return plan;
    }

    private void CheckRunLengths(DetectionPlan plan, TierPlan from, TierPlan at)
    {
        List<double> runLengths =
        [
            plan.RunLengthOfDevice(from.Count),
            .. plan.Behind > 1 ? [plan.RunLengthOfAll(at.Count)] : Array.Empty<double>(),
        ];
        if (runLengths.TrueForAll(length => length > 1 && length <= plan.LongestRun))
        {
            return;
        }

        var isLearned = plan.Detect.Algorithm == DetectorAlgorithm.Learned && runLengths.Max() <= DetectorSetting.LongestRun;
        complaints.Add(
            plan.Detect,
            nameof(Detecting.FalseAlarms),
            $"relation '{plan.Relation}', looked for at '{plan.At}' every {plan.Interval}: "
                + $"{(isLearned && runLengths.Min() > 1 ? $"one false alarm in {runLengths.Max():0} values is too seldom for a limit that is found by simulation, as that of 'learned' is" : "no limit gives so many or so few false alarms")}; "
                + $"a detector needs between 1 and {plan.LongestRun} values for one, the 'pause' after it not counted"
        );
    }

    /// <summary>What learns needs something to learn from.</summary>
    private void CheckLearning(DetectionPlan plan)
    {
        if (plan.Detect.Algorithm != DetectorAlgorithm.Learned)
        {
            return;
        }

        var ofOne = SeenFaults.Of(plan, ofAll: false);
        if (ofOne.Count == 0)
        {
            complaints.Add(
                plan.Detect,
                nameof(Detecting.Algorithm),
                $"relation '{plan.Relation}': 'learned' learns from the 'faults' that '{plan.Party}' measures, and none is declared; declare some, or choose threshold, ewma or cusum"
            );
        }
        else if (!IsVisible(ofOne) || (plan.Behind > 1 && !IsVisible(SeenFaults.Of(plan, ofAll: true))))
        {
            complaints.Add(
                plan.Detect,
                nameof(Detecting.Algorithm),
                $"relation '{plan.Relation}', looked for at '{plan.At}' every {plan.Interval}: 'learned' can learn nothing, as the mean of the {RecentMeans.Longest} values that it looks at, or of "
                    + $"those that a fault lasts, is off by less than {LeastVisible} of its standard deviations with every declared fault; choose threshold, ewma or cusum"
            );
        }
    }

    private static bool IsVisible(IReadOnlyList<SeenFault> faults) => faults.Any(fault => fault.Visibility >= LeastVisible);

    private DetectionPlan? AtTier(string name, RelationSpec spec, Measuring measures, TierPlan from, TierPlan at, DetectionPlace place)
    {
        if (place.Reports is not { } reports || reports.Nanoseconds % measures.Every.Nanoseconds != 0)
        {
            complaints.Add(
                place,
                nameof(DetectionPlace.Reports),
                $"'{at.Name}' learns what '{from.Name}' measures by 'reports', whose period is a multiple of {measures.Every}, such as {measures.Every * 10L}"
            );
            return null;
        }

        if (Behind(at, from) is not { } behind)
        {
            complaints.Add(
                place,
                nameof(DetectionPlace.At),
                $"'{at.Name}' has {at.Count} members without 'per' to say which of '{from.Name}' each serves"
            );
            return null;
        }

        if (job.Relations.FirstOrDefault(relation => relation.Value.After == name) is { Key: { } caused } && at.Count > 1)
        {
            complaints.Add(
                job.Relations[caused],
                nameof(RelationSpec.After),
                $"'{caused}' comes after '{name}', which is looked for at the {at.Count} members of '{at.Name}'; legal are devices and a single tier"
            );
        }

        var reporting = $"{name}-reports";
        if (job.Relations.ContainsKey(reporting))
        {
            complaints.Add(
                job.Relations[reporting],
                $"relation '{reporting}' has the name of the reports that '{at.Name}' gets to find '{name}'; choose another"
            );
            return null;
        }

        var samples = reports.Nanoseconds / measures.Every.Nanoseconds;
        if (samples > MostSamples)
        {
            complaints.Add(
                place,
                nameof(DetectionPlace.Reports),
                $"a report of {reports} tells of {samples} samples; at most {MostSamples} are looked at together, {measures.Every * MostSamples}"
            );
            return null;
        }

        return new DetectionPlan(name, spec.From, measures, spec.Detect!, at.Name, reporting, (int)samples, behind, place.Wait);
    }

    /// <summary>How many devices each member of a tier sees [1]; null if that is not said.</summary>
    private static int? Behind(TierPlan at, TierPlan party) =>
        at.Count == 1 ? party.Count
        : at.Serves == party ? at.PerMember
        : at.Serves is { } serves && Behind(serves, party) is { } each ? at.PerMember * each
        : null;

    /// <summary>Alarms that are planned for [1/s]: all false ones, and for each fault one after each pause.</summary>
    private double AlarmsPerSecond(DetectionPlan plan, RelationSpec spec) =>
        plan.Detect.FalseAlarms
        + plan.Faults.Sum(fault =>
            fault.Rate
            * (fault.Kind == FaultKind.Spread ? 1 : Causes.Count(job, spec.From))
            * (1 + fault.Lasts / Duration.Max(plan.Detect.Pause, plan.Interval))
        );
}

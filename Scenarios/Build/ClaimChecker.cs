using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Checks that a claim can be put to the test: that its condition can be read, and asks for what its comparison will have.</summary>
/// <param name="scenario">The file.</param>
/// <param name="complaints">What is wrong.</param>
internal sealed class ClaimChecker(ScenarioFile scenario, Complaints complaints)
{
    private const string Crossed = "architecture";

    /// <summary>Metrics with one value for a relation, a party or a whole architecture; those of parts have a part in their name.</summary>
    private static IEnumerable<string> Claimable =>
        MetricTable
            .All.Where(metric => metric.Family != MetricFamily.Diagnostic && !metric.Name.EndsWith(':'))
            .Select(metric => metric.Name);

    public void Check(Claim claim)
    {
        if (complaints.IsGap(claim, nameof(Claim.HoldsIf)) || Read(claim) is not { } condition)
        {
            return;
        }

        foreach (var part in condition.Parts)
        {
            CheckMetrics(claim, part);
        }

        if (claim.Margin < 0)
        {
            complaints.Add(claim, nameof(Claim.Margin), $"margin {claim.Margin} is negative; it is the least difference that matters");
        }

        if (claim.Margin == 0 && condition.Parts.Any(part => part.Relation == ClaimRelation.Equal))
        {
            complaints.Add(
                claim,
                nameof(Claim.Margin),
                "'=' needs a margin above 0, in the metric's unit: no number of replications shows that two are the same to the last digit"
            );
        }

        if (scenario.Comparisons.TryGetValue(claim.Comparison, out var comparison))
        {
            CheckNames(claim, condition, comparison);
        }
    }

    private ClaimCondition? Read(Claim claim)
    {
        try
        {
            return ClaimCondition.Parse(claim.HoldsIf);
        }
        catch (ClaimSyntaxException e)
        {
            complaints.Add(
                claim,
                nameof(Claim.HoldsIf),
                $"in '{claim.HoldsIf}': {e.Message}; legal is for example 'latency-p95(direct, reading) < latency-p95(brokered, reading)'"
            );
            return null;
        }
    }

    private void CheckMetrics(Claim claim, ClaimPart part)
    {
        foreach (var term in part.Terms.Where(term => !MetricTable.TryFind(term.Metric, out _)))
        {
            complaints.AddUnknown(claim, nameof(Claim.HoldsIf), "metric", term.Metric, Claimable);
        }

        string[] units =
        [
            .. part.Terms.Select(term => MetricTable.TryFind(term.Metric, out var metric) ? metric.Unit : null).OfType<string>().Distinct(),
        ];
        if (units.Length > 1)
        {
            complaints.Add(
                claim,
                nameof(Claim.HoldsIf),
                $"'{claim.HoldsIf}' holds {string.Join(" against ", units.Select(InWords))}; both sides need the same unit"
            );
        }
    }

    private static string InWords(string unit) =>
        unit switch
        {
            "s" => "seconds",
            "a" => "years",
            "1" => "shares or numbers",
            _ => unit,
        };

    private void CheckNames(Claim claim, ClaimCondition condition, Comparison comparison)
    {
        var architectures = comparison.Cross.GetValueOrDefault(Crossed, []);
        string[] factors = [.. comparison.Cross.Keys.Where(factor => factor != Crossed)];
        string[] subjects =
        [
            .. comparison
                .Job.Where(scenario.Jobs.ContainsKey)
                .SelectMany(job => scenario.Jobs[job].Relations.Keys.Concat(scenario.Jobs[job].Parties.Keys)),
        ];
        var isJobKnown =
            comparison.Job.Count > 0
            && comparison.Job.All(scenario.Jobs.ContainsKey)
            && !complaints.IsGap(comparison, nameof(Comparison.Job));
        foreach (var term in condition.Terms)
        {
            // A name in the comparison that nothing has may be meant for this one, and has been told.
            if (
                architectures.Count > 0
                && !complaints.IsGap(comparison.Cross, Crossed)
                && (architectures.All(scenario.Architectures.ContainsKey) || !scenario.Architectures.ContainsKey(term.Architecture))
            )
            {
                Known("architecture", term.Architecture, architectures);
            }

            if (term.About.Length == 0 || (isJobKnown && Known("relation or party", term.About, subjects)))
            {
                CheckSubject(claim, term, comparison);
            }

            foreach (var (factor, value) in term.At)
            {
                if (
                    !complaints.IsGap(comparison, nameof(Comparison.Cross))
                    && Known("factor", factor, factors)
                    && !complaints.IsGap(comparison.Cross, factor)
                )
                {
                    Known($"value of {factor}", value, comparison.Cross[factor]);
                }
            }
        }

        bool Known(string kind, string name, IReadOnlyCollection<string> legal)
        {
            if (!legal.Contains(name))
            {
                complaints.AddUnknown(claim, nameof(Claim.HoldsIf), kind, name, legal);
            }

            return legal.Contains(name);
        }
    }

    /// <summary>A metric that is never measured of what the claim names would be found missing only after the run.</summary>
    private void CheckSubject(Claim claim, ClaimTerm term, Comparison comparison)
    {
        if (!MetricTable.TryFind(term.Metric, out var metric))
        {
            return;
        }

        string[] relations = [.. comparison.Job.Where(scenario.Jobs.ContainsKey).SelectMany(job => scenario.Jobs[job].Relations.Keys)];
        var isOfRelation =
            metric.Family == MetricFamily.Latency
            || metric.Name is "delivery" or "delivery-in-time" or "reactions" or "reactions-in-time" or "detections" or "false-alarms";
        var isOfWhole = metric.Family is MetricFamily.Cost or MetricFamily.Complexity;
        if (isOfRelation && !relations.Contains(term.About))
        {
            complaints.Add(
                claim,
                nameof(Claim.HoldsIf),
                $"{term.Metric} is of a relation; say {term.Metric}({term.Architecture}, RELATION), with {Spelling.List(relations)}"
            );
        }
        else if (metric.Name == "human-interventions" && term.About.Length > 0)
        {
            if (!IsOfDevices(term.About, comparison))
            {
                complaints.Add(
                    claim,
                    nameof(Claim.HoldsIf),
                    $"'{term.About}' is no party of devices; human-interventions is of one, or of a whole architecture: human-interventions({term.Architecture})"
                );
            }
        }
        else if (isOfWhole && term.About.Length > 0)
        {
            complaints.Add(
                claim,
                nameof(Claim.HoldsIf),
                $"{term.Metric} is of a whole architecture; say {term.Metric}({term.Architecture})"
            );
        }
        else if (metric.Name == "battery-life" && !HasBattery(term.About, comparison))
        {
            complaints.Add(
                claim,
                nameof(Claim.HoldsIf),
                $"'{term.About}' has no battery; battery-life is of a party whose device runs on one"
            );
        }
        else if (metric.Name.StartsWith("reaction", StringComparison.Ordinal) && !EndsChain(term.About, comparison))
        {
            complaints.Add(
                claim,
                nameof(Claim.HoldsIf),
                $"'{term.About}' ends no chain; {metric.Name} is of a relation that comes 'after' another"
            );
        }
        else if (
            metric.Name is "detections" or "false-alarms" or "detection-delay-mean" or "detection-delay-p95"
            && !Detects(term.About, comparison)
        )
        {
            complaints.Add(
                claim,
                nameof(Claim.HoldsIf),
                $"'{term.About}' detects nothing; {metric.Name} is of a relation with 'when: detection'"
            );
        }
    }

    private bool Detects(string relation, Comparison comparison) =>
        comparison.Job.Any(job => scenario.Jobs.GetValueOrDefault(job)?.Relations.GetValueOrDefault(relation)?.When is Occasion.Detection);

    private bool HasBattery(string party, Comparison comparison) =>
        comparison.Job.Any(job =>
            scenario.Jobs.GetValueOrDefault(job)?.Parties.GetValueOrDefault(party) is { } one
            && (one.Device is not null || complaints.IsGap(one, nameof(Party.Device)))
        );

    private bool IsOfDevices(string party, Comparison comparison) =>
        comparison.Job.Any(job => scenario.Jobs.GetValueOrDefault(job)?.Parties.GetValueOrDefault(party)?.Kind == PartyKind.Device);

    private bool EndsChain(string relation, Comparison comparison) =>
        comparison.Job.Any(job => scenario.Jobs.GetValueOrDefault(job)?.Relations.GetValueOrDefault(relation)?.After is not null);
}

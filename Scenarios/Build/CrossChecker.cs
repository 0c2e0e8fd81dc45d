using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Checks what a comparison varies: architectures that there are, and factors that each of them or the job has.</summary>
internal sealed class CrossChecker(Comparison comparison, ScenarioFile scenario, Complaints complaints)
{
    private const string Architecture = "architecture";

    private readonly IReadOnlyList<string> _named = comparison.Cross.GetValueOrDefault(Architecture) ?? [];

    private readonly List<Job> _jobs = [.. comparison.Job.Where(scenario.Jobs.ContainsKey).Select(job => scenario.Jobs[job])];

    private IEnumerable<string> Known => _named.Where(scenario.Architectures.ContainsKey);

    /// <summary>Tells everything that is wrong with the cross.</summary>
    public void Check()
    {
        CheckArchitectures();
        List<string> unknown = [];
        foreach (var (factor, values) in comparison.Cross.Where(c => c.Key != Architecture))
        {
            CheckValues(factor, values);
            if (Misfit(factor) is { } problem)
            {
                complaints.Add(comparison.Cross, factor, problem);
                unknown.Add(factor);
            }
        }

        CheckParameters(unknown);
        CheckConditions(unknown);
    }

    /// <summary>What is named as a condition is in the cross, and a choice without it; a misspelt factor, which has been told, is one.</summary>
    private void CheckConditions(List<string> unknown)
    {
        if (complaints.IsGap(comparison, nameof(Comparison.Cross)) || complaints.IsGap(comparison, nameof(Comparison.Conditions)))
        {
            return;
        }

        if (comparison.Conditions.Distinct().Count() != comparison.Conditions.Count)
        {
            complaints.Add(comparison, nameof(Comparison.Conditions), "a condition is named twice");
        }

        foreach (
            var name in comparison
                .Conditions.Distinct()
                .Where(name => !unknown.Any(u => u != name && Spelling.Nearest(u, [name]) is not null))
        )
        {
            if (name == Architecture || !comparison.Cross.ContainsKey(name))
            {
                complaints.AddUnknown(
                    comparison,
                    nameof(Comparison.Conditions),
                    "factor of the cross",
                    name,
                    comparison.Cross.Keys.Where(factor => factor != Architecture && !IsOfJob(factor))
                );
            }
            else if (IsOfJob(name))
            {
                complaints.Add(
                    comparison,
                    nameof(Comparison.Conditions),
                    $"'{name}' is a value of the job, with which every design has to cope anyway; conditions are parameters of the architectures"
                );
            }
        }
    }

    private bool IsOfJob(string factor) => _jobs.Any(job => JobPath.Of(job, factor) is not null);

    private void CheckArchitectures()
    {
        if (
            _named.Count == 0
            && !complaints.IsGap(comparison, nameof(Comparison.Cross))
            && !complaints.IsGap(comparison.Cross, Architecture)
        )
        {
            complaints.Add(comparison, nameof(Comparison.Cross), "cross needs the key 'architecture' with at least one name");
        }

        if (_named.Distinct().Count() != _named.Count)
        {
            complaints.Add(comparison.Cross, Architecture, "an architecture is named twice; to compare options, give them two names");
        }

        if (!complaints.IsGap(scenario, nameof(ScenarioFile.Architectures)))
        {
            foreach (var name in _named.Where(name => !scenario.Architectures.ContainsKey(name)))
            {
                complaints.AddUnknown(comparison.Cross, Architecture, "architecture", name, scenario.Architectures.Keys);
            }
        }
    }

    private void CheckValues(string factor, IReadOnlyList<string> values)
    {
        if (values.Count == 0 && !complaints.IsGap(comparison.Cross, factor))
        {
            complaints.Add(comparison.Cross, factor, $"factor '{factor}' has no values");
        }

        if (values.Distinct().Count() != values.Count)
        {
            complaints.Add(comparison.Cross, factor, $"factor '{factor}' has a value twice");
        }

        if (!values.All(DesignPoint.CanHold))
        {
            complaints.Add(comparison.Cross, factor, $"values of factor '{factor}' must not be empty or contain ',' or '='");
        }
    }

    /// <summary>Why a factor is nothing that can be varied here; null if it can, or if it cannot be known.</summary>
    private string? Misfit(string factor)
    {
        var mayBeInJob =
            factor.Contains('.', StringComparison.Ordinal)
            && (
                _jobs.Count < comparison.Job.Count
                || complaints.IsGap(comparison, nameof(Comparison.Job))
                || _jobs.Any(job => complaints.IsGap(job, nameof(Job.Parties)) || complaints.IsGap(job, nameof(Job.Relations)))
            );
        if (mayBeInJob || IsOfJob(factor))
        {
            return null;
        }

        var without = Known
            .Where(name =>
                !scenario.Architectures[name].Parameters.Contains(factor)
                && !complaints.IsGap(scenario.Architectures[name], nameof(Model.Architecture.Parameters))
            )
            .ToList();
        if (without.Count == 0)
        {
            return null;
        }

        var legal = Known
            .SelectMany(name => scenario.Architectures[name].Parameters)
            .Concat(_jobs.SelectMany(job => JobPath.Usual(job, complaints.Places)))
            .Distinct()
            .ToList();
        var advice =
            factor.Contains('.', StringComparison.Ordinal) || Spelling.Suggestions(factor, legal).Count > 0
                ? ""
                : $"; a parameter is declared by the architecture ('parameters: [{factor}]') and mentioned in its hops ('${factor}')";
        return without.Count == Known.Count()
            ? Spelling.Unknown("factor", factor, legal) + advice
            : $"architecture '{without[0]}' has no parameter '{factor}'; every architecture of a comparison has the factors that are varied";
    }

    /// <summary>Every parameter needs a value; a misspelt factor, which has been told, is one.</summary>
    private void CheckParameters(List<string> unknown)
    {
        if (complaints.IsGap(comparison, nameof(Comparison.Cross)))
        {
            return;
        }

        foreach (var name in Known)
        {
            foreach (
                var missing in scenario
                    .Architectures[name]
                    .Parameters.Where(p => !comparison.Cross.ContainsKey(p) && !unknown.Any(u => Spelling.Nearest(u, [p]) is not null))
            )
            {
                complaints.Add(
                    comparison,
                    nameof(Comparison.Cross),
                    $"architecture '{name}' has the parameter '{missing}', to which cross gives no value; add '{missing}: [VALUE, …]' to it"
                );
            }
        }
    }
}

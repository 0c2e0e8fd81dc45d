using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>What is set up by hand, and what has to be kept.</summary>
internal sealed class SetupMeasures(CaseFindings run, BatteryMeasures batteries, CaseSheet sheet)
{
    /// <summary>What is set up by hand, and what has to be kept; left out where a model does not say what it takes, which has a warning.</summary>
    public void Add()
    {
        var plan = run.Network.Plan;
        if (Onboarding.Unknown(plan) is { Count: > 0 } unknown)
        {
            sheet.Warn(
                $"credentials, steps and interventions are not counted, as it is not known what commissioning takes with {string.Join(", ", unknown)}"
            );
            return;
        }

        var credentials = Onboarding.Credentials(plan);
        sheet.Add("", "credentials", credentials.Sum(one => one.Count));
        foreach (var kind in Enum.GetValues<CredentialKind>())
        {
            sheet.Add("", $"credentials:{Names.Kebab($"{kind}")}", credentials.Where(one => one.Kind == kind).Sum(one => one.Count));
        }

        AddSteps("steps-to-add-device", Onboarding.Devices(plan), party => Onboarding.OfDevice(plan, party));
        AddSteps("steps-to-add-consumer", Onboarding.Consumers(plan), party => Onboarding.OfConsumer(plan, party));
        if (batteries.NotKnown.Count == 0 && Interventions.Of(plan, run.Study.Library, batteries.Lives) is { Count: > 0 } parts)
        {
            sheet.Add("", "human-interventions", parts.Sum(part => part.PerYear));
            foreach (var (part, perYear) in parts)
            {
                sheet.Add("", $"human-interventions:{part}", perYear);
            }

            foreach (var party in Onboarding.Devices(plan))
            {
                var own = Interventions.Of(plan, run.Study.Library, batteries.Lives, party);
                sheet.Add(party.Name, "human-interventions", own.Sum(part => part.PerYear));
            }
        }
    }

    private void AddSteps(string metric, IReadOnlyList<TierPlan> parties, Func<TierPlan, IReadOnlyList<SetupTask>> of)
    {
        var steps = parties.Select(party => (party.Name, Count: of(party).Sum(task => task.Count))).ToList();
        foreach (var (party, count) in steps)
        {
            sheet.Add(party, metric, count);
        }

        if (steps.Count > 0)
        {
            sheet.Add("", metric, steps.Average(party => party.Count));
        }
    }
}

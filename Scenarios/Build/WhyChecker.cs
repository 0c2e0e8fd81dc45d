using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Checks that what a comparison wants to be taken apart is in its cross.</summary>
internal static class WhyChecker
{
    private const string Architecture = "architecture";

    public static void Check(Comparison comparison, ScenarioFile scenario, Complaints complaints)
    {
        if (complaints.IsGap(comparison, nameof(Comparison.Cross)))
        {
            return;
        }

        HashSet<string> told = [];
        foreach (var why in comparison.Why)
        {
            if (!told.Add($"{why.From} {why.To} {string.Join(' ', why.At.OrderBy(one => one.Key, StringComparer.Ordinal))}"))
            {
                complaints.Add(why, nameof(Why.To), $"'{why.From}' and '{why.To}' are taken apart at this place already");
            }

            CheckEnd(why, nameof(Why.From), why.From, comparison, scenario, complaints);
            CheckEnd(why, nameof(Why.To), why.To, comparison, scenario, complaints);
            if (why.From == why.To && !complaints.IsGap(why, nameof(Why.From)) && !complaints.IsGap(why, nameof(Why.To)))
            {
                complaints.Add(why, nameof(Why.To), $"'{why.From}' is at both ends; swaps need two architectures");
            }

            foreach (var (factor, value) in why.At)
            {
                CheckAt(why, factor, value, comparison, complaints);
            }
        }
    }

    private static void CheckEnd(Why why, string property, string name, Comparison comparison, ScenarioFile scenario, Complaints complaints)
    {
        var compared = comparison.Cross.GetValueOrDefault(Architecture) ?? [];
        // One that is misspelt in the cross has been told.
        var isClear = !complaints.IsGap(comparison.Cross, Architecture) && compared.All(scenario.Architectures.ContainsKey);
        if (isClear && !complaints.IsGap(why, property) && !compared.Contains(name))
        {
            complaints.AddUnknown(why, property, "architecture of this comparison", name, compared);
        }
    }

    private static bool IsTold(Comparison comparison, string factor, Complaints complaints) =>
        complaints.Problems.Has(complaints.Places.Of(comparison.Cross, factor));

    private static void CheckAt(Why why, string factor, string value, Comparison comparison, Complaints complaints)
    {
        if (factor == Architecture || !comparison.Cross.TryGetValue(factor, out var values))
        {
            // One that is misspelt in the cross has been told there.
            if (!comparison.Cross.Keys.Any(key => IsTold(comparison, key, complaints) && Spelling.Nearest(key, [factor]) is not null))
            {
                complaints.AddUnknown(
                    why.At,
                    factor,
                    "factor of the cross",
                    factor,
                    comparison.Cross.Keys.Where(key => key != Architecture)
                );
            }
        }
        else if (!complaints.IsGap(why.At, factor) && !complaints.IsGap(comparison.Cross, factor) && !values.Contains(value))
        {
            complaints.AddUnknown(why.At, factor, $"value of '{factor}'", value, values);
        }
    }
}

using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What is left of a comparison of which a case failed.</summary>
public sealed class FailedComparisonTests
{
    private const string Two = $$"""
        {{ScenarioText.Metering}}
          again:
            question: And once more?
            job: metering
            cross: { architecture: [direct, mediated], access: [lte-cat1] }
        """;

    [TestCase("metering", "again")]
    [TestCase("again", "metering")]
    public void Results_are_of_whole_comparisons_wherever_one_fails(string failing, string whole)
    {
        using var results = new ResultBench();
        var outcome = results.Run(
            ScenarioText.Load(Two),
            progress: progress =>
            {
                if (progress.Current.StartsWith($"{failing}/direct/", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException("It broke.");
                }
            }
        );

        Assert.That(outcome.Failures.Select(one => one.Message), Is.All.EqualTo("It broke.").And.Not.Empty);
        Assert.That(outcome.Results.Select(result => result.Id.Split('/')[0]).Distinct(), Is.EqualTo([whole]));
        Assert.That(outcome.Computed, Is.EqualTo(results.CaseFiles.Count), "what was finished is kept");
        Assert.That(results.Run(ScenarioText.Load(Two)).Reused, Is.EqualTo(outcome.Computed));
    }

    [Test]
    public void Whole_results_from_before_stay()
    {
        using var results = new ResultBench();
        var before = results.Run(ScenarioText.Load(Two));
        var runner = new StudyRunner(ScenarioText.Load(Two, new RunRequest { Replications = 4 }), results.Path)
        {
            Progress = progress =>
            {
                if (progress.Current.StartsWith("metering/direct/", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException("It broke.");
                }
            },
        };
        var left = new EarlierResults(before.Results, []).With(runner.Run(2, CancellationToken.None).Results);

        // Four cells of three replications from before, two of four.
        Assert.That(
            left.CountBy(result => result.Id.Split('/')[0]).OrderBy(one => one.Key),
            Is.EqualTo([KeyValuePair.Create("again", 8), KeyValuePair.Create("metering", 12)])
        );
    }
}

using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Same seed, same bytes: on one thread and on many, in one go and in several.</summary>
public sealed class RepeatabilityTests
{
    private static readonly string[] Files =
    [
        "runs.csv",
        "hops.csv",
        "distributions.csv",
        "topology.csv",
        "summary.csv",
        "comparisons.csv",
        "manifest.json",
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Reference = new(() => Run(new RunRequest(), jobs: 1));

    [TestCaseSource(nameof(Files))]
    public void One_run_at_a_time_or_four_write_the_same_bytes(string file) =>
        Assert.That(Run(new RunRequest(), jobs: 4)[file], Is.EqualTo(Reference.Value[file]));

    [TestCase("runs.csv")]
    [TestCase("distributions.csv")]
    public void Another_seed_gives_other_results(string file) =>
        Assert.That(Run(new RunRequest { Seed = 8 }, jobs: 2)[file], Is.Not.EqualTo(Reference.Value[file]));

    [Test]
    public void Fewer_replications_are_the_first_of_more()
    {
        using var three = new ResultBench();
        using var five = new ResultBench();
        three.Run(ScenarioText.Load(ScenarioText.Metering, new RunRequest { Replications = 3 }));
        five.Run(ScenarioText.Load(ScenarioText.Metering, new RunRequest { Replications = 5 }));

        Assert.That(five.Rows<RunRow>().Where(row => row.Replication <= 3), Is.EqualTo(three.Rows<RunRow>()));
    }

    [TestCaseSource(nameof(Files))]
    public void A_run_that_lost_some_cases_is_completed_to_the_same_bytes(string file)
    {
        using var results = new ResultBench();
        results.Run(Metering());
        foreach (var path in results.CaseFiles.Where((_, i) => i % 3 == 0))
        {
            File.Delete(path);
        }

        results.Run(Metering());

        Assert.That(results.Text(file), Is.EqualTo(Reference.Value[file]));
    }

    [Test]
    public void Only_missing_cases_are_computed_again()
    {
        using var results = new ResultBench();
        results.Run(Metering());
        File.Delete(results.CaseFiles[4]);

        Assert.That(results.Run(Metering()).Reused, Is.EqualTo(results.CaseFiles.Count - 1));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("{\"id\":")]
    [TestCase("not even JSON")]
    public void A_damaged_case_is_computed_again(string damage)
    {
        using var results = new ResultBench();
        results.Run(Metering());
        File.WriteAllText(results.CaseFiles[0], damage);
        results.Run(Metering());

        Assert.That(results.Text("runs.csv"), Is.EqualTo(Reference.Value["runs.csv"]));
    }

    [Test]
    public void Half_a_case_is_computed_again()
    {
        using var results = new ResultBench();
        results.Run(Metering());
        var whole = File.ReadAllText(results.CaseFiles[0]);
        File.WriteAllText(results.CaseFiles[0], whole[..(whole.Length / 2)]);
        results.Run(Metering());

        Assert.That(File.ReadAllText(results.CaseFiles[0]), Is.EqualTo(whole));
    }

    [Test]
    public void A_case_of_another_seed_is_not_reused()
    {
        using var results = new ResultBench();
        results.Run(Metering());

        Assert.That(results.Run(ScenarioText.Load(ScenarioText.Metering, new RunRequest { Seed = 8 })).Reused, Is.Zero);
    }

    [Test]
    public void More_replications_reuse_what_is_there()
    {
        using var results = new ResultBench();
        results.Run(Metering());

        Assert.That(results.Run(ScenarioText.Load(ScenarioText.Metering, new RunRequest { Replications = 4 })).Reused, Is.EqualTo(12));
    }

    [Test]
    public void A_changed_architecture_reuses_the_cases_of_the_others()
    {
        using var results = new ResultBench();
        results.Run(Metering());
        var changed = ScenarioText.Metering.Replace(
            "to: utility, over: internet, speaks: push }\n  mediated",
            "to: utility, over: fibre, speaks: push }\n  mediated",
            StringComparison.Ordinal
        );

        Assert.That(results.Run(ScenarioText.Load(changed)).Reused, Is.EqualTo(6));
    }

    [Test]
    public void A_run_that_was_ended_keeps_what_is_finished()
    {
        using var results = new ResultBench();
        var kept = EndAfter(3, results);

        Assert.That(kept, Is.InRange(3, 11));
    }

    [Test]
    public void A_run_that_was_ended_is_completed_to_the_same_bytes()
    {
        using var results = new ResultBench();
        EndAfter(3, results);
        results.Run(Metering());

        Assert.That(results.Text("runs.csv"), Is.EqualTo(Reference.Value["runs.csv"]));
    }

    private static Study Metering() => ScenarioText.Load(ScenarioText.Metering);

    /// <summary>Ends a run and counts the cases that it left.</summary>
    private static int EndAfter(int cases, ResultBench results)
    {
        using var end = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() =>
            results.Run(Metering(), jobs: 2, progress => EndIf(progress.Done >= cases, end), end.Token)
        );
        return results.CaseFiles.Count;
    }

    private static void EndIf(bool enough, CancellationTokenSource end)
    {
        if (enough)
        {
            end.Cancel();
        }
    }

    private static Dictionary<string, string> Run(RunRequest request, int jobs)
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(ScenarioText.Metering, request), jobs);
        return Files.ToDictionary(file => file, results.Text);
    }
}

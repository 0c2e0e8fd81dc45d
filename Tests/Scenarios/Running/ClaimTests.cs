using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Tests.Analysis;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Results never overwrite anything but results of the same study.</summary>
public sealed class ClaimTests
{
    [Test]
    public void A_new_folder_is_created()
    {
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "a", "b");
        ResultWriter.Claim(results, "study");

        Assert.That(Directory.Exists(results));
    }

    [Test]
    public void A_folder_of_the_same_study_is_used_again()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(ScenarioText.Metering));

        Assert.That(() => ResultWriter.Claim(results.Path, "study"), Throws.Nothing);
    }

    [Test]
    public void A_folder_of_another_study_is_refused()
    {
        using var results = new ResultBench();
        results.Run(ScenarioText.Load(ScenarioText.Metering));

        Assert.That(
            () => ResultWriter.Claim(results.Path, "other"),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("holds the results of study 'study', not of 'other'")
        );
    }

    [Test]
    public void A_folder_with_other_things_in_it_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "thesis.tex"), "");

        Assert.That(
            () => ResultWriter.Claim(folder.Path, "study"),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("is not empty and holds no results of ours")
        );
    }

    [Test]
    public void A_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "results");
        File.WriteAllText(file, "");

        Assert.That(() => ResultWriter.Claim(file, "study"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("is a file"));
    }

    [Test]
    public void A_run_that_was_ended_before_its_first_table_can_go_on()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, ResultWriter.CaseFolder));

        Assert.That(() => ResultWriter.Claim(folder.Path, "study"), Throws.Nothing);
    }
}

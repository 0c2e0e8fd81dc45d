using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Reports;

namespace M2mVsIoTSim.Tests.Analysis.Reports;

public sealed class StaleOutputsTests
{
    [Test]
    public void Claims_of_another_comparison_leave_figures_alone()
    {
        using var folder = new TemporaryFolder();
        var there = SampleStudy.Manifest();
        var name = there.Comparisons[0].Name;
        var figure = Figure(folder, there, name);

        StaleOutputs.Remove(folder.Path, there with { Claims = [new("other", null, null, "another", "components(a) < 5", 0, "hash")] });

        Assert.That(figure, Does.Exist);
    }

    [Test]
    public void Figures_of_other_cases_are_removed()
    {
        using var folder = new TemporaryFolder();
        var there = SampleStudy.Manifest();
        var name = there.Comparisons[0].Name;
        var figure = Figure(folder, there, name);

        StaleOutputs.Remove(folder.Path, there with { Cases = [new($"{name}/direct//r1", "another digest")] });

        Assert.That(figure, Does.Not.Exist);
    }

    private static string Figure(TemporaryFolder folder, StudyManifest manifest, string comparison)
    {
        JsonFile.Write(folder.Path, manifest);
        var figures = Directory.CreateDirectory(Path.Combine(folder.Path, FigureSet.Folder)).FullName;
        var figure = Path.Combine(figures, $"{comparison}-overview.svg");
        File.WriteAllText(figure, "");
        return figure;
    }
}

using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class ResultFolderTests
{
    [Test]
    public void A_folder_gives_all_its_tables()
    {
        using var folder = new TemporaryFolder();
        SampleStudy.Write(folder.Path, replications: 2);

        var read = ResultFolder.Read(folder.Path);

        Assert.That(new[] { read.Runs.Count, read.Distributions.Count, read.Hops.Count, read.Topology.Count }, Has.All.GreaterThan(0));
    }

    [Test]
    public void A_folder_without_runs_is_refused()
    {
        using var folder = new TemporaryFolder();
        JsonFile.Write(folder.Path, SampleStudy.Manifest());

        Assert.That(() => ResultFolder.Read(folder.Path), Throws.TypeOf<ResultFormatException>().With.Message.Contains("runs.csv"));
    }
}

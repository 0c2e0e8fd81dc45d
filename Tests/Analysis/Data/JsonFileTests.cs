using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis.Data;

public sealed class JsonFileTests
{
    [Test]
    public void A_manifest_reads_back()
    {
        using var folder = new TemporaryFolder();
        JsonFile.Write(folder.Path, SampleStudy.Manifest());
        var before = File.ReadAllText(Path.Combine(folder.Path, JsonFile.Manifest));

        JsonFile.Write(folder.Path, JsonFile.ReadManifest(folder.Path));

        Assert.That(File.ReadAllText(Path.Combine(folder.Path, JsonFile.Manifest)), Is.EqualTo(before));
    }

    [Test]
    public void An_environment_reads_back()
    {
        using var folder = new TemporaryFolder();
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var environment = new StudyEnvironment("host", "Linux", ".NET 10", 2, start, start.AddSeconds(3), 4, 5);
        JsonFile.Write(folder.Path, environment);

        Assert.That(JsonFile.ReadEnvironment(folder.Path), Is.EqualTo(environment));
    }

    [TestCase("{}")]
    [TestCase("not json")]
    [TestCase("null")]
    public void A_file_that_is_no_manifest_is_refused_by_name(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, JsonFile.Manifest), text);

        Assert.That(
            () => JsonFile.ReadManifest(folder.Path),
            Throws.TypeOf<ResultFormatException>().With.Message.Contains("manifest.json")
        );
    }
}

using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Tests.Analysis;

namespace M2mVsIoTSim.Tests.Scenarios;

public sealed class SchemaTests
{
    private static IEnumerable<TestCaseData> Readable() =>
        Repository
            .Names("CanSay")
            .Select(name => Repository.PathOf("CanSay", $"{name}.yaml"))
            .Append(Repository.Shipped)
            .Select(path => new TestCaseData(path).SetArgDisplayNames(Path.GetFileName(path)));

    [Test]
    public void The_schema_at_the_root_is_that_of_the_reader() =>
        Assert.That(
            File.ReadAllText(Path.Combine(Repository.Root, "scenarios.schema.json")),
            Is.EqualTo(ScenarioSchema.Text()),
            "Run `m2miot schema -o scenarios.schema.json`."
        );

    [TestCaseSource(nameof(Readable))]
    public void The_effective_scenario_reads_back_to_itself(string path)
    {
        var study = Study.Load(path);

        Assert.That(Again(path, study).Text, Is.EqualTo(study.Text));
    }

    [TestCaseSource(nameof(Readable))]
    public void The_effective_scenario_means_the_same(string path)
    {
        var study = Study.Load(path);

        Assert.That(
            Again(path, study).Cells.Select(cell => $"{cell.Id}\n{cell.Text}\n{cell.Times}"),
            Is.EqualTo(study.Cells.Select(cell => $"{cell.Id}\n{cell.Text}\n{cell.Times}"))
        );
    }

    [Test]
    public void The_effective_scenario_keeps_its_parameters() =>
        Assert.That(Study.Load(Repository.Shipped).Text, Does.Contain("over: [$access, operator-core, internet]"));

    [Test]
    public void The_effective_scenario_has_the_options_filled_in() =>
        Assert.That(Study.Load(Repository.Shipped).Text, Does.Contain("keep-alive: "));

    /// <summary>The effective scenario, read from a file beside the tables that the original names.</summary>
    private static Study Again(string path, Study study)
    {
        using var folder = new TemporaryFolder();
        foreach (var table in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.csv"))
        {
            File.Copy(table, Path.Combine(folder.Path, Path.GetFileName(table)));
        }

        var copy = Path.Combine(folder.Path, Path.GetFileName(path));
        File.WriteAllText(copy, study.Text);
        return Study.Load(copy);
    }
}

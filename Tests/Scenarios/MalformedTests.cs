using M2mVsIoTSim.Scenarios.Running;
using M2mVsIoTSim.Tests.Analysis;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Each file of <c>Malformed</c> has mistakes; the text file of the same name holds exactly the messages about them.</summary>
public sealed class MalformedTests
{
    private static IEnumerable<string> All => Repository.Names("Malformed");

    [TestCaseSource(nameof(All))]
    public void Every_mistake_is_told_at_once_with_its_place(string name) =>
        Assert.That(Messages(Repository.PathOf("Malformed", $"{name}.yaml")), Is.EqualTo(Repository.MessagesAbout(name).TrimEnd()));

    [Test]
    public void A_missing_file_is_told() =>
        Assert.That(Messages("/no/such/folder/study.yaml"), Is.EqualTo("study.yaml: there is no such file"));

    [Test]
    public void A_folder_is_not_a_file()
    {
        using var folder = new TemporaryFolder();

        Assert.That(Messages(folder.Path), Does.StartWith($"{Path.GetFileName(folder.Path)}: the file cannot be read: "));
    }

    [TestCase(new byte[] { 0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe })]
    [TestCase(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xe4 })]
    public void What_is_not_text_is_told(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "study.yaml");
        File.WriteAllBytes(path, bytes);

        Assert.That(Messages(path), Is.EqualTo("study.yaml: the file is not UTF-8 text; save it in that encoding"));
    }

    [Test]
    public void Aliases_do_not_make_a_file_explode()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "study.yaml");
        var levels = Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]");
        File.WriteAllLines(path, levels.Prepend("a0: &a0 [x, x, x, x, x, x, x, x, x]"));

        Assert.That(
            Messages(path),
            Does.Match(@"^study\.yaml:\d+:\d+: the file has more than 200000 values once aliases are replaced; [^\n]+$")
        );
    }

    [TestCase(
        "study.sead",
        "5",
        "--set study.sead: unknown key 'sead'; did you mean 'seed'? Legal here: seed, replications, warm-up, duration"
    )]
    [TestCase(
        "meter.count",
        "5",
        "--set meter.count: unknown name 'meter'. Legal here: study, jobs, architectures, comparisons; 'meter' stands in jobs.metering.parties.meter.count"
    )]
    [TestCase("study.seed.x", "5", "--set study.seed.x: there is nothing called 'x' inside of the value '7' at study:1:16")]
    [TestCase(
        "jobs.meterin.area.radius",
        "1 km",
        "--set jobs.meterin.area.radius: unknown name 'meterin'; did you mean 'metering'? Legal here: metering"
    )]
    [TestCase(
        "study.duration",
        "1 kg",
        "--set study.duration: duration: expected a duration such as '15 min', found '1 kg': there is no unit 'kg'"
    )]
    [TestCase("study..seed", "5", "--set study..seed: 'study..seed' is not a path; a path is names joined by points, such as 'study.seed'")]
    [TestCase("jobs.metering.parties", "{", "--set jobs.metering.parties: this is not valid YAML: ")]
    public void A_setting_that_does_not_fit_is_told(string path, string value, string message) =>
        Assert.That(
            () => ScenarioText.Load(ScenarioText.Metering, new RunRequest { Settings = [(path, value)] }),
            Throws.TypeOf<ScenarioException>().With.Message.StartsWith(message)
        );

    [Test]
    public void A_setting_finds_its_way_past_a_misspelt_key() =>
        Assert.That(
            () =>
                ScenarioText.Load(
                    ScenarioText.Metering.Replace("parties:", "parites:", StringComparison.Ordinal),
                    new RunRequest { Settings = [("jobs.metering.parties.meter.count", "0")] }
                ),
            Throws
                .TypeOf<ScenarioException>()
                .With.Message.Match(
                    "^study:6:5: unknown key 'parites'[^\\n]+\\n--set [^\\n]+ count: '0' is out of range; legal: 1 [^\\n]+$"
                )
        );

    [Test]
    public void A_comparison_that_does_not_exist_is_told() =>
        Assert.That(
            () => ScenarioText.Load(ScenarioText.Metering, new RunRequest { Comparisons = ["meterin"] }),
            Throws
                .TypeOf<ScenarioException>()
                .With.Message.EqualTo("-s meterin: unknown comparison 'meterin'; did you mean 'metering'? Legal here: metering")
        );

    [Test]
    public void A_quick_look_at_a_sweep_that_is_none_is_told() =>
        Assert.That(
            () =>
                ScenarioText.Load(
                    ScenarioText.Metering.Replace("lorawan-eu868]", "lorawan-eu868], meter.count: [10.5, 20]", StringComparison.Ordinal),
                    new RunRequest { Quick = true }
                ),
            Throws.TypeOf<ScenarioException>().With.Message.Contains("count: expected a whole number such as '3', found '10.5'")
        );

    /// <summary>Messages with the bare name of the file.</summary>
    private static string Messages(string path)
    {
        var error = Assert.Throws<ScenarioException>(() => Study.Load(path))!;
        return error.Message.Replace(path, Path.GetFileName(path), StringComparison.Ordinal);
    }
}

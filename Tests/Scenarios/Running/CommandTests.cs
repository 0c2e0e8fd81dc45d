using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Cli;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Tests.Analysis;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>The command as a user meets it: exit codes, messages on stderr, tables on stdout, results in files.</summary>
[NonParallelizable]
public sealed class CommandTests
{
    [TestCase("unknown-protocol")]
    [TestCase("two-documents")]
    [TestCase("swept-value-out-of-range")]
    [TestCase("no-way")]
    public async Task A_malformed_file_is_exit_code_2_with_messages_on_stderr_only(string name)
    {
        using var folder = new TemporaryFolder();
        var file = Repository.PathOf("Malformed", $"{name}.yaml");
        var outcome = await Outcome.Of("run", file, "-o", Path.Combine(folder.Path, "out"));

        Assert.That(
            (outcome.ExitCode, outcome.Out, outcome.Error.Replace(file, Path.GetFileName(file), StringComparison.Ordinal)),
            Is.EqualTo((2, "", Repository.MessagesAbout(name)))
        );
    }

    [Test]
    public async Task A_malformed_file_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        await Outcome.Of("run", Repository.PathOf("Malformed", "no-way.yaml"), "-o", Path.Combine(folder.Path, "out"));

        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [TestCase("run", "--set", "study.seed")]
    [TestCase("run", "--no-such-option")]
    [TestCase("run", "-r", "0")]
    [TestCase("run", "-r", "many")]
    [TestCase("run", "-j", "0")]
    [TestCase("run", "-j", "99999999999")]
    [TestCase("run", "--seed", "-1")]
    [TestCase("run", "--precision", "300%")]
    [TestCase("check", "no-such-file.yaml")]
    [TestCase("explain", "lorawam")]
    [TestCase("report", "no-such-folder")]
    [TestCase("no-such-command")]
    [TestCase]
    public async Task A_wrong_command_line_is_exit_code_2_without_a_stack_trace(params string[] arguments)
    {
        var outcome = await Outcome.Of(arguments);

        Assert.That((outcome.ExitCode, outcome.Error.Length > 10, outcome.Error.Contains("   at ")), Is.EqualTo((2, true, false)));
    }

    [TestCase("unknown option '--quik'; did you mean '--quick'?", "run", "--quik")]
    [TestCase("unknown option '--quik'; did you mean '--quick'?", "run", "scenarios.yaml", "--quik")]
    [TestCase("unknown option '--quik'; did you mean '--quick'?", "run", "-s", "metering-packages", "--quik")]
    [TestCase("unknown option '--sed'; did you mean '--seed'?", "run", "--sed", "4")]
    [TestCase("unknown option '--efective'; did you mean '--effective'?", "check", "--efective")]
    [TestCase("unknown command 'chek'; did you mean 'check'?", "chek")]
    [TestCase("unknown model, device, battery, module, price or job 'lorawan'; did you mean 'lorawan-eu868'", "explain", "lorawan")]
    [TestCase("-r many: expected a whole number such as 7", "run", "-r", "many")]
    public async Task A_misspelt_word_of_the_command_line_gets_the_nearest_legal_one(string message, params string[] arguments)
    {
        var outcome = await Outcome.Of(arguments);

        Assert.That(outcome.Error, Does.StartWith(message));
    }

    [Test]
    public async Task Whether_a_quick_look_takes_what_a_run_refuses_is_said()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "study.yaml");
        File.WriteAllText(
            file,
            """
            study: { duration: 1 h }
            jobs:
              vineyard:
                source: a test
                parties: { probe: { count: 40 }, farm: { kind: application } }
                relations: { moisture: { from: probe, to: farm, every: 15 min } }
            architectures:
              collected:
                tiers: { gateway: { is: concentrator, count: 2 } }
                hops:
                  - { from: probe, to: gateway, over: fibre, speaks: push }
                  - { from: gateway, to: farm, over: [fibre, internet], speaks: push }
            comparisons:
              one: { question: "?", job: vineyard, cross: { architecture: [collected] }, quick: { fleet: 1 } }
            """
        );

        Assert.That(
            (await Outcome.Of("check", file)).Error,
            Does.EndWith(", and only `run --quick`, with its smaller fleets, takes them.\n")
        );
        Assert.That(
            (await Outcome.Of("check", file, "--set", "comparisons.one.quick.fleet=4")).Error,
            Does.EndWith("`run` refuses those comparisons, with --quick too.\n")
        );
    }

    [TestCase("-s")]
    [TestCase("--comparison")]
    [TestCase("--scenario")]
    public async Task A_comparison_is_named_by_an_option_of_that_name(string option)
    {
        var outcome = await Outcome.Of("run", Repository.Shipped, option, "no-such-one");

        Assert.That(outcome.Error, Does.StartWith("-s no-such-one: unknown comparison 'no-such-one'"));
    }

    [TestCase("metering-pack", "metering-packages")]
    [TestCase("consumers", "metering-consumers")]
    public async Task A_part_of_the_name_of_a_comparison_suggests_it(string part, string name)
    {
        var outcome = await Outcome.Of("run", Repository.Shipped, "-s", part);

        Assert.That(
            $"{outcome.ExitCode} {outcome.Error}",
            Does.StartWith($"2 -s {part}: unknown comparison '{part}'; did you mean '{name}'?")
        );
    }

    [Test]
    public async Task A_folder_that_cannot_be_made_is_exit_code_2_with_a_remedy()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        var below = Path.Combine(bench.Scenario, "out");
        var outcome = await Outcome.Of("run", bench.Scenario, "-o", below);

        Assert.That(
            $"{outcome.ExitCode} {outcome.Error}",
            Does.Match(@"^2 \S+/out: results cannot be written there \([^)]+\); choose with -o a folder in which you may write\n$")
        );
    }

    [Test]
    public void A_folder_that_was_only_claimed_is_empty()
    {
        using var folder = new TemporaryFolder();
        ResultWriter.Claim(folder.Path, "study");

        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [Test]
    public async Task A_scenario_that_cannot_be_simulated_yet_is_exit_code_2_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        var results = Path.Combine(folder.Path, "out");
        var outcome = await Outcome.Of("run", Repository.PathOf("CanSay", "several-gateways-and-standby.yaml"), "-o", results);

        Assert.That((outcome.ExitCode, Directory.Exists(results)), Is.EqualTo((2, false)));
    }

    [Test]
    public async Task A_scenario_that_is_infeasible_as_a_whole_is_exit_code_2_and_writes_nothing()
    {
        using var bench = new CommandBench(
            ScenarioText
                .Metering.Replace("4 x 16 bit", "60 x 8 bit", StringComparison.Ordinal)
                .Replace("lte-cat1, ", "", StringComparison.Ordinal)
        );
        var outcome = await bench.Run();

        Assert.That((outcome.ExitCode, Directory.Exists(bench.Results)), Is.EqualTo((2, false)));
    }

    [Test]
    public async Task A_run_writes_tables_to_stdout_and_results_to_files()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        var outcome = await bench.Run();

        Assert.That(
            (
                outcome.ExitCode,
                outcome.Out.StartsWith("metering: What does a broker"),
                File.Exists(Path.Combine(bench.Results, "runs.csv"))
            ),
            Is.EqualTo((0, true, true)),
            outcome.Error
        );
    }

    [Test]
    public async Task Results_of_another_study_are_exit_code_2_and_stay()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        await bench.Run();
        var before = await File.ReadAllTextAsync(Path.Combine(bench.Results, "manifest.json"));
        File.Move(bench.Scenario, bench.Other);
        var outcome = await Outcome.Of("run", bench.Other, "-o", bench.Results, "--no-report");

        Assert.That((outcome.ExitCode, await File.ReadAllTextAsync(Path.Combine(bench.Results, "manifest.json"))), Is.EqualTo((2, before)));
    }

    [Test]
    public async Task A_second_run_into_a_folder_in_use_is_exit_code_2_and_names_the_first()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        Directory.CreateDirectory(bench.Results);
        using var first = FolderLock.Take(bench.Results);
        var second = await bench.Run();

        Assert.That(
            $"{second.ExitCode} {second.Error}",
            Is.EqualTo(
                $"2 another run, process {Environment.ProcessId}, is writing to {bench.Results}; wait for it or choose another folder with -o\n"
            )
        );
    }

    [Test]
    public async Task A_lock_that_a_killed_run_left_keeps_nobody_out()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        Directory.CreateDirectory(bench.Results);
        await File.WriteAllTextAsync(Path.Combine(bench.Results, FolderLock.LockFile), "");
        await File.WriteAllTextAsync(Path.Combine(bench.Results, FolderLock.OwnerFile), "1");

        Assert.That((await bench.Run()).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_run_leaves_no_lock_behind()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        await bench.Run();

        Assert.That(Directory.GetFiles(bench.Results, "run.*"), Is.Empty);
    }

    [TestCase("--seed", "5")]
    [TestCase("--quick")]
    public async Task Results_of_other_settings_are_exit_code_2_and_stay(params string[] settings)
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        await bench.Run();
        var before = bench.Text("runs.csv");
        var outcome = await bench.Run(settings);

        Assert.That(
            (outcome.ExitCode, outcome.Error.Contains("or replace them with --replace"), bench.Text("runs.csv")),
            Is.EqualTo((2, true, before))
        );
    }

    [Test]
    public async Task Results_of_another_text_are_replaced_without_asking()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        await bench.Run();
        var before = bench.Text("runs.csv");
        var outcome = await bench.Run("--set", "jobs.metering.area.radius=2 km");

        Assert.That((outcome.ExitCode, bench.Text("runs.csv") == before), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task Replaced_results_leave_no_report_that_contradicts_them()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        await bench.Run();
        await File.WriteAllTextAsync(Path.Combine(bench.Results, "report.html"), "");
        var outcome = await bench.Run("--seed", "5", "--replace");

        Assert.That((outcome.ExitCode, File.Exists(Path.Combine(bench.Results, "report.html"))), Is.EqualTo((0, false)));
    }

    [Test]
    public async Task A_report_that_still_holds_stays()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        await bench.Run();
        await File.WriteAllTextAsync(Path.Combine(bench.Results, "report.html"), "");
        await bench.Run();

        Assert.That(File.Exists(Path.Combine(bench.Results, "report.html")));
    }

    [Test]
    public async Task A_comparison_that_is_run_alone_leaves_the_others_in_the_tables()
    {
        using var bench = new CommandBench(TwoComparisons);
        await bench.Run();
        var before = (bench.Text("runs.csv"), bench.Text("summary.csv"), bench.Text("manifest.json"));
        await bench.Run("-s", "metering");

        Assert.That((bench.Text("runs.csv"), bench.Text("summary.csv"), bench.Text("manifest.json")), Is.EqualTo(before));
    }

    // Of seven comparisons nobody reads whole tables; of one, whatever the folder holds beside it.
    [Test]
    public async Task A_comparison_that_is_run_alone_is_shown_whole_beside_many_others()
    {
        var many = string.Concat(
            Enumerable
                .Range(1, 7)
                .Select(i =>
                    $"\n  c{i}: {{ question: \"?\", job: metering, cross: {{ architecture: [direct, mediated], access: [lte-cat1] }} }}"
                )
        );
        using var bench = new CommandBench(ScenarioText.Metering + many);
        using var fresh = new CommandBench(ScenarioText.Metering + many);
        await bench.Run();

        Assert.That((await bench.Run("-s", "c1")).Out, Is.EqualTo((await fresh.Run("-s", "c1")).Out));
    }

    [Test]
    public async Task Figures_of_a_comparison_go_when_its_results_change_and_those_of_others_stay()
    {
        using var bench = new CommandBench(TwoComparisons);
        await bench.Run();
        var figures = Directory.CreateDirectory(Path.Combine(bench.Results, "figures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(figures, "metering-overview.svg"), "");
        await File.WriteAllTextAsync(Path.Combine(figures, "metering-again-overview.svg"), "");
        await Outcome.Of("run", bench.Scenario, "-o", bench.Results, "-r", "2", "--no-report", "-s", "metering");

        Assert.That(Directory.GetFiles(figures).Select(Path.GetFileName), Is.EqualTo(["metering-again-overview.svg"]));
    }

    [Test]
    public async Task A_precision_needs_five_replications_at_least()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        await bench.Run("--precision", "90%");

        Assert.That(JsonFile.ReadManifest(bench.Results).Replications, Is.AtLeast(5));
    }

    [Test]
    public async Task Warnings_stand_under_the_table()
    {
        using var bench = new CommandBench(ScenarioText.Metering);

        Assert.That((await bench.Run()).Out, Does.Contain("\n! energy does not include the operator's radio network and core of lte-cat1"));
    }

    [TestCase("water-meter", "sleep-current: 2 uA")]
    [TestCase("water-meter", "Source (from-memory): STM32L0")]
    [TestCase("li-socl2-d", "capacity: 17 Ah")]
    [TestCase("li-socl2-d", "In: water-meter, air-quality-sensor, asset-tracker, weather-station, river-gauge.")]
    [TestCase("li-socl2-d", "-20 °C: 12.283 Ah usable, self-discharge 0.063 % / year")]
    [TestCase("li-socl2-d", "ln(1 + s Q / I) / s")]
    [TestCase("nb-iot", "release-current: 17.523 mA")]
    [TestCase("sx1276", "receive-current: 11.5 mA")]
    [TestCase("sx1276", "Source (confirmed): SX1276 data sheet: band 1 with LnaBoost on")]
    [TestCase("nrf9160", "Not of the module itself, but defaults of nb-iot:\n")]
    [TestCase("lorawan-eu868", "\n  sx1276  Semtech SX1276, LoRa transceiver")]
    [TestCase("lorawan-eu868", "`m2miot validate lorawan-eu868` runs them.\n\n  aloha")]
    [TestCase("lorawan-eu868", "carriers of 150 to 2000 MHz, distances of 1 to 20 km, stations at 30 to 200 m")]
    public async Task Devices_and_batteries_are_explained_with_their_sources(string name, string fragment) =>
        Assert.That((await Outcome.Of("explain", name)).Out, Does.Contain(fragment));

    [Test]
    public void A_module_leaves_to_the_technology_what_it_does_not_say_itself() =>
        Assert.That(
            Library.Shipped.LeftOpenBy(Library.Shipped.Modules["nrf9160"], "nb-iot"),
            Is.SupersetOf(new[] { "receive-current", "idle-current", "start-current", "core-current", "release-current" })
                .And.Not.Member("voltage")
                .And.Not.Member("transmit-current")
        );

    [Test]
    public void An_exception_that_nobody_foresaw_is_one_line() =>
        Assert.That(
            UnexpectedError.Message(new AggregateException(new ArgumentException("two\nlines."))),
            Does.Match("^m2miot has stopped with an error of its own, ArgumentException: two lines. Please report it [^\n]+$")
        );

    [Test]
    public async Task A_missing_scenario_file_comes_with_a_remedy() =>
        Assert.That(
            (await Outcome.Of("run", "no-such.yaml")).Error,
            Does.StartWith("no-such.yaml: there is no such file; name a scenario file after the command")
        );

    [Test]
    public async Task A_folder_with_other_things_in_it_is_exit_code_2()
    {
        using var bench = new CommandBench(ScenarioText.Metering);
        Directory.CreateDirectory(bench.Results);
        await File.WriteAllTextAsync(Path.Combine(bench.Results, "thesis.tex"), "");

        Assert.That((await bench.Run()).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Check_tells_what_is_infeasible()
    {
        using var bench = new CommandBench(ScenarioText.Metering.Replace("4 x 16 bit", "60 x 8 bit", StringComparison.Ordinal));
        var outcome = await Outcome.Of("check", bench.Scenario);

        Assert.That(outcome.Out, Does.Contain("infeasible: direct at access=lorawan-eu868: relation 'reading': "));
    }

    [TestCase("claims", "holds no results (manifest.json is missing)")]
    [TestCase("report", "holds no results (manifest.json is missing)")]
    [TestCase("capacity", "is a folder; name a scenario file")]
    [TestCase("check", "is a folder; name a scenario file")]
    public async Task A_folder_without_results_is_told_as_such(string command, string problem)
    {
        using var folder = new TemporaryFolder();
        var outcome = await Outcome.Of(command, folder.Path);

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(outcome.Error, Does.StartWith($"{folder.Path}: {problem}"));
    }

    [Test]
    public async Task Check_calls_two_factors_a_package()
    {
        using var bench = new CommandBench(FairOrNotTests.Text);
        var outcome = await Outcome.Of("check", bench.Scenario);

        Assert.That(
            outcome.Out,
            Does.Contain(
                    "plain and unfair differ in a package of 2 factors:\n    access: dsl | fibre\n    security: none | TLS 1.3, server by certificate, resumed\n"
                )
                .And.Contain("plain and fair differ in one factor:\n    access: dsl | fibre\n")
        );
    }

    [Test]
    public async Task Check_of_a_good_file_is_exit_code_0()
    {
        var outcome = await Outcome.Of("check", Repository.Shipped);

        Assert.That((outcome.ExitCode, outcome.Error), Is.EqualTo((0, $"{Repository.Shipped}: no mistakes.\n")));
    }

    [Test]
    public async Task The_effective_scenario_goes_to_stdout_alone()
    {
        var outcome = await Outcome.Of("check", Repository.Shipped, "--effective");

        Assert.That((outcome.Out[..6], outcome.Error), Is.EqualTo(("study:", "")));
    }

    private static string TwoComparisons =>
        $$"""
            {{ScenarioText.Metering}}
              metering-again:
                question: And again?
                job: metering
                cross: { architecture: [direct, mediated], access: [lte-cat1] }
            """;

    /// <summary>What a command did.</summary>
    private sealed record Outcome(int ExitCode, string Out, string Error)
    {
        public static async Task<Outcome> Of(params string[] arguments)
        {
            var (output, error) = (Console.Out, Console.Error);
            using var newOutput = new StringWriter { NewLine = "\n" };
            using var newError = new StringWriter { NewLine = "\n" };
            try
            {
                Console.SetOut(newOutput);
                Console.SetError(newError);
                return new Outcome(await Program.Main(arguments), newOutput.ToString(), newError.ToString());
            }
            finally
            {
                Console.SetOut(output);
                Console.SetError(error);
            }
        }
    }

    /// <summary>A scenario in a folder of its own, with a folder for its results.</summary>
    private sealed class CommandBench : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public CommandBench(string text) => File.WriteAllText(Scenario, text);

        public string Scenario => Path.Combine(_folder.Path, "study.yaml");

        public string Other => Path.Combine(_folder.Path, "other.yaml");

        public string Results => Path.Combine(_folder.Path, "out");

        public string Text(string file) => File.ReadAllText(Path.Combine(Results, file));

        public Task<Outcome> Run(params string[] more) => Outcome.Of(["run", Scenario, "-o", Results, "-r", "1", "--no-report", .. more]);

        public void Dispose() => _folder.Dispose();
    }
}

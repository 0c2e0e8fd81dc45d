using M2mVsIoTSim.Cli;
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
            Is.EqualTo((2, "", await File.ReadAllTextAsync(Repository.PathOf("Malformed", $"{name}.txt"))))
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
    [TestCase("unknown model 'lorawan'; did you mean 'lorawan-eu868'?", "explain", "lorawan")]
    [TestCase("-r many: expected a whole number such as 7", "run", "-r", "many")]
    public async Task A_misspelt_word_of_the_command_line_gets_the_nearest_legal_one(string message, params string[] arguments)
    {
        var outcome = await Outcome.Of(arguments);

        Assert.That(outcome.Error, Does.StartWith(message));
    }

    [TestCase("metering-pack", "metering-packages")]
    [TestCase("packages", "metering-packages")]
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
        var outcome = await Outcome.Of("run", Repository.PathOf("CanSay", "people.yaml"), "-o", results);

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

        public Task<Outcome> Run() => Outcome.Of("run", Scenario, "-o", Results, "-r", "1", "--no-report");

        public void Dispose() => _folder.Dispose();
    }
}

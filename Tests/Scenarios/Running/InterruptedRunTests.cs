using System.Diagnostics;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Cli;
using M2mVsIoTSim.Tests.Analysis;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What is left of a run that somebody ends by Ctrl-C, again and again, as the first seems to do nothing.</summary>
[Platform(Exclude = "Win", Reason = "sends a signal")]
public sealed class InterruptedRunTests
{
    private const string Study = $$"""
        {{ScenarioText.Metering}}
          second:
            question: And once more?
            job: metering
            cross: { architecture: [direct, mediated], access: [lte-cat1] }
          endless:
            question: How long does it take?
            job: [metering]
            cross: { architecture: [direct, mediated], access: [lte-cat1], meter.count: [20000] }
            replications: 2000
        """;

    [Test]
    public void However_often_a_run_is_interrupted_it_leaves_results_that_can_be_read()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "study.yaml");
        var results = Path.Combine(folder.Path, "out");
        File.WriteAllText(file, Study);
        using var run = Start("dotnet", [typeof(Program).Assembly.Location, "run", file, "-o", results, "--no-report", "-j", "1"]);
        var said = (Out: run.StandardOutput.ReadToEndAsync(), Error: run.StandardError.ReadToEndAsync());
        Wait(run, () => File.Exists(Path.Combine(results, "decisions.csv")) && HasCases(Path.Combine(results, "cases"), "second"));
        while (!run.HasExited)
        {
            using var signal = Start("kill", ["-INT", $"{run.Id}"]);
            signal.WaitForExit();
            Thread.Sleep(20);
        }

        run.WaitForExit();
        var error = said.Error.Result;
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Interrupted), error);
        Assert.That(error, Does.EndWith("the same command goes on from there.\n"));
        var read = ResultFolder.Read(results);
        Assert.That(read.Manifest.Comparisons.Select(one => one.Name), Does.Contain("metering").And.Not.Contain("endless"));
        Assert.That(read.Runs.Select(row => row.Comparison).Distinct(), Is.EquivalentTo(read.Manifest.Comparisons.Select(one => one.Name)));
        Assert.That(Directory.GetFiles(results, "*.tmp"), Is.Empty);
    }

    private static bool HasCases(string cases, string comparison) =>
        Directory.Exists(cases) && Directory.EnumerateFiles(cases, "*", SearchOption.AllDirectories).Any(file => file.Contains(comparison));

    private static void Wait(Process run, Func<bool> isSo)
    {
        var since = Stopwatch.StartNew();
        while (!isSo() && !run.HasExited && since.Elapsed < TimeSpan.FromMinutes(2))
        {
            Thread.Sleep(10);
        }

        Assert.That(isSo(), Is.True, "it has come so far");
    }

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}

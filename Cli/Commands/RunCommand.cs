using System.CommandLine;
using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Scenarios.Results;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot run</c>: runs comparisons and writes tables, figures and the report.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var file = Inputs.File();
        var names = Inputs.Names();
        var settings = Inputs.Settings();
        var quick = new Option<bool>("--quick") { Description = "A quick look: 3 replications, ends of sweeps, small fleets, short runs." };
        var replications = new Option<int?>("-r", "--replications") { Description = "Replications of each case.", HelpName = "N" };
        var precision = Share(
            "--precision",
            "Add replications until half an interval is at most this share of its mean, in percent: 5 and 5% are the same."
        );
        var confidence = Share("--confidence", "Confidence of those intervals, in percent: 95 and 95% are the same.");
        var seed = new Option<ulong?>("--seed") { Description = "Seed instead of the file's.", HelpName = "N" };
        var jobs = new Option<int>("-j", "--jobs")
        {
            Description = "Runs at a time; all cores if not given.",
            HelpName = "JOBS",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var output = new Option<string?>("-o", "--output")
        {
            Description = "Folder for the results; results/STUDY if not given.",
            HelpName = "DIR",
        };
        var noReport = new Option<bool>("--no-report") { Description = "Tables only, no figures and no report." };
        var replace = new Option<bool>("--replace")
        {
            Description =
                "Replace results of another seed, length or text of the scenario; finished cases that did not change are used again.",
        };
        replications.Validators.Add(AtLeastOne);
        jobs.Validators.Add(AtLeastOne);
        var command = new Command("run", "Runs the comparisons of a scenario file.")
        {
            file,
            names,
            quick,
            replications,
            precision,
            confidence,
            seed,
            jobs,
            settings,
            output,
            noReport,
            replace,
        };
        command.SetLongAction(
            (parsed, cancellation) =>
            {
                var request = new RunRequest
                {
                    Comparisons = parsed.GetValue(names)!,
                    Quick = parsed.GetValue(quick),
                    Replications = parsed.GetValue(replications),
                    Precision = parsed.GetValue(precision),
                    Confidence = parsed.GetValue(confidence) ?? 0.95,
                    Seed = parsed.GetValue(seed),
                    Settings = Inputs.Parse(parsed.GetValue(settings)!),
                };
                var path = parsed.GetValue(file)!;
                var options = new RunOptions(
                    parsed.GetValue(output),
                    parsed.GetValue(jobs),
                    !parsed.GetValue(noReport),
                    parsed.GetValue(replace)
                );
                return Run(path, Inputs.Load(path, request), options, cancellation);
            }
        );
        return command;
    }

    private static int Run(string path, Study study, RunOptions options, CancellationToken cancellation)
    {
        if (study.Notes.Count > 0)
        {
            throw new UserException($"This cannot be simulated yet:\n  {string.Join("\n  ", study.Notes)}");
        }

        if (!study.Cells.Any(cell => cell.IsFeasible))
        {
            throw new UserException("Nothing to run: no cell of these comparisons is feasible; `m2miot check` tells why.");
        }

        var directory = options.Output ?? Path.Combine("results", study.Request.Quick ? $"{study.Name}-quick" : study.Name);
        using var held = Claim(directory, study.Name);
        var (whole, earlier) = Earlier(directory, path, study, options.Replace);
        var started = DateTimeOffset.UtcNow;
        using var progress = ProgressView.Create();
        var compared = study.Cells.Select(cell => cell.Comparison).Distinct().Count();
        var show = new ResultShow(directory, whole, compared, earlier, options.Report, progress, cancellation);
        var runner = new StudyRunner(study, directory)
        {
            Progress = progress.Show,
            ComparisonDone = show.Done,
            Lengthened = progress.Say,
        };
        using var told = cancellation.Register(() =>
            progress.Say("Interrupted: the tables of what is finished are written, then it ends.")
        );
        RunOutcome outcome;
        try
        {
            outcome = runner.Run(options.Jobs, cancellation);
        }
        catch (OperationCanceledException)
        {
            show.Flush();
            return Interrupted(directory, progress);
        }

        progress.Close();
        show.Flush();
        foreach (var failure in outcome.Failures)
        {
            Console.Error.WriteLine($"{failure.Id}: {failure.Message}");
        }

        Tell(study, outcome.Missed);
        if (cancellation.IsCancellationRequested)
        {
            return Interrupted(directory, progress);
        }

        if (show.Results is not { } results)
        {
            return ExitCode.Failed;
        }

        JsonFile.Write(directory, Surroundings(started, outcome));
        if (options.Report)
        {
            HtmlReport.Write(directory, results, show.Drawn);
            Console.Error.WriteLine($"Report: {Path.Combine(directory, "report.html")}");
        }

        return outcome.Failures.Count > 0 || outcome.Missed.Count > 0 || show.HasFailed ? ExitCode.Failed : ExitCode.Done;
    }

    private static int Interrupted(string directory, ProgressView progress)
    {
        progress.Say($"Interrupted. Finished cases are kept in {directory}; the same command goes on from there.");
        return ExitCode.Interrupted;
    }

    private static FolderLock Claim(string directory, string study)
    {
        try
        {
            ResultWriter.Claim(directory, study);
            return FolderLock.Take(directory);
        }
        catch (Exception e) when (e is InvalidDataException or ResultFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException(e.Message);
        }
    }

    /// <summary>What the folder holds already, and the study with those comparisons too.</summary>
    private static (Study Whole, EarlierResults Earlier) Earlier(string directory, string path, Study study, bool replace)
    {
        if (!File.Exists(Path.Combine(directory, JsonFile.Manifest)))
        {
            return (study, EarlierResults.None);
        }

        var there = JsonFile.ReadManifest(directory);
        if (EarlierResults.Conflict(there, study) is { } conflict)
        {
            return replace
                ? (study, EarlierResults.None)
                : throw new UserException(
                    $"{directory}: holds results {conflict}; choose another folder with -o, or replace them with --replace"
                );
        }

        var names = there
            .Comparisons.Select(comparison => comparison.Name)
            .Where(study.Scenario.Comparisons.ContainsKey)
            .Union(study.Cells.Select(cell => cell.Comparison));
        var whole = Inputs.Load(path, study.Request with { Comparisons = [.. names] });
        var earlier = EarlierResults.Read(directory, there, whole);
        var left = earlier.Outdated.Where(name => study.Cells.All(cell => cell.Comparison != DerivedName.Origin(name))).ToList();
        if (left.Count > 0)
        {
            Console.Error.WriteLine(
                $"note: the results of {string.Join(", ", left)} in {directory} were made from another text or by another version of the program and are left out; run them again"
            );
        }

        return (whole, earlier);
    }

    private static void Tell(Study study, IReadOnlyList<PrecisionMiss> missed)
    {
        if (missed.Count > 0)
        {
            Console.Error.WriteLine(
                $"--precision {Readable.Percent(study.Request.Precision!.Value)} was missed by {missed.Count} {(missed.Count == 1 ? "mean" : "means")}:"
            );
            foreach (var miss in missed)
            {
                Console.Error.WriteLine($"  {miss}");
            }
        }
    }

    private static StudyEnvironment Surroundings(DateTimeOffset started, RunOutcome outcome) =>
        new(
            Environment.MachineName,
            System.Runtime.InteropServices.RuntimeInformation.OSDescription,
            $"{System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription} {System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture}",
            Environment.ProcessorCount,
            started,
            DateTimeOffset.UtcNow,
            outcome.Computed,
            outcome.Reused
        );

    private static Option<double?> Share(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "PERCENT",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                var number = text.TrimEnd('%').Trim();
                if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and < 100)
                {
                    return percent / 100;
                }

                result.AddError($"{name} {text}: expected a share between 0 % and 100 %, such as 5%");
                return null;
            },
        };

    /// <summary>Complains about a number below one; what is no number at all is told by the parser.</summary>
    private static void AtLeastOne(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [.., var token] && long.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && value < 1)
        {
            result.AddError($"{result.IdentifierToken?.Value} {value}: expected at least 1");
        }
    }

    /// <summary>Where results go, and how.</summary>
    private sealed record RunOptions(string? Output, int Jobs, bool Report, bool Replace);
}

using System.CommandLine;
using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;
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
        var quick = new Option<bool>("--quick")
        {
            Description = "A look in a minute: 3 replications, ends of sweeps, small fleets, short runs.",
        };
        var replications = new Option<int?>("-r", "--replications") { Description = "Replications of each case.", HelpName = "N" };
        var precision = Share("--precision", "Add replications until intervals are this narrow: 5%.");
        var confidence = Share("--confidence", "Confidence of those intervals: 95%.");
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
        };
        command.SetAction(
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
                var study = Inputs.Load(parsed.GetValue(file)!, request);
                return Task.FromResult(
                    Run(study, parsed.GetValue(output), parsed.GetValue(jobs), !parsed.GetValue(noReport), cancellation)
                );
            }
        );
        return command;
    }

    private static int Run(Study study, string? output, int jobs, bool report, CancellationToken cancellation)
    {
        if (study.Notes.Count > 0)
        {
            throw new UserException($"This cannot be simulated yet:\n  {string.Join("\n  ", study.Notes)}");
        }

        if (!study.Cells.Any(cell => cell.IsFeasible))
        {
            throw new UserException("Nothing to run: no cell of these comparisons is feasible; `m2miot check` tells why.");
        }

        var directory = output ?? Path.Combine("results", study.Request.Quick ? $"{study.Name}-quick" : study.Name);
        Claim(directory, study.Name);
        var started = DateTimeOffset.UtcNow;
        using var progress = ProgressView.Create();
        var drawing = report;
        var (failed, written) = (false, false);
        var runner = new StudyRunner(study, directory)
        {
            Progress = progress.Show,
            ComparisonDone = (comparison, cases) =>
            {
                ResultWriter.Write(directory, study, cases);
                Summary.Write(directory);
                written = true;
                progress.Close();
                Console.Out.WriteLine(Tables.Headline(directory, comparison));
                drawing = drawing && Draw(directory, comparison, progress, ref failed);
            },
        };
        RunOutcome outcome;
        try
        {
            outcome = runner.Run(jobs, cancellation);
        }
        catch (OperationCanceledException)
        {
            progress.Say($"Interrupted. Finished cases are kept in {directory}; the same command goes on from there.");
            return ExitCode.Interrupted;
        }

        progress.Close();
        foreach (var failure in outcome.Failures)
        {
            Console.Error.WriteLine($"{failure.Id}: {failure.Message}");
        }

        if (!written)
        {
            return ExitCode.Failed;
        }

        JsonFile.Write(directory, Surroundings(started, outcome));
        if (report)
        {
            HtmlReport.Write(directory);
            Console.Error.WriteLine($"Report: {Path.Combine(directory, "report.html")}");
        }

        return outcome.Failures.Count > 0 || failed ? ExitCode.Failed : ExitCode.Done;
    }

    private static void Claim(string directory, string study)
    {
        try
        {
            ResultWriter.Claim(directory, study);
        }
        catch (Exception e) when (e is InvalidDataException or ResultFormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException(e.Message);
        }
    }

    private static bool Draw(string directory, string comparison, ProgressView progress, ref bool failed)
    {
        try
        {
            FigureSet.Draw(directory, comparison);
            progress.Say($"{comparison}: tables and figures are in {directory}");
            return true;
        }
        catch (FontMissingException e)
        {
            progress.Say($"No figures: {e.Message}");
            failed = true;
            return false;
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
            outcome.Results.Count - outcome.Reused,
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
}

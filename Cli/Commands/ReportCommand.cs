using System.CommandLine;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot report</c>: tables, figures and the report again, from the results that are there.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A folder of results." };
        var allFigures = new Option<bool>("--all-figures")
        {
            Description = $"Draw every figure that the data allow, not only {FigureChoice.Most} of each comparison.",
        };
        var command = new Command("report", "Writes tables, figures and the report of a result folder again.") { directory, allFigures };
        command.SetAction(parsed => Write(parsed.GetValue(directory)!, parsed.GetValue(allFigures) ? int.MaxValue : FigureChoice.Most));
        return command;
    }

    private static int Write(string directory, int mostFigures)
    {
        try
        {
            JsonFile.ReadManifest(directory);
            using var held = FolderLock.Take(directory);
            var results = DerivedTables.Write(directory);
            var drawn = results.All.ToDictionary(
                comparison => comparison.Comparison.Name,
                comparison => FigureSet.Draw(directory, comparison, mostFigures),
                StringComparer.Ordinal
            );
            HtmlReport.Write(directory, results, drawn);
            Console.Out.Write(string.Join('\n', results.All.Select(Tables.Headline)));
        }
        catch (Exception e) when (e is ResultFormatException or InvalidDataException)
        {
            throw new UserException(e.Message);
        }
        catch (FontMissingException e)
        {
            throw new UserException($"No figures: {e.Message}", ExitCode.Failed);
        }

        Console.Error.WriteLine($"Report: {Path.Combine(directory, "report.html")}");
        return ExitCode.Done;
    }
}

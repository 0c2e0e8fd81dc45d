using System.CommandLine;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Decisions;
using M2mVsIoTSim.Analysis.Figures;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot report</c>: tables, figures and the report again, from the results that are there.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "A folder of results." };
        var command = new Command("report", "Writes tables, figures and the report of a result folder again.") { directory };
        command.SetAction(parsed => Write(parsed.GetValue(directory)!));
        return command;
    }

    private static int Write(string directory)
    {
        try
        {
            JsonFile.ReadManifest(directory);
            using var held = FolderLock.Take(directory);
            Summary.Write(directory);
            ClaimTable.Write(directory);
            ReasonTables.Write(directory);
            DecisionTable.Write(directory);
            foreach (var comparison in ResultFolder.Read(directory).Manifest.Comparisons)
            {
                FigureSet.Draw(directory, comparison.Name);
            }

            HtmlReport.Write(directory);
        }
        catch (Exception e) when (e is ResultFormatException or InvalidDataException)
        {
            throw new UserException(e.Message);
        }
        catch (FontMissingException e)
        {
            throw new UserException($"No figures: {e.Message}", ExitCode.Failed);
        }

        Console.Out.Write(
            string.Join(
                '\n',
                ResultFolder.Read(directory).Manifest.Comparisons.Select(comparison => Tables.Headline(directory, comparison.Name))
            )
        );
        Console.Error.WriteLine($"Report: {Path.Combine(directory, "report.html")}");
        return ExitCode.Done;
    }
}

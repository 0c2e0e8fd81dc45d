using System.CommandLine;
using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Reports;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot claims</c>: the claims of a study with their verdicts.</summary>
internal static class ClaimsCommand
{
    public static Command Create()
    {
        var directory = new Argument<string[]>("DIR")
        {
            Description = "A folder of results; several, run with different seeds, tell whether their verdicts agree.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("claims", "Holds the claims of a scenario against its results: verdict, places, causes, intervals.")
        {
            directory,
        };
        command.SetAction(parsed => parsed.GetValue(directory) is [var only] ? Write(only) : Compare(parsed.GetValue(directory)!));
        return command;
    }

    private static int Compare(string[] directories)
    {
        try
        {
            var agreements = ClaimAgreement.Of([.. directories.Select(ResultFolder.Read)]);
            foreach (var agreement in agreements)
            {
                Console.Out.WriteLine(AgreementAnswer.Headline(agreement));
                foreach (var line in AgreementAnswer.Details(agreement))
                {
                    Console.Out.WriteLine($"  {line}");
                }
            }

            Console.Out.WriteLine(AgreementAnswer.Summary(agreements));
        }
        catch (ResultFormatException e)
        {
            throw new UserException(e.Message);
        }
        catch (ArgumentException e)
        {
            throw new UserException(e.Message.Split(" (Parameter")[0]);
        }

        return ExitCode.Done;
    }

    private static int Write(string directory)
    {
        try
        {
            var folder = ResultFolder.Read(directory);
            if (folder.Manifest.Claims.Count == 0)
            {
                Console.Error.WriteLine(
                    $"{directory} has results of no comparison that a claim names; docs/scenario-file.md says how to make claims."
                );
                return ExitCode.Done;
            }

            foreach (var comparison in folder.Manifest.Claims.Select(claim => claim.Comparison).Distinct())
            {
                var results = ComparisonResults.Of(folder, comparison);
                foreach (var test in ClaimTest.Of(results))
                {
                    Console.Out.WriteLine(ClaimAnswer.Headline(results, test));
                    foreach (var line in ClaimAnswer.Details(results, test))
                    {
                        Console.Out.WriteLine($"  {line}");
                    }
                }
            }
        }
        catch (ResultFormatException e)
        {
            throw new UserException(e.Message);
        }

        return ExitCode.Done;
    }
}

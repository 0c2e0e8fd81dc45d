using System.CommandLine;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot list</c>: the comparisons of a file and their questions.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var file = Inputs.File();
        var command = new Command("list", "Lists the comparisons of a scenario file and their questions.") { file };
        command.SetAction(parsed =>
        {
            var study = Inputs.Load(parsed.GetValue(file)!, new RunRequest());
            var width = study.Scenario.Comparisons.Keys.Max(name => name.Length);
            foreach (var (name, comparison) in study.Scenario.Comparisons)
            {
                var runs = study.Cells.Where(cell => cell.Comparison == name).Sum(cell => cell.Replications);
                Console.WriteLine($"{name.PadRight(width)}  {comparison.Question} ({runs} runs)");
            }

            return ExitCode.Done;
        });
        return command;
    }
}

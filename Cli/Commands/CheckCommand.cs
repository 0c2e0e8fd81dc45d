using System.CommandLine;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot check</c>: all mistakes at once, families, and what compared architectures differ in.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var file = Inputs.File();
        var settings = Inputs.Settings();
        var effective = new Option<bool>("--effective")
        {
            Description = "Print the scenario with all defaults filled in, and nothing else.",
        };
        var command = new Command("check", "Tells every mistake in a scenario file, and what its comparisons compare.")
        {
            file,
            settings,
            effective,
        };
        command.SetAction(parsed =>
        {
            var request = new RunRequest { Settings = Inputs.Parse(parsed.GetValue(settings)!) };
            var study = Inputs.Load(parsed.GetValue(file)!, request);
            if (parsed.GetValue(effective))
            {
                Console.Write(study.Text);
                return ExitCode.Done;
            }

            foreach (var comparison in study.Cells.GroupBy(cell => cell.Comparison))
            {
                Describe(study, comparison.Key, [.. comparison]);
            }

            foreach (var note in study.Notes)
            {
                Console.Error.WriteLine($"note: {note}");
            }

            Console.Error.WriteLine(
                study.Notes.Count == 0
                    ? $"{parsed.GetValue(file)}: no mistakes."
                    : $"{parsed.GetValue(file)}: no mistakes, but some of it cannot be simulated yet; `run` refuses those comparisons{Quick(parsed.GetValue(file)!, request)}."
            );
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What a quick look does with comparisons that a run refuses: its fleets are smaller, and may not meet what cannot be simulated.</summary>
    private static string Quick(string file, RunRequest request) =>
        Inputs.Load(file, request with { Quick = true }).Notes.Count == 0
            ? ", and only `run --quick`, with its smaller fleets, takes them"
            : ", with --quick too";

    private static void Describe(Study study, string name, IReadOnlyList<Cell> cells)
    {
        Console.WriteLine($"{name}: {study.Scenario.Comparisons[name].Question}");
        foreach (var architecture in cells.GroupBy(cell => cell.Architecture))
        {
            Console.WriteLine(
                $"  {architecture.Key} ({string.Join(" or ", architecture.Select(c => c.Plan.Family).Distinct())}): {Counted(architecture.Count(), "point")}, {Counted(architecture.Sum(c => c.Replications), "run")}"
            );
        }

        foreach (var difference in Comparability.Differences(cells))
        {
            Console.WriteLine(
                $"  {difference.A} and {difference.B} differ in {difference.Factors.Count switch { 0 => "nothing", 1 => "one factor:", var n => $"a package of {n} factors:" }}"
            );
            foreach (var factor in difference.Factors)
            {
                Console.WriteLine($"    {factor.Factor}: {factor.A} | {factor.B}");
            }
        }

        foreach (var sweep in Sweeps.Of(cells))
        {
            Console.WriteLine(
                $"  {sweep.Factor}: {sweep.From} -> {sweep.To} changes{(sweep.Equal.Count == 0 ? "" : $"; equal are {string.Join(", ", sweep.Equal)}")}"
            );
            foreach (var change in sweep.Changes)
            {
                Console.WriteLine($"    {change.Factor}: {change.A} | {change.B}");
            }
        }

        foreach (var caution in Comparability.Cautions(cells))
        {
            Console.WriteLine($"  warning: {caution}");
        }

        foreach (var cell in cells.Where(cell => !cell.IsFeasible))
        {
            Console.WriteLine($"  infeasible: {cell.Architecture} at {cell.Point}: {string.Join("; ", cell.Plan.Infeasible)}");
        }

        foreach (var derived in study.AllCells.Where(cell => cell.IsDerived && cell.Origin == name).GroupBy(cell => cell.Comparison))
        {
            Console.WriteLine(
                $"  beside it: {derived.Key}, {Counted(derived.Select(cell => $"{cell.Point}").Distinct().Count(), "point")}, {Counted(derived.Sum(cell => cell.Replications), "run")}"
            );
        }

        Console.WriteLine();
    }

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}

using System.CommandLine;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Validation;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot validate</c>: the models beside theory, publications and other simulators.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = "Suites, or models that they validate; all if not given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string?>("-o", "--output") { Description = "Write the validation page here.", HelpName = "FILE" };
        var command = new Command("validate", "Holds the models against theory, publications and other simulators.") { names, output };
        command.SetLongAction(
            (parsed, cancellation) =>
            {
                var suites = Find(parsed.GetValue(names)!);
                var result = ValidationResult.Run(suites, cancellation: cancellation, finished: Tell);
                Print(result);
                if (suites.Count == ValidationCatalog.All.Count)
                {
                    PrintUncompared();
                }

                Console.WriteLine(ValidationPage.Summary(result));
                if (parsed.GetValue(output) is { } file)
                {
                    Save(file, ValidationPage.Of(result));
                }

                return result.HasPassed ? ExitCode.Done : ExitCode.Failed;
            }
        );
        return command;
    }

    private static IReadOnlyList<ValidationSuite> Find(string[] names)
    {
        var all = ValidationCatalog.All;
        foreach (var name in names.Where(name => !all.Any(suite => Is(suite, name))))
        {
            throw new UserException(
                Spelling.Unknown(
                    "suite or validated model",
                    name,
                    all.Select(suite => suite.Name).Union(all.SelectMany(suite => suite.Models))
                )
            );
        }

        return names.Length == 0 ? all : [.. all.Where(suite => names.Any(name => Is(suite, name)))];
    }

    private static bool Is(ValidationSuite suite, string name) => suite.Name == name || suite.Models.Contains(name);

    /// <summary>Something to watch; the table comes in order, at the end.</summary>
    private static void Tell(ValidationSuite suite, ValidationOutcome outcome)
    {
        if (!outcome.IsSound || !Console.IsErrorRedirected)
        {
            Console.Error.WriteLine($"{suite.Name}: {outcome.Row.Name}: {ValidationPage.Word(outcome.Verdict)}");
        }
    }

    private static void Print(ValidationResult result)
    {
        foreach (var (suite, outcomes) in result.Suites)
        {
            Console.WriteLine($"{suite.Title} ({suite.Name})");
            var width = outcomes.Max(outcome => outcome.Row.Name.Length);
            Console.WriteLine($"  {"".PadRight(width)}  {"expected", 12} {"obtained", 12} {"± 99 %", 9}  unit  verdict (criterion)");
            foreach (var outcome in outcomes)
            {
                var half = outcome.HalfWidth is { } value ? $"{value:G2}" : "–";
                Console.WriteLine(
                    $"  {outcome.Row.Name.PadRight(width)}  {ValidationPage.Number(outcome.Row.Expected), 12} {ValidationPage.Number(outcome.Obtained.Mean), 12} {half, 9}  {outcome.Row.Unit, -4}  {ValidationPage.Word(outcome.Verdict)} ({outcome.Row.Criterion.Text})"
                );
            }

            foreach (var cause in outcomes.Select(outcome => outcome.Row.Cause).OfType<string>().Distinct())
            {
                Console.WriteLine($"  cause: {cause}");
            }

            Console.WriteLine();
        }
    }

    /// <summary>What nobody should look for among the rows.</summary>
    private static void PrintUncompared()
    {
        Console.WriteLine($"{ValidationPage.Uncompared}:");
        foreach (var reference in UncomparedReferences.All)
        {
            Console.WriteLine($"  {reference.Title}: {string.Join("; ", reference.Figures)}");
            Console.WriteLine($"  cause: {reference.Cause}");
        }

        Console.WriteLine();
    }

    /// <summary>All of the file or none of it.</summary>
    private static void Save(string file, string text)
    {
        try
        {
            var temporary = $"{file}.{Environment.ProcessId}.tmp";
            File.WriteAllText(temporary, text);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{file}: cannot be written ({e.Message})");
        }
    }
}

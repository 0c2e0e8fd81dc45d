using System.CommandLine;
using System.Reflection;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot explain</c>: what a model is, what it leaves out, its options with their sources.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A technology, protocol or platform." };
        var command = new Command("explain", "Explains a model: scope, limits, sources, options.") { name };
        command.SetAction(parsed =>
        {
            Explain(parsed.GetValue(name)!);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Explain(string name)
    {
        var entries = Entries().ToList();
        if (entries.FirstOrDefault(entry => entry.Name == name) is not { Name: not null } found)
        {
            throw new UserException(Spelling.Unknown("model", name, entries.Select(entry => entry.Name)));
        }

        var docs = new TypeDocs();
        Console.WriteLine($"{found.Name} ({found.Kind})\n");
        Console.WriteLine(docs.Summary(found.Model));
        Console.WriteLine();
        Console.WriteLine(docs.Remarks(found.Model));
        Console.WriteLine("\nOptions, with their defaults:");
        var defaults = (YamlMapping)new EffectiveWriter().Tree(Activator.CreateInstance(found.Options)!);
        foreach (
            var property in found.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null)
        )
        {
            var key = Names.Kebab(property.Name);
            var value = defaults.Find(key) switch
            {
                YamlScalar scalar => scalar.Text,
                YamlSequence list => $"[{string.Join(", ", list.Items.OfType<YamlScalar>().Select(item => item.Text))}]",
                _ => "automatic",
            };
            Console.WriteLine($"\n  {key}: {value}");
            Console.WriteLine($"    {docs.Summary(property)}");
            if (property.GetCustomAttribute<FigureAttribute>() is { } figure)
            {
                Console.WriteLine($"    Source ({Names.Kebab(figure.Mark.ToString())}): {figure.Source}");
            }
        }
    }

    private static IEnumerable<(string Name, string Kind, Type Model, Type Options)> Entries() =>
        Catalog
            .Technologies.Select(entry => (entry.Name, "technology", entry.Model, entry.Options))
            .Concat(Catalog.Protocols.Select(entry => (entry.Name, "protocol", entry.Model, entry.Options)))
            .Concat(Catalog.Platforms.Select(entry => (entry.Name, "platform", entry.Model, entry.Options)));
}

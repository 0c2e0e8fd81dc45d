using System.CommandLine;
using System.Reflection;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Cli.Commands;

/// <summary><c>m2miot explain</c>: what a model is, what it leaves out, its options with their sources; figures of devices and batteries.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A technology, protocol, platform, device or battery." };
        var command = new Command("explain", "Explains a model (scope, limits, sources, options), a device or a battery.") { name };
        command.SetAction(parsed =>
        {
            Explain(parsed.GetValue(name)!);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Explain(string name)
    {
        var library = Library.Shipped;
        if (library.Devices.TryGetValue(name, out var device))
        {
            var feed = device.Supply.Battery is { } battery ? $"battery {battery}, which `m2miot explain {battery}` explains" : "mains";
            ExplainFigures($"{name} (device)", $"{device.Description}. Fed by {feed}. Radios are charged by their technologies.", device);
            return;
        }

        if (library.Batteries.TryGetValue(name, out var cell))
        {
            var users = library.Devices.Where(entry => entry.Value.Supply.Battery == name).Select(entry => entry.Key).ToList();
            ExplainFigures(
                $"{name} (battery)",
                $"{cell.Description}. In: {(users.Count == 0 ? "no device" : string.Join(", ", users))}.",
                cell
            );
            return;
        }

        ExplainModel(name, library);
    }

    private static void ExplainModel(string name, Library library)
    {
        var entries = Entries().ToList();
        if (entries.FirstOrDefault(entry => entry.Name == name) is not { Name: not null } found)
        {
            throw new UserException(
                Spelling.Unknown(
                    "model, device or battery",
                    name,
                    [.. entries.Select(entry => entry.Name), .. library.Devices.Keys, .. library.Batteries.Keys]
                )
            );
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

        if (
            Catalog.Technologies.FirstOrDefault(entry => entry.Name == name && entry.Model.IsSubclassOf(typeof(CellRadioTechnology))) is
            { } radio
        )
        {
            Console.WriteLine();
            Console.WriteLine(string.Join(Environment.NewLine, ExchangeText.Lines(radio)));
        }
    }

    /// <summary>Every figure of a thing of the library, with its source and mark.</summary>
    private static void ExplainFigures(string title, string description, object thing)
    {
        Console.WriteLine($"{title}\n\n{description}\n\nFigures:");
        var docs = new TypeDocs();
        var figures = (YamlMapping)new EffectiveWriter().Tree(thing);
        foreach (var property in thing.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = Names.Kebab(property.Name);
            if (figures.Find(key) is YamlMapping figure && figure.Find("source") is YamlScalar source)
            {
                Console.WriteLine($"\n  {key}: {((YamlScalar)figure.Find("value")!).Text}");
                Console.WriteLine($"    {docs.Summary(property)}");
                Console.WriteLine($"    Source ({((YamlScalar)figure.Find("mark")!).Text}): {source.Text}");
            }
        }
    }

    private static IEnumerable<(string Name, string Kind, Type Model, Type Options)> Entries() =>
        Catalog
            .Technologies.Select(entry => (entry.Name, "technology", entry.Model, entry.Options))
            .Concat(Catalog.Protocols.Select(entry => (entry.Name, "protocol", entry.Model, entry.Options)))
            .Concat(Catalog.Platforms.Select(entry => (entry.Name, "platform", entry.Model, entry.Options)));
}

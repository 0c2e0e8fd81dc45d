using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Finds the radio module that the options of a technology name.</summary>
/// <param name="library">Knows the modules.</param>
/// <param name="complaints">Receives what is wrong.</param>
internal sealed class ModuleReader(Library library, Complaints complaints)
{
    /// <summary>Parts the module from the options.</summary>
    /// <param name="node">What the file says.</param>
    /// <param name="technology">Whose options they are.</param>
    /// <param name="options">The record of the options.</param>
    /// <returns>The options alone, and the module; null without one, or after a complaint.</returns>
    public (YamlMapping Options, RadioModule? Module) Read(YamlMapping node, string technology, Type options)
    {
        if (node.Entries.FirstOrDefault(one => MeansModule(one.Key, technology, options)) is not { } entry)
        {
            return (node, null);
        }

        var rest = node.With([.. node.Entries.Where(one => one != entry)]);
        return entry.Value switch
        {
            YamlScalar { IsNull: false } name => (rest, Find(name, technology)),
            // A parameter without a value has been told.
            YamlDoubt => (rest, null),
            var other => (rest, Refuse(other, entry.Key)),
        };
    }

    /// <summary>The options as they may be written: without what a module presets, so that another can take its place.</summary>
    public YamlMapping Written(RadioModule module, YamlMapping written, string technology, object options)
    {
        var preset = library.ModulesFor(technology).SelectMany(one => one.FiguresIn(technology).Keys).ToHashSet();
        var all = (YamlMapping)new EffectiveWriter().Tree(options);
        return all.With([
            new YamlEntry(Scalar(RadioModule.Key, all.Place), Scalar(module.Name, all.Place)),
            .. all.Entries.Where(entry => !preset.Contains(entry.Key.Text) || written.Find(entry.Key.Text) is not null),
        ]);
    }

    private bool MeansModule(YamlScalar key, string technology, Type options)
    {
        if (key.Text == RadioModule.Key)
        {
            return true;
        }

        var keys = RecordShape.For(options).Keys.Append(RadioModule.Key).ToList();
        if (keys.Contains(key.Text) || Spelling.Nearest(key.Text, keys) != RadioModule.Key || !library.ModulesFor(technology).Any())
        {
            return false;
        }

        complaints.At(key.Place, Spelling.Unknown("key", key.Text, keys));
        return true;
    }

    private RadioModule? Find(YamlScalar name, string technology)
    {
        if (!library.Modules.TryGetValue(name.Text, out var module))
        {
            complaints.At(name.Place, Spelling.Unknown("module", name.Text, library.ModulesFor(technology).Select(one => one.Name)));
        }
        else if (!module.Fits(technology))
        {
            complaints.At(name.Place, $"module '{name.Text}' does not fit {technology}; {Fitting(technology)}");
            module = null;
        }

        return module;
    }

    private string Fitting(string technology) =>
        library.ModulesFor(technology).Select(one => one.Name).ToList() is { Count: > 0 } names
            ? $"those that do: {Spelling.List(names)}"
            : "the library has none that does";

    private RadioModule? Refuse(YamlNode value, YamlScalar key)
    {
        complaints.At(
            value is YamlScalar ? key.Place : value.Place,
            $"{RadioModule.Key}: expected the name of a module, found {value.Describe()}"
        );
        return null;
    }

    private static YamlScalar Scalar(string text, SourcePosition place) => new(text, false, place);
}

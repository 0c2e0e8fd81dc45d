using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A radio module: a preset for some options of each technology that it fits, beneath what a scenario writes.</summary>
/// <param name="name">Its name in the library.</param>
/// <param name="spec">Its figures.</param>
public sealed class RadioModule(string name, ModuleSpec spec)
{
    /// <summary>The key beside the options of a technology that names a module.</summary>
    public const string Key = "module";

    /// <summary>What the key means.</summary>
    public const string Meaning = "Radio module of the library, whose figures stand beneath the options written beside it.";

    /// <summary>Its name in the library.</summary>
    public string Name { get; } = name;

    /// <summary>Its figures.</summary>
    public ModuleSpec Spec { get; } = spec;

    /// <summary>What it is, in a sentence.</summary>
    public string Description => Spec.Description;

    /// <summary>The technologies that it fits.</summary>
    public IEnumerable<string> Technologies => Spec.Fits.Keys;

    /// <summary>Whether it works in a technology.</summary>
    public bool Fits(string technology) => Spec.Fits.ContainsKey(technology);

    /// <summary>Its figures in a technology that it fits, by the name of the option.</summary>
    public IReadOnlyDictionary<string, SourcedOption> FiguresIn(string technology) =>
        new OrderedDictionary<string, SourcedOption>(
            Spec.Figures.Concat(Spec.Fits[technology]).GroupBy(figure => figure.Key).Select(of => of.Last())
        );

    /// <summary>Options with its figures in the place of those that are not written.</summary>
    public YamlMapping Beneath(YamlMapping written, string technology) =>
        written.With([
            .. written.Entries,
            .. FiguresIn(technology)
                .Where(figure => written.Find(figure.Key) is null)
                .Select(figure => new YamlEntry(new YamlScalar(figure.Key, false, figure.Value.Value.Place), figure.Value.Value)),
        ]);

    /// <summary>The options of a technology that it fits where nothing else is written.</summary>
    /// <param name="technology">Name of the technology.</param>
    /// <param name="options">The record of its options.</param>
    /// <param name="problems">Receives what does not fit them.</param>
    internal object Preset(string technology, Type options, Problems problems) =>
        new Binder(problems, new Places()).Read(options, Beneath(new YamlMapping([], new SourcePosition(Name)), technology)).Value;
}

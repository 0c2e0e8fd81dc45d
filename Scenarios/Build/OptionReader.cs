using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Makes technologies, protocols and platforms from their names and options in a file.</summary>
/// <param name="models">What there is.</param>
/// <param name="library">Knows the radio modules, which preset options.</param>
/// <param name="complaints">Receives what is wrong.</param>
public sealed class OptionReader(Models models, Library library, Complaints complaints)
{
    private const string TechnologyKind = "technology";

    private readonly Binder _binder = new(complaints.Problems, complaints.Places);
    private readonly Dictionary<YamlMapping, object> _read = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Name, object Options, RadioModule? Module), object> _models = [];
    private readonly Dictionary<object, (object Options, RadioModule? Module)> _made = new(ReferenceEqualityComparer.Instance);
    private readonly ModuleReader _modules = new(library, complaints);

    /// <summary>Names that the file gives to technologies with options, legal where a hop names one.</summary>
    public IReadOnlyCollection<string> NamedTechnologies { get; init; } = [];

    /// <summary>Names of all protocols.</summary>
    public IEnumerable<string> ProtocolNames => models.Protocols.Select(entry => entry.Name);

    /// <summary>Names of the platforms that a tier can be.</summary>
    public IEnumerable<string> PlatformNames => models.Platforms.Select(entry => entry.Name);

    /// <summary>The technology of a name; null after a complaint.</summary>
    public Technology? Technology(TechnologyUse use) => Make(models.Technologies, TechnologyKind, use);

    /// <summary>The protocol of a name; null after a complaint.</summary>
    public Protocol? Protocol(ProtocolUse use) => Make(models.Protocols, "protocol", use);

    /// <summary>The platform that a party is: a person takes time to react, a controller works in scans, everybody else takes no time.</summary>
    public PlatformKind? PlatformOf(Party party)
    {
        if (party.Is is { } use)
        {
            if (party.Profile is not null)
            {
                complaints.Add(
                    party,
                    nameof(Party.Profile),
                    "where 'is' says what works there, it has the profile too: 'is: { person: { profile: … } }'"
                );
            }

            var platform = Make(models.Platforms, "platform", use);
            if (platform?.Traits is { Decouples: true } or { IsCollector: true })
            {
                complaints.Add(
                    party,
                    nameof(Party.Is),
                    $"'{use.Name}' stands between parties and is the architecture's affair; make it a tier"
                );
                return null;
            }

            return platform;
        }

        if (party.Kind == PartyKind.Controller)
        {
            var controller = models.Platforms.First(platform => platform.Name == "controller");
            return Create(controller, Activator.CreateInstance(controller.Options)!);
        }

        if (party.Kind != PartyKind.Person)
        {
            return null;
        }

        var entry = models.Platforms.First(platform => platform.Name == "person");
        var place = complaints.Places.Of(party, nameof(Party.Profile));
        IReadOnlyList<YamlEntry> options = party.Profile is { } profile
            ? [new YamlEntry(new YamlScalar("profile", false, place), new YamlScalar(profile, false, place))]
            : [];
        return Create(entry, _binder.Read(entry.Options, new YamlMapping(options, place)).Value);
    }

    /// <summary>The options of a protocol that protect what is said.</summary>
    internal IReadOnlyList<string> SecurityOf(string protocol) =>
        models.Protocols.FirstOrDefault(entry => entry.Name == protocol) is { } entry
            ? [.. RecordShape.For(entry.Options).Properties.Select(property => property.Key).Where(Footing.IsSecurity)]
            : [];

    /// <summary>The same models, for which others receive what is wrong.</summary>
    internal OptionReader For(Complaints others) => new(models, library, others);

    /// <summary>The same protocol between servers, where a connection per message of a device makes no sense.</summary>
    public Protocol BetweenServers(Protocol protocol)
    {
        var between = protocol.BetweenServers();
        _made.TryAdd(between, _made[protocol]);
        return between;
    }

    /// <summary>Whether a tier of this name needs no further explanation.</summary>
    public bool KnowsPlatform(string name) => models.Platforms.Any(entry => entry.Name == name);

    /// <summary>The platform that a tier is: what it says it is, or what its name says; null after a complaint.</summary>
    public PlatformKind? Platform(PlatformUse? use, string name, object tier)
    {
        if (use is not null)
        {
            return Make(models.Platforms, "platform", use);
        }

        if (complaints.IsGap(tier, nameof(Tier.Is)))
        {
            return null;
        }

        if (models.Platforms.FirstOrDefault(entry => entry.Name == name) is { } entry)
        {
            return Create(entry, Activator.CreateInstance(entry.Options)!);
        }

        complaints.Add(
            tier,
            $"tier '{name}' is not named like a platform; say what it is, such as 'is: {PlatformNames.First()}'. Legal: {string.Join(", ", PlatformNames)}"
        );
        return null;
    }

    /// <summary>Reads the options of everything that an architecture names; a parameter without a value is left out.</summary>
    public void Read(Architecture architecture)
    {
        foreach (var hop in architecture.Hops)
        {
            foreach (var use in hop.Over.Concat(hop.Standby).Where(IsNamed))
            {
                Technology(use);
            }

            if (hop.Speaks is { } protocol && IsNamed(protocol))
            {
                Protocol(protocol);
            }
        }

        foreach (var platform in architecture.Tiers.Values.Select(tier => tier.Is).OfType<PlatformUse>().Where(IsNamed))
        {
            Make(models.Platforms, "platform", platform);
        }
    }

    /// <summary>The options that were read from a part of the file, or how they are written; null if it was not read as options.</summary>
    public object? OptionsIn(YamlMapping part) => _read.GetValueOrDefault(part);

    /// <summary>The options with which a model was made here.</summary>
    public object OptionsOf(object model) => _made[model].Options;

    /// <summary>The radio module with which a model was made here; null without one.</summary>
    public RadioModule? ModuleOf(object model) => _made[model].Module;

    /// <summary>What a model has against its options, without the name that stands before it and the parameter that only programmers know.</summary>
    private static string Problem(ArgumentException e, string name)
    {
        var text = e.Message.Split(" (Parameter '")[0];
        return text.StartsWith($"{name}: ", StringComparison.Ordinal) ? text[(name.Length + 2)..] : text;
    }

    private static bool IsNamed(INamedOptions use) => !use.Name.StartsWith('$');

    private T Create<T>(CatalogEntry<T> entry, object options, RadioModule? module = null)
        where T : class
    {
        // Equal options make the same model: hops of a tier that cross equal technologies share what is built.
        if (_models.TryGetValue((entry.Name, options, module), out var known))
        {
            return (T)known;
        }

        var model = entry.Create(options);
        _models[(entry.Name, options, module)] = model;
        _made[model] = (options, module);
        return model;
    }

    private T? Make<T>(IReadOnlyList<CatalogEntry<T>> catalog, string kind, INamedOptions use)
        where T : class
    {
        // What was not read has been told, and so has a parameter without a value.
        if (complaints.IsGap(use, nameof(INamedOptions.Name)) || !IsNamed(use))
        {
            return null;
        }

        if (kind == TechnologyKind && NamedTechnologies.Contains(use.Name) && catalog.All(e => e.Name != use.Name))
        {
            complaints.Add(
                use,
                nameof(INamedOptions.Name),
                $"'{use.Name}' stands for a technology with its options ('technologies'); name it alone on a hop or as the value of a parameter"
            );
            return null;
        }

        if (catalog.FirstOrDefault(entry => entry.Name == use.Name) is not { } entry)
        {
            complaints.AddUnknown(
                use,
                nameof(INamedOptions.Name),
                kind,
                use.Name,
                catalog.Select(e => e.Name).Concat(kind == TechnologyKind ? NamedTechnologies : [])
            );
            return null;
        }

        var node = use.Options ?? new YamlMapping([], complaints.Places.Of(use));
        var (written, module) = kind == TechnologyKind ? _modules.Read(node, entry.Name, entry.Options) : (node, null);
        var (options, isWhole) = _binder.Read(entry.Options, module?.Beneath(written, entry.Name) ?? written);
        _read[node] = module is null ? options : _modules.Written(module, written, entry.Name, options);
        try
        {
            return Create(entry, options, module);
        }
        catch (ArgumentException e)
        {
            if (isWhole)
            {
                complaints.At(node.Place, $"{kind} '{use.Name}': {Problem(e, use.Name)}");
            }

            // Its options are wrong, but that it stands here is known, and enough to judge the way on which it lies.
            return Create(entry, Activator.CreateInstance(entry.Options)!);
        }
    }
}

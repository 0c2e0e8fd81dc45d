using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>Parts of architectures on one line, as they are written, to tell what differs.</summary>
internal static class Written
{
    /// <summary>What stands where there is nothing.</summary>
    public const string Nothing = "none";

    /// <summary>A name with its options.</summary>
    public static string Text(INamedOptions use) =>
        use.Options is { Entries.Count: > 0 } options ? $"{use.Name} {YamlText.Line(options)}" : use.Name;

    /// <summary>Technologies in their order.</summary>
    public static string Text(IReadOnlyList<TechnologyUse> uses) => uses.Count == 0 ? Nothing : string.Join(" + ", uses.Select(Text));

    /// <summary>What a hop crosses beyond the access, with its standby path.</summary>
    public static string Path(SwapHop hop) =>
        hop.Origin.Standby.Count == 0 ? Text(hop.Path) : $"{Text(hop.Path)} or {Text(hop.Origin.Standby)}";

    /// <summary>What the ends of a hop speak, with or without the options that protect it.</summary>
    public static string Protocol(SwapHop hop, bool isSecurityApart) =>
        hop.Origin.Speaks is not { } speaks ? "that of the link"
        : isSecurityApart ? Text(Protected(speaks, []))
        : Text(speaks);

    /// <summary>The options that protect what the ends of a hop speak.</summary>
    public static IReadOnlyList<YamlEntry> SecurityIn(ProtocolUse speaks) =>
        [.. (speaks.Options?.Entries ?? []).Where(entry => Footing.IsSecurity(entry.Key.Text))];

    /// <summary>The same protocol with other options for what protects it.</summary>
    public static ProtocolUse Protected(ProtocolUse speaks, IReadOnlyList<YamlEntry> security)
    {
        YamlEntry[] options = [.. (speaks.Options?.Entries ?? []).Where(entry => !Footing.IsSecurity(entry.Key.Text)), .. security];
        return options.Length == 0 ? speaks with { Options = null }
            : speaks.Options is { } mapping ? speaks with { Options = mapping.With(options) }
            : speaks with { Options = new YamlMapping(options, security[0].Key.Place) };
    }

    /// <summary>A place between the parties: its name, or what it is, and how many there are.</summary>
    public static string Tier(SwapSide side, string place)
    {
        if (side.Architecture.Tiers.GetValueOrDefault(place) is not { } tier)
        {
            return place;
        }

        string?[] parts =
        [
            tier.Is is { } kind ? Text(kind) : place,
            tier.Count is { } count ? $"count {count}" : null,
            .. tier.Per.Select(per => $"per {per.Value} {per.Key}"),
            tier.Place == Placement.Random ? null : Names.Kebab($"{tier.Place}"),
            tier.Fails?.ToString(),
        ];
        return string.Join(", ", parts.OfType<string>());
    }
}

using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Swaps;

/// <summary>Two architectures whose hops correspond, and every mixture of their parts.</summary>
/// <remarks>
/// Parties correspond to themselves, places between them by their role: who is joined to whom. What can be swapped is what differs as written: access, path,
/// protocol, security where both sides have the same options for it, platforms, networks.
/// </remarks>
internal sealed class PackageSwap
{
    /// <summary>More need more cells than they tell [1].</summary>
    public const int MostFactors = 5;

    private readonly WrittenArchitecture _from;
    private readonly WrittenArchitecture _to;
    private readonly Dictionary<string, string> _roles;
    private readonly bool _isSecurityApart;

    private PackageSwap(
        WrittenArchitecture from,
        WrittenArchitecture to,
        Dictionary<string, string> roles,
        Func<string, IReadOnlyCollection<string>> securityOf
    )
    {
        (_from, _to, _roles) = (from, to, roles);
        _isSecurityApart = _from.Hops.All(hop =>
            (hop.Speaks, Counterpart(hop).Speaks) is ({ } left, { } right)
            && securityOf(WrittenArchitecture.ModelIn(left)).ToHashSet().SetEquals(securityOf(WrittenArchitecture.ModelIn(right)))
        );
        Factors = [.. Enum.GetValues<SwapFactor>().Where(factor => !Parts(_from, factor).SequenceEqual(Parts(_to, factor)))];
    }

    /// <summary>In what the two differ as written.</summary>
    public IReadOnlyList<SwapFactor> Factors { get; }

    /// <summary>Sets the two side by side.</summary>
    /// <param name="from">The one.</param>
    /// <param name="to">The other.</param>
    /// <param name="securityOf">The options of a protocol that protect what is said.</param>
    /// <param name="problem">Why they cannot be swapped part by part; null if they can.</param>
    /// <returns>Null if there is a problem.</returns>
    public static PackageSwap? Of(
        WrittenArchitecture from,
        WrittenArchitecture to,
        Func<string, IReadOnlyCollection<string>> securityOf,
        out string? problem
    )
    {
        var roles = Match(from, to);
        if (roles is null)
        {
            problem =
                from.Between.Count != to.Between.Count
                    ? $"the hops of '{from.Name}' and '{to.Name}' do not correspond: between the parties, '{from.Name}' has {Places(from)} and '{to.Name}' {Places(to)}"
                    : $"the hops of '{from.Name}' and '{to.Name}' do not correspond: '{from.Name}' joins {Joins(from)}; '{to.Name}' joins {Joins(to)}";
            return null;
        }

        var swap = new PackageSwap(from, to, roles, securityOf);
        problem = swap.Factors.Count switch
        {
            0 => $"'{from.Name}' and '{to.Name}' differ in nothing that is written",
            > MostFactors =>
                $"'{from.Name}' and '{to.Name}' differ in {swap.Factors.Count} groups of factors ({string.Join(", ", swap.Factors.Select(NameOf))}); at most {MostFactors} can be swapped",
            _ => null,
        };
        return problem is null ? swap : null;
    }

    /// <summary>What a reader calls a factor.</summary>
    public static string NameOf(SwapFactor factor) => Names.Kebab(factor.ToString());

    /// <summary>A factor as it is on both sides, in words.</summary>
    public (string From, string To) Values(SwapFactor factor) => (Joined(Parts(_from, factor)), Joined(Parts(_to, factor)));

    /// <summary>The mixture in which the factors of a set are those of the far side: bit i says whether factor i is.</summary>
    public YamlMapping Build(int set)
    {
        if (set == 0 || set == (1 << Factors.Count) - 1)
        {
            return set == 0 ? _from.Node : _to.Node;
        }

        bool IsFar(SwapFactor factor) => Factors.Index().Any(one => one.Item == factor && (set & (1 << one.Index)) != 0);
        var middle = IsFar(SwapFactor.Mediation) ? _to : _from;
        List<YamlEntry> entries = [];
        Add(entries, "networks", (IsFar(SwapFactor.Networks) ? _to : _from).Node.Find("networks"));
        Add(entries, "tiers", middle.Node.Find("tiers"));
        Add(entries, "hops", new YamlSequence([.. middle.Hops.Select(hop => Mixed(hop, middle == _to, IsFar))], middle.Node.Place));
        return new YamlMapping(entries, middle.Node.Place);
    }

    private YamlMapping Mixed(WrittenHop hop, bool isFarHop, Func<SwapFactor, bool> isFar)
    {
        var other = isFarHop ? _from.Hops.First(one => Counterpart(one) == hop) : Counterpart(hop);
        WrittenHop Side(SwapFactor factor) => isFar(factor) == isFarHop ? hop : other;
        var (path, protocol, security) = (Side(SwapFactor.Path), Side(SwapFactor.Protocol), Side(SwapFactor.Security));
        List<YamlEntry> entries = [];
        Add(entries, "from", new YamlScalar(hop.From, false, hop.Place));
        Add(entries, "to", new YamlScalar(hop.To, false, hop.Place));
        Add(entries, "over", new YamlSequence([.. Side(SwapFactor.Access).Access, .. path.Path], path.Place));
        Add(
            entries,
            "speaks",
            _isSecurityApart && protocol != security
                ? SpokenOptions.With(protocol.Speaks!, SpokenOptions.SecurityIn(security.Speaks!))
                : protocol.Speaks
        );
        Add(entries, "standby", path.Standby);
        return new YamlMapping(entries, hop.Place);
    }

    private static void Add(List<YamlEntry> entries, string key, YamlNode? value)
    {
        if (value is not null)
        {
            entries.Add(new YamlEntry(new YamlScalar(key, false, value.Place), value));
        }
    }

    /// <summary>The hop of the far side that joins the same as one of the near side.</summary>
    private WrittenHop Counterpart(WrittenHop hop) => _to.Hops.First(one => one.From == Role(hop.From) && one.To == Role(hop.To));

    private string Role(string place) => _roles.GetValueOrDefault(place, place);

    /// <summary>A factor as it is written, the hops in the order of the near side.</summary>
    private List<string> Parts(WrittenArchitecture side, SwapFactor factor)
    {
        var hops = side == _from ? _from.Hops : [.. _from.Hops.Select(Counterpart)];
        return factor switch
        {
            SwapFactor.Access => [.. hops.Select(hop => Line(hop.Access))],
            SwapFactor.Path =>
            [
                .. hops.Select(hop => Line(hop.Path) + (hop.Standby is null ? "" : $" or {YamlText.Line(hop.Standby)}")),
            ],
            SwapFactor.Protocol =>
            [
                .. hops.Select(hop =>
                    hop.Speaks is null ? "that of the link"
                    : _isSecurityApart ? YamlText.Line(SpokenOptions.With(hop.Speaks, []))
                    : YamlText.Line(hop.Speaks)
                ),
            ],
            SwapFactor.Security => _isSecurityApart
                ? [.. hops.Select(hop => Line([.. SpokenOptions.SecurityIn(hop.Speaks!).Select(entry => entry.Value)]))]
                : [],
            SwapFactor.Mediation =>
            [
                .. (side == _from ? _from.Between : _from.Between.Select(Role)).Select(place =>
                    side.Tier(place) is { } tier ? $"{place} {YamlText.Line(tier)}" : place
                ),
            ],
            _ => [side.Node.Find("networks") is { } networks ? YamlText.Line(networks) : "as the comparison says"],
        };
    }

    private static string Line(IReadOnlyList<YamlNode> nodes) =>
        nodes.Count == 0 ? "none" : string.Join(" + ", nodes.Select(YamlText.Line));

    private static string Joined(List<string> parts) => string.Join("; ", parts.Where(part => part != "none").Distinct().DefaultIfEmpty("none"));

    private static Dictionary<string, string>? Match(WrittenArchitecture from, WrittenArchitecture to)
    {
        if (from.Between.Count != to.Between.Count || from.Hops.Count != to.Hops.Count)
        {
            return null;
        }

        var joined = to.Hops.Select(hop => (hop.From, hop.To)).ToHashSet();
        // A place that both sides name is first taken to be the same.
        return Orders([.. to.Between.OrderBy(place => !from.Between.Contains(place))])
            .Select(order => from.Between.OrderBy(place => !to.Between.Contains(place)).Zip(order).ToDictionary(p => p.First, p => p.Second))
            .FirstOrDefault(roles =>
                from.Hops.All(hop =>
                    joined.Contains((roles.GetValueOrDefault(hop.From, hop.From), roles.GetValueOrDefault(hop.To, hop.To)))
                )
            );
    }

    private static IEnumerable<string[]> Orders(string[] places) =>
        places.Length == 0 ? [[]] : places.SelectMany(first => Orders([.. places.Where(one => one != first)]).Select(string[] (rest) => [first, .. rest]));

    private static string Places(WrittenArchitecture side) =>
        side.Between.Count == 0 ? "nothing" : string.Join(" and ", side.Between.Select(place => $"'{place}'"));

    private static string Joins(WrittenArchitecture side) => string.Join(", ", side.Hops.Select(hop => $"{hop.From} → {hop.To}"));
}

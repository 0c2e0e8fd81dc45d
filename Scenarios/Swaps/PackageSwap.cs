using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

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

    private readonly SwapSide _from;
    private readonly SwapSide _to;
    private readonly Dictionary<string, string> _roles;
    private readonly bool _isSecurityApart;

    private PackageSwap(SwapSide from, SwapSide to, Dictionary<string, string> roles, Func<string, IReadOnlyCollection<string>> securityOf)
    {
        (_from, _to, _roles) = (from, to, roles);
        _isSecurityApart = _from.Hops.All(hop =>
            (hop.Origin.Speaks, Counterpart(hop).Origin.Speaks) is ({ } left, { } right)
            && securityOf(left.Name).ToHashSet().SetEquals(securityOf(right.Name))
        );
        Factors = [.. Enum.GetValues<SwapFactor>().Where(factor => !Parts(_from, factor).SequenceEqual(Parts(_to, factor)))];
    }

    /// <summary>In what the two differ as written.</summary>
    public IReadOnlyList<SwapFactor> Factors { get; }

    /// <summary>Sets the two side by side.</summary>
    /// <param name="from">The one.</param>
    /// <param name="to">The other.</param>
    /// <param name="securityOf">The options of a protocol that protect what is said.</param>
    /// <param name="problem">Why they cannot be swapped part by part; empty if they can.</param>
    /// <returns>Null if there is a problem.</returns>
    public static PackageSwap? Of(SwapSide from, SwapSide to, Func<string, IReadOnlyCollection<string>> securityOf, out string problem)
    {
        if (Correspondence.Of(from, to) is not { } roles)
        {
            problem = Correspondence.Problem(from, to);
            return null;
        }

        var swap = new PackageSwap(from, to, roles, securityOf);
        problem = swap.Factors.Count switch
        {
            0 => $"'{from.Name}' and '{to.Name}' differ in nothing that is written",
            > MostFactors =>
                $"'{from.Name}' and '{to.Name}' differ in {swap.Factors.Count} groups of factors ({string.Join(", ", swap.Factors.Select(NameOf))}); at most {MostFactors} can be swapped",
            _ => "",
        };
        return problem.Length == 0 ? swap : null;
    }

    /// <summary>What a reader calls a factor.</summary>
    public static string NameOf(SwapFactor factor) => Names.Kebab(factor.ToString());

    /// <summary>A factor as it is on both sides, in words.</summary>
    public (string From, string To) Values(SwapFactor factor) => (Joined(Parts(_from, factor)), Joined(Parts(_to, factor)));

    /// <summary>The mixture in which the factors of a set are those of the far side: bit i says whether factor i is. An end is as it was written.</summary>
    /// <param name="set">The factors.</param>
    /// <param name="places">Learns where the parts were written.</param>
    public Architecture Build(int set, Places places)
    {
        if (set == 0 || set == (1 << Factors.Count) - 1)
        {
            return set == 0 ? _from.Architecture : _to.Architecture;
        }

        bool IsFar(SwapFactor factor) => Factors.Index().Any(one => one.Item == factor && (set & (1 << one.Index)) != 0);
        var middle = IsFar(SwapFactor.Mediation) ? _to : _from;
        Hop[] hops = [.. middle.Hops.Select(hop => Mixed(hop, middle == _to, IsFar, places))];
        places.Copy(middle.Architecture.Hops, hops);
        return Copied(
            middle.Architecture,
            middle.Architecture with
            {
                Description = null,
                Networks = (IsFar(SwapFactor.Networks) ? _to : _from).Architecture.Networks,
                Hops = hops,
            },
            places
        );
    }

    private Hop Mixed(SwapHop hop, bool isFarHop, Func<SwapFactor, bool> isFar, Places places)
    {
        var other = isFarHop ? _from.Hops.First(one => Counterpart(one) == hop) : Counterpart(hop);
        SwapHop Side(SwapFactor factor) => isFar(factor) == isFarHop ? hop : other;
        var (path, protocol, security) = (Side(SwapFactor.Path), Side(SwapFactor.Protocol), Side(SwapFactor.Security));
        TechnologyUse[] over = [.. Side(SwapFactor.Access).Access, .. path.Path];
        string[] to = [hop.To];
        places.Copy(hop.Origin.Over, over);
        places.Copy(hop.Origin.To, to);
        var speaks = protocol.Origin.Speaks;
        if (_isSecurityApart && protocol != security)
        {
            speaks = Copied(speaks!, Written.Protected(speaks!, Written.SecurityIn(security.Origin.Speaks!)), places);
        }

        return Copied(hop.Origin, hop.Origin with { To = to, Over = over, Speaks = speaks, Standby = path.Origin.Standby }, places);
    }

    private static T Copied<T>(T original, T copy, Places places)
        where T : notnull
    {
        places.Copy(original, copy);
        return copy;
    }

    /// <summary>The hop of the far side that joins the same as one of the near side.</summary>
    private SwapHop Counterpart(SwapHop hop) => _to.Hops.First(one => one.From == Role(hop.From) && one.To == Role(hop.To));

    private string Role(string place) => _roles.GetValueOrDefault(place, place);

    /// <summary>A factor as it is written, the hops in the order of the near side.</summary>
    private List<string> Parts(SwapSide side, SwapFactor factor)
    {
        IReadOnlyList<SwapHop> hops = side == _from ? _from.Hops : [.. _from.Hops.Select(Counterpart)];
        return factor switch
        {
            SwapFactor.Access => [.. hops.Select(hop => Written.Text(hop.Access))],
            SwapFactor.Path => [.. hops.Select(Written.Path)],
            SwapFactor.Protocol => [.. hops.Select(hop => Written.Protocol(hop, _isSecurityApart))],
            SwapFactor.Security => _isSecurityApart
                ?
                [
                    .. hops.Select(hop =>
                        string.Join(
                            ", ",
                            Written.SecurityIn(hop.Origin.Speaks!).Select(entry => $"{entry.Key.Text} {YamlText.Line(entry.Value)}")
                        )
                    ),
                ]
                : [],
            SwapFactor.Mediation =>
            [
                .. (side == _from ? _from.Between : _from.Between.Select(Role)).Select(place => Written.Tier(side, place)),
            ],
            _ => [side.Architecture.Networks is { } networks ? Names.Kebab($"{networks}") : "as the comparison says"],
        };
    }

    private static string Joined(List<string> parts) =>
        string.Join("; ", parts.Where(part => part is not ("" or Written.Nothing)).Distinct().DefaultIfEmpty(Written.Nothing));
}

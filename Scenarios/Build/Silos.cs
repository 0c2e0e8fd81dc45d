using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>An architecture that is built once for every job: each has its own tiers, networks and gateways.</summary>
/// <remarks>
/// Hops and tiers are repeated for each job, as far as they lead to its parties. Silos do not hear each other on the air: each has channels of its
/// own.
/// </remarks>
internal sealed class Silos
{
    private readonly Dictionary<string, string> _siloOf = new(StringComparer.Ordinal);

    private Silos(Architecture architecture) => Architecture = architecture;

    /// <summary>The architecture with everything repeated.</summary>
    public Architecture Architecture { get; private set; }

    /// <summary>The job to which a party or tier belongs.</summary>
    public string? Of(string name) => _siloOf.GetValueOrDefault(name);

    /// <summary>Name of what a silo has of a kind.</summary>
    public static string NameOf(string tier, string? silo) => silo is null ? tier : $"{tier} of {silo}";

    /// <summary>Repeats an architecture for every job.</summary>
    public static Silos Build(Architecture architecture, IReadOnlyList<(string Name, Job Job)> jobs, Places places)
    {
        var silos = new Silos(architecture);
        foreach (var (name, job) in jobs)
        {
            foreach (var party in job.Parties.Keys)
            {
                silos._siloOf.TryAdd(party, name);
            }
        }

        var tiers = new OrderedDictionary<string, Tier>();
        List<Hop> hops = [];
        foreach (var (name, _) in jobs)
        {
            silos.Add(architecture, name, tiers, hops, places);
        }

        silos.Architecture = architecture with { Tiers = tiers, Hops = hops };
        places.Copy(architecture, silos.Architecture);
        return silos;
    }

    private void Add(Architecture architecture, string silo, OrderedDictionary<string, Tier> tiers, List<Hop> hops, Places places)
    {
        bool IsForeign(string end) =>
            _siloOf.TryGetValue(end, out var owner) && owner != silo
            || (architecture.Tiers.TryGetValue(end, out var tier) && tier.Per.Keys.Any(IsForeign));
        bool IsOwnParty(string end) => _siloOf.TryGetValue(end, out var owner) && owner == silo;

        var own = architecture
            .Hops.Where(hop => !IsForeign(hop.From))
            .Select(hop => (hop.From, To: hop.To.Where(to => !IsForeign(to)).ToList(), Hop: hop))
            .Where(hop => hop.To.Count > 0)
            .ToList();
        var joined = own.SelectMany(hop => hop.To.Prepend(hop.From)).Where(IsOwnParty).ToHashSet();
        int known;
        do
        {
            known = joined.Count;
            foreach (var ends in own.Select(hop => hop.To.Prepend(hop.From)).Where(ends => ends.Any(joined.Contains)))
            {
                joined.UnionWith(ends);
            }
        } while (joined.Count > known);

        // Parties belong to a job already; a tier is told apart by the job that it serves.
        var renamed = joined.Where(end => !IsOwnParty(end)).ToDictionary(end => end, end => NameOf(end, silo));
        string Renamed(string end) => renamed.GetValueOrDefault(end, end);
        foreach (var (name, siloed) in renamed)
        {
            var written = architecture.Tiers.GetValueOrDefault(name);
            var use = written?.Is ?? new PlatformUse { Name = name };
            var tier = (written ?? new Tier()) with
            {
                Is = use,
                Per = (written?.Per ?? new Dictionary<string, int>()).ToDictionary(per => Renamed(per.Key), per => per.Value),
            };
            places.Copy((object?)written ?? architecture, tier);
            if (written?.Is is null)
            {
                places.Copy(architecture, use);
            }

            tiers[siloed] = tier;
            _siloOf[siloed] = silo;
        }

        foreach (var (from, to, hop) in own.Where(hop => joined.Contains(hop.From)))
        {
            var copy = hop with { From = Renamed(from), To = [.. to.Select(Renamed)] };
            places.Copy(hop, copy);
            hops.Add(copy);
        }
    }
}

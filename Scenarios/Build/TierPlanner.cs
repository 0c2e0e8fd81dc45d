using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Finds the tiers of a plan: the parties, the tiers of the architecture, the platforms that hops name, and what technologies bring along.</summary>
internal sealed class TierPlanner(Job job, Architecture architecture, Silos? silos, OptionReader options, Complaints complaints)
{
    private readonly List<TierPlan> _tiers = [];

    /// <summary>The tiers so far, parties first, in the order of the file.</summary>
    public IReadOnlyList<TierPlan> Tiers => _tiers;

    /// <summary>Whether there may be tiers that could not be read: a name that is not found may be one of theirs.</summary>
    public bool MayLackSome { get; } =
        complaints.IsGap(job, nameof(Job.Parties)) || complaints.IsGap(architecture, nameof(Architecture.Tiers));

    /// <summary>Whether it is not known what a tier is; there was a complaint about it.</summary>
    public bool IsDoubtful(TierPlan tier) =>
        tier.Party is { } party
            ? complaints.IsGap(party, nameof(Party.Kind)) || architecture.Tiers.ContainsKey(tier.Name)
            : tier.Platform is null;

    /// <summary>Adds everything that has a name in the file.</summary>
    public void AddNamed()
    {
        foreach (var (name, party) in job.Parties)
        {
            _tiers.Add(
                new TierPlan(_tiers.Count, name, party.Count)
                {
                    Party = party,
                    Platform = options.PlatformOf(party),
                    Silo = silos?.Of(name),
                }
            );
        }

        foreach (var (name, tier) in architecture.Tiers)
        {
            if (job.Parties.ContainsKey(name))
            {
                complaints.Add(tier, $"tier '{name}' has the name of a party of the job; give it another");
                continue;
            }

            AddPlatform(name, tier);
        }

        foreach (var hop in architecture.Hops)
        {
            foreach (var end in hop.To.Prepend(hop.From))
            {
                if (Find(end) is null && options.KnowsPlatform(end))
                {
                    AddPlatform(end, new Tier());
                }
            }
        }
    }

    private void AddPlatform(string name, Tier tier)
    {
        var platform = options.Platform(tier.Is, name, tier);
        TierPlan? serves = null;
        var (perMember, count) = (1, tier.Count ?? 1);
        foreach (var (served, members) in tier.Per.Where(per => per.Value > 0))
        {
            serves = Find(served);
            if (serves is not null)
            {
                (perMember, count) = (members, (serves.Count - 1) / members + 1);
            }
            else if (!MayLackSome)
            {
                complaints.AddUnknown(tier, nameof(Tier.Per), "party or tier", served, _tiers.Select(t => t.Name));
            }
        }

        _tiers.Add(
            new TierPlan(_tiers.Count, name, count)
            {
                Platform = platform,
                Serves = serves,
                PerMember = perMember,
                Fails = tier.Fails,
                Silo = silos?.Of(name),
            }
        );
    }

    /// <summary>The tier of a name; null if there is none.</summary>
    public TierPlan? Find(string name) => _tiers.Find(tier => tier.Name == name);

    /// <summary>The tier at an end of a hop; null after a complaint.</summary>
    public TierPlan? Resolve(Hop hop, string property, string name)
    {
        var tier = Find(name);
        if (tier is null && !MayLackSome && !complaints.IsGap(hop, property))
        {
            complaints.AddUnknown(hop, property, "party or tier", name, _tiers.Select(t => t.Name).Union(options.PlatformNames));
        }

        return tier;
    }

    /// <summary>The tier that a technology brings along: one for all that go over it, or for those of one silo.</summary>
    public TierPlan Bring(string kind, string? silo)
    {
        var name = Silos.NameOf(kind, silo);
        if (Find(name) is { } existing)
        {
            return existing;
        }

        var tier = new TierPlan(_tiers.Count, name, 1)
        {
            Platform = options.Platform(null, kind, architecture),
            IsBrought = true,
            Silo = silo,
        };
        _tiers.Add(tier);
        return tier;
    }
}

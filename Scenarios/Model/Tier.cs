using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A place with work to do: a broker, a head-end, a local concentrator.</summary>
public sealed record Tier : IChecked
{
    /// <summary>The kind of platform, with options; the tier's own name if absent.</summary>
    public PlatformUse? Is { get; init; }

    /// <summary>How many there are; exclusive with <see cref="Per"/>.</summary>
    [Unit("1", Minimum = 1, Maximum = 1_000_000)]
    public int? Count { get; init; }

    /// <summary>One for so many members of a party or another tier: <c>per: { meter: 16 }</c>.</summary>
    public IReadOnlyDictionary<string, int> Per { get; init; } = new Dictionary<string, int>();

    /// <summary>How its members are placed.</summary>
    public Placement Place { get; init; } = Placement.Random;

    /// <summary>How its members fail and come back; never if absent.</summary>
    public Failures? Fails { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check()
    {
        foreach (var (served, members) in Per.Where(per => per.Value < 1))
        {
            yield return (
                nameof(Per),
                $"'per' says how many of '{served}' each member serves; '{members}' is out of range; legal: 1 or more",
                [nameof(Per)]
            );
        }

        if (Per.Count > 1)
        {
            yield return (
                nameof(Per),
                $"'per' counts one party or tier, found {Per.Count}: {Spelling.List([.. Per.Keys])}; give each of them a tier of its own, or say 'count: 1' in place of 'per'",
                [nameof(Per)]
            );
        }

        if (Per.Count > 0 && Count is not null)
        {
            yield return (nameof(Per), "a tier has either a 'count' or a 'per', not both", [nameof(Per), nameof(Count)]);
        }
    }
}

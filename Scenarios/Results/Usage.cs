using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Results;

/// <summary>For how much of the measured time a shared capacity was in use.</summary>
/// <param name="Tier">The tier on its near side, or at which a platform stands.</param>
/// <param name="Owner">Name of the technology or platform.</param>
/// <param name="Capacity">What it is: cell uplink, channel, server core …</param>
/// <param name="Share">Share of the time in use, of what was offered where it waits [1].</param>
/// <param name="Planned">Share for which it was planned at most [1]; null if it was not dimensioned by use.</param>
/// <param name="IsMedium">Whether it is a medium or a direction of one.</param>
public sealed record Usage(string Tier, string Owner, string Capacity, double Share, double? Planned, bool IsMedium)
{
    /// <summary>How long everything has been in use by now.</summary>
    internal static IReadOnlyList<(Equipment Equipment, Occupancy Occupancy)> Read(BuiltNetwork network) =>
        [.. network.Equipment.SelectMany(equipment => equipment.Installation.Occupancies.Select(occupancy => (equipment, occupancy)))];

    /// <summary>Shares of the time between two readings; what is alike at a tier is taken together.</summary>
    internal static IReadOnlyList<Usage> Between(
        IReadOnlyList<(Equipment Equipment, Occupancy Occupancy)> before,
        IReadOnlyList<(Equipment Equipment, Occupancy Occupancy)> after,
        Duration length
    ) =>
        [
            .. before
                .Zip(after, (first, last) => (last.Equipment, last.Occupancy, Busy: last.Occupancy.Busy - first.Occupancy.Busy))
                .GroupBy(one =>
                    (Tier: string.Join(" and ", one.Equipment.Tiers.Select(tier => tier.Name)), one.Equipment.Name, one.Occupancy.Capacity)
                )
                .Select(group =>
                {
                    var capacity = group.First().Occupancy;
                    var share = group.Sum(one => one.Busy.TotalSeconds) / (length.TotalSeconds * group.Sum(one => one.Occupancy.Count));
                    return new Usage(group.Key.Tier, group.Key.Name, group.Key.Capacity, share, capacity.Planned, capacity.IsMedium);
                }),
        ];
}

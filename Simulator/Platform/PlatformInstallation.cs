using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Platform;

/// <summary>A platform that has been set up at one node.</summary>
/// <param name="processor">What works on its messages; null if that takes no time.</param>
/// <param name="components">Infrastructure that was built.</param>
/// <param name="outsideDomain">Where the model is used outside its stated domain, in sentences.</param>
public sealed class PlatformInstallation(IProcessor? processor, IReadOnlyList<Component> components, IReadOnlyList<string> outsideDomain)
    : Installation
{
    /// <summary>What works on its messages; null if that takes no time.</summary>
    public IProcessor? Processor { get; } = processor;

    /// <inheritdoc/>
    public override MessageCounts? Messages => (Processor as ICountsMessages)?.Messages;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components { get; } = components;

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain { get; } = outsideDomain;

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies =>
        Processor is ServiceStation station && Planned is { } planned
            ? [new(Components[0].Kind, Components[0].Count, station.Worked, planned, IsMedium: false)]
            : [];

    /// <summary>Cores that its work takes at the planned utilisation, or that were given; a part of one where it is idle for the most part [1].</summary>
    public double CoresNeeded { get; init; }

    /// <summary>Share of the time for which its servers were planned at most [1]; null if they were not dimensioned.</summary>
    public double? Planned { get; init; }
}

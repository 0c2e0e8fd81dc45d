using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>What technologies with the radio resource control of LTE have in common.</summary>
public abstract class CellRadioTechnology : CellTechnology, IReleasesConnections
{
    private readonly CellRadioOptions _options;

    /// <exception cref="ArgumentException">Switching off between connections, or windows of paging that overlap.</exception>
    private protected CellRadioTechnology(
        string name,
        CellRadioOptions options,
        string unmetered = "the operator's radio network and core",
        string uncounted = "the core and the backhaul of the operator",
        bool isPrivate = false
    )
        : base(name, options, unmetered, uncounted, isPrivate)
    {
        if (options.PowerSaving == PowerSaving.Off)
        {
            throw new ArgumentException($"{name}: power saving is 'drx', 'edrx' or 'psm'; switching off is not modelled.", nameof(options));
        }

        if (options.PowerSaving == PowerSaving.Edrx && options.PagingWindow > options.ExtendedCycle)
        {
            throw new ArgumentException(
                $"{name}: a paging window of {options.PagingWindow} does not fit into the extended cycle of {options.ExtendedCycle}.",
                nameof(options)
            );
        }

        if (options.PowerSaving == PowerSaving.Edrx && options.PagingWindow < options.PagingCycle)
        {
            throw new ArgumentException(
                $"{name}: a paging cycle of {options.PagingCycle} does not fit into the paging window of {options.PagingWindow}.",
                nameof(options)
            );
        }

        _options = options;
    }

    /// <summary>The procedures that its devices have.</summary>
    public virtual IReadOnlyList<CellularProcedure> Procedures => Enum.GetValues<CellularProcedure>();

    /// <inheritdoc/>
    public override double NeighbourLoad => _options.NeighbourLoad;

    /// <summary>Under interference near devices reach less far than any network is refused for [dB].</summary>
    private protected const double LeastReach = 0;

    /// <inheritdoc/>
    internal override AirInterface AirUnder(PropagationOptions propagation, double up, double down) =>
        up == 0 && down == 0 ? Air : Raised(propagation, up, down);

    /// <summary>What it puts on the air where other cells raise the noise of sites or devices.</summary>
    private protected abstract AirInterface Raised(PropagationOptions propagation, double up, double down);

    /// <inheritdoc/>
    public ReleaseAssistance ReleaseOf(WireLoad load)
    {
        ArgumentNullException.ThrowIfNull(load);
        return _options.ReleaseOf(load.DownPacketsPerSecond > 0);
    }
}

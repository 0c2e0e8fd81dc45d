using M2mVsIoTSim.Media;

namespace M2mVsIoTSim.Technologies;

/// <summary>GPRS on a few packet channels per cell.</summary>
/// <remarks>
/// Modelled: establishment of a block flow, limited by the access grant channel of the cell; packet channels shared by all devices;
/// round trip, rates, loss, outages, currents; DRX, or switching off between reports with a new attach. Left out: collisions on the random
/// access channel (at 30 grants of 217 slots per second they are rare), coverage, coding-scheme adaptation, block
/// granularity, voice calls that take channels, GMM timers, SMS. Sources: with each option. Validated by
/// <c>CellularNetworkTests</c> and <c>CellularTechnologyTests</c>.
/// </remarks>
public sealed class Gprs : CellularTechnology
{
    /// <exception cref="ArgumentException">Power saving mode, which GPRS modems do not have.</exception>
    public Gprs(GprsOptions options)
        : base("gprs", options)
    {
        if (options.PowerSaving == PowerSaving.Psm)
        {
            throw new ArgumentException("gprs: power saving is 'drx' or 'off'; GPRS modems have no PSM.", nameof(options));
        }
    }
}

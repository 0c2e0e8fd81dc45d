using M2mVsIoTSim.Media;

namespace M2mVsIoTSim.Technologies;

/// <summary>LTE with category 1 modules (also 1bis): cells, shared with the public, that a device connects to when it has something to say.</summary>
/// <remarks>
/// Modelled: idle-to-connected promotion, inactivity tail, DRX or PSM between connections, round trip of a connected device, peak
/// rates, a finite share of each cell, loss left after HARQ and RLC, outages, modem currents by state. Left out: coverage and
/// link adaptation (a usable signal everywhere), random-access contention, connected-mode DRX, tracking-area updates, handover,
/// header compression. The one-way delay is half a draw of "minimum + lognormal". Sources: with each option. Validated by
/// <c>CellularNetworkTests</c> and <c>CellularTechnologyTests</c> (energy of a report by hand, dimensioning).
/// </remarks>
public sealed class LteCat1 : CellularTechnology
{
    /// <exception cref="ArgumentException">Power saving by switching off, for which no figures are at hand.</exception>
    public LteCat1(LteCat1Options options)
        : base("lte-cat1", options)
    {
        if (options.PowerSaving == PowerSaving.Off)
        {
            throw new ArgumentException("lte-cat1: power saving is 'drx' or 'psm'; there is no figure for switching off.", nameof(options));
        }
    }
}

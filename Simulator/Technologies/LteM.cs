using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>LTE-M (category M1, Release 13): narrowbands of six resource blocks in an LTE carrier, coverage enhancement by repetition.</summary>
/// <remarks>
/// Modelled: coverage-enhancement levels and modes by coupling loss, PRACH, MPDCCH, PDSCH, PUSCH and PUCCH with their repetitions, transport blocks of up to 1000 bits, timing of half-duplex
/// HARQ, one process at a time, cell search and system information after sleep, and what <see cref="CellNetwork"/> models of access, signalling, timers and power saving. Left out: parallel HARQ
/// processes and bundling, full duplex, handover, voice, frequency-selective scheduling, other traffic of the LTE carrier, interference of other cells unless <c>neighbour-load</c> says how much they send, power control (23 dBm always). Repetitions are derived from a coding bound,
/// a fading margin and the loss of channel estimation, as no public link-level table is at hand. Sources: with each option and formula. Validated by the suites <c>lte-m</c> and
/// <c>cellular-random-access</c>, and by <c>LteMTests</c> (timelines, a day's charge by hand, retransmissions).
/// </remarks>
public sealed class LteM : CellRadioTechnology
{
    private readonly LteMOptions _options;
    private readonly LteMAir _air;

    /// <summary>Greatest extended paging cycle of LTE-M, TS 24.008 table 10.5.5.32, from memory.</summary>
    public static readonly Duration GreatestExtendedCycle = 2621.44.Seconds;

    /// <exception cref="ArgumentException">Level limits that do not ascend, an extended cycle that LTE-M does not have, or powers that reach nobody.</exception>
    public LteM(LteMOptions options)
        : base("lte-m", options)
    {
        if (options.ExtendedCycle > GreatestExtendedCycle)
        {
            throw new ArgumentException(
                $"lte-m: an extended paging cycle of {options.ExtendedCycle} is longer than {GreatestExtendedCycle}.",
                nameof(options)
            );
        }

        _options = options;
        _air = new LteMAir(options);
    }

    /// <inheritdoc/>
    public override AirInterface Air => _air;

    /// <summary>Noise counts as loss; the levels begin so much earlier, as the network sets them for what gets through.</summary>
    private protected override AirInterface Raised(PropagationOptions propagation, double up, double down) =>
        new LteMAir(
            _options with
            {
                SiteNoiseFigure = _options.SiteNoiseFigure + up,
                DeviceNoiseFigure = _options.DeviceNoiseFigure + down,
                Level0Limit = _air.Limits[0] - Math.Max(up, down),
                Level1Limit = _air.Limits[1] - Math.Max(up, down),
                Level2Limit = _air.Limits[2] - Math.Max(up, down),
            },
            LeastReach
        );
}

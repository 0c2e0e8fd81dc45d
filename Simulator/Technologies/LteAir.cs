using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Lte;
using M2mVsIoTSim.Radio.LteM;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The share of an LTE carrier that is left to a fleet of category 1, or all of it in turns with others: pairs of resource blocks each way, full-duplex FDD.</summary>
/// <remarks>
/// What ends in subframe n is followed in n + 4 (3GPP TS 36.213 §7.3, §8.0, from memory): with the data and the grant or the acknowledgement a round of HARQ takes 8 ms. PDCCH and PUCCH lie outside the resource blocks for data, but a
/// grant is charged as one of them for a subframe; random access is there for the public anyway and is not charged.
/// </remarks>
internal sealed class LteAir : AirInterface
{
    /// <summary>Greatest block of category 1 in a subframe of the uplink, 3GPP TS 36.306 table 4.1-2 [bit].</summary>
    private const int GreatestUplink = 5160;

    /// <summary>Greatest block of category 1 in a subframe of the downlink, 3GPP TS 36.306 table 4.1-1 [bit].</summary>
    private const int GreatestDownlink = 10_296;

    /// <summary>Smallest block with which a device is taken to be in coverage: the headers of RLC and MAC and as much again [bit].</summary>
    private const int LeastBlock = 64;

    /// <summary>HARQ processes, so many subframes are a block [1]: with a round of 8 ms they keep a device busy without a break.</summary>
    private const int Processes = 8;

    /// <summary>Width of a resource block.</summary>
    private static readonly Frequency ResourceBlock = 180.Kilohertz;

    /// <summary>System information block 1, every 20 ms, and 2, of which a window comes every 160 ms, 80 ms on average: 3GPP TS 36.331 §5.2.1.2, from memory.</summary>
    private static readonly Duration SystemInformation = 100.Milliseconds;

    private readonly LteCat1Options _options;

    /// <param name="options">Of the technology.</param>
    /// <param name="leastReach">Coupling loss that has to be bridged [dB].</param>
    public LteAir(LteCat1Options options, double leastReach = 100)
    {
        _options = options;
        // What others use of a shared carrier is gone; what is reserved is the fleet's own.
        UplinkUnits =
            options.Isolation == SliceIsolation.Shared
                ? Math.Max(1, (int)(options.CarrierBlocks * (1 - options.BackgroundLoad)))
                : options.ResourceBlocks;
        Others =
            options.Isolation == SliceIsolation.Shared && options.BackgroundLoad > 0
                ? new OtherTraffic(options.BackgroundLoad, options.BackgroundTurn)
                : null;
        MaximumCouplingLoss = Reach(leastReach);
        Levels =
        [
            new RandomAccessSettings
            {
                Period = options.AccessPeriod,
                Preambles = options.Preambles,
                Preamble = Prach.Length(1),
                ResponseStart = Timing.ToResponse,
                ResponseWindow = options.ResponseWindow,
                GrantsPerResponse = options.GrantsPerResponse,
                ResponseBytes = CellularProcedures.Response,
                RequestGap = Timing.ToRequest,
                AnswerGap = Timing.ToControl,
                ContentionTimer = options.ContentionTimer,
                BackOff = options.BackOff,
                Attempts = options.Attempts,
                Detection = options.Detection,
                Collision = PreambleCollision.RequestsCollide,
            },
        ];
    }

    public override double MaximumCouplingLoss { get; }

    public override int UplinkUnits { get; }

    public override int DownlinkUnits => UplinkUnits;

    public override OtherTraffic? Others { get; }

    public override IReadOnlyList<RandomAccessSettings> Levels { get; }

    public override int MaximumAttempts => _options.Attempts;

    public override Duration? SchedulingRequestPeriod => _options.SchedulingRequestPeriod;

    public override Duration SchedulingRequest(double couplingLoss) => Timing.Subframe;

    public override int LevelOf(double couplingLoss) => 0;

    public override Duration SearchSpacePeriod(double couplingLoss) => Timing.Subframe;

    public override Transfer Uplink(double couplingLoss, int bytes)
    {
        var (blocks, subframes, units) = Fit(bytes, units => UplinkBits(couplingLoss, units));
        return new Transfer
        {
            Blocks = blocks,
            Control = Timing.Subframe,
            Gap = Timing.ToUplink,
            Data = Timing.Subframe * (long)subframes,
            Intervals = subframes,
            IsPipelined = true,
            Units = units,
            Turnaround = Timing.ToControl,
            Retry = Timing.ToControl,
            BlockErrorRate = _options.BlockErrorRate,
        };
    }

    public override Transfer Downlink(double couplingLoss, int bytes)
    {
        var (blocks, subframes, units) = Fit(bytes, units => DownlinkBits(couplingLoss, units));
        return new Transfer
        {
            Blocks = blocks,
            Data = Timing.Subframe * (long)subframes,
            Intervals = subframes,
            IsPipelined = true,
            Units = units,
            FeedbackGap = Timing.ToAcknowledgement,
            Feedback = Timing.Subframe,
            FeedbackUnits = 0,
            Turnaround = Timing.ToControl,
            Retry = Timing.ToControl,
            BlockErrorRate = _options.BlockErrorRate,
        };
    }

    public override Duration Acquisition(double couplingLoss, bool afterSleep)
    {
        var synchronisation = CellSearch.Synchronisation(
            LinkBudget.Snr(NarrowbandPower, couplingLoss, Prach.Bandwidth, _options.DeviceNoiseFigure)
        );
        return afterSleep ? synchronisation + SystemInformation : synchronisation;
    }

    public override Duration PagingListening(double couplingLoss) => Acquisition(couplingLoss, afterSleep: false) + Timing.Subframe;

    /// <summary>Power of a site in one resource block [dBm].</summary>
    private double BlockPower => _options.SitePower - Decibels.FromLinear(_options.CarrierBlocks);

    /// <summary>Power of a site in the six resource blocks of its synchronisation [dBm].</summary>
    private double NarrowbandPower => BlockPower + Decibels.FromLinear(Prach.ResourceBlocks);

    /// <summary>What a subframe of so many resource blocks carries, all of the device's power in them [bit].</summary>
    private int UplinkBits(double couplingLoss, int units)
    {
        var snr = LinkBudget.Snr(_options.TransmitPower, couplingLoss, ResourceBlock, _options.SiteNoiseFigure);
        return Bits(AttenuatedShannon.Uplink.Efficiency(snr - Decibels.FromLinear(units)), units, GreatestUplink);
    }

    /// <summary>The bound is of two receive antennas; one has half of the signal.</summary>
    private int DownlinkBits(double couplingLoss, int units)
    {
        var snr = LinkBudget.Snr(BlockPower, couplingLoss, ResourceBlock, _options.DeviceNoiseFigure);
        return Bits(
            AttenuatedShannon.Downlink.Efficiency(snr + Decibels.FromLinear(_options.ReceiveAntennas / 2.0)),
            units,
            GreatestDownlink
        );
    }

    /// <summary>The bound says what arrives: what is sent is more by what fails. Whole octets.</summary>
    private int Bits(double efficiency, int units, int greatest) =>
        Math.Min(greatest, (int)(efficiency * (ResourceBlock.Hertz * Timing.Subframe.TotalSeconds) * units / (1 - _options.BlockErrorRate)))
        / 8
        * 8;

    /// <summary>The fewest resource blocks that take it in one subframe; otherwise those that need the fewest subframes.</summary>
    private (int Blocks, int Subframes, int Units) Fit(int bytes, Func<int, int> bits)
    {
        var (least, at) = (int.MaxValue, 0);
        for (var units = 1; units <= UplinkUnits && least > 1; units++)
        {
            if (bits(units) is var size && size >= LeastBlock && RadioOverhead.Segment(bytes, size).Blocks is var needed && needed < least)
            {
                (least, at) = (needed, units);
            }
        }

        if (at == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(bytes), bytes, "Out of coverage: no resource block carries anything.");
        }

        var blocks = (least + Processes - 1) / Processes;
        return (blocks, (least + blocks - 1) / blocks, at);
    }

    /// <summary>The greatest whole coupling loss up to the limit at which preambles and data get through.</summary>
    private double Reach(double least)
    {
        var preamble = Prach.GreatestCouplingLoss(_options.TransmitPower, _options.SiteNoiseFigure, 1);
        for (var loss = Math.Floor(Math.Min(_options.MaximumCouplingLoss, preamble)); loss >= least; loss--)
        {
            if (UplinkBits(loss, 1) >= LeastBlock && DownlinkBits(loss, 1) >= LeastBlock)
            {
                return loss;
            }
        }

        throw new ArgumentException(
            $"lte-cat1: {_options.TransmitPower} dBm up and {_options.SitePower} dBm down do not bridge {least} dB.",
            nameof(least)
        );
    }
}

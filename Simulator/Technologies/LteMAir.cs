using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.LteM;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>One narrowband of LTE-M: six resource blocks each way, half-duplex devices of one antenna.</summary>
internal sealed class LteMAir : AirInterface
{
    /// <summary>Greatest blocks that are tried in turn until the link carries them: those of mode A and B, and half, a quarter and an eighth [bit].</summary>
    private static readonly int[] GreatestBlocks = [TransportBlocks.Greatest, 936, 504, 256, 128];

    /// <summary>System information block 1 of LTE-M, TS 36.213 table 7.1.7.2.7-1, from memory: 208 to 936 bits [bit].</summary>
    private const int SystemInformationBits = 328;

    /// <summary>From one to the next of its sixteen copies in 80 ms.</summary>
    private static readonly Duration SystemInformationSpacing = 5.Milliseconds;

    /// <summary>Preamble repetitions of the four levels [1].</summary>
    private static readonly int[] PreambleRepetitions = [2, 8, 32, 128];

    /// <summary>Lengths of the response window [ms], TS 36.331 <c>ra-ResponseWindowSize-r13</c>.</summary>
    private static readonly int[] ResponseWindows = [20, 50, 80, 120, 180, 240, 320, 400];

    /// <summary>Contention-resolution timers [ms], TS 36.331 <c>mac-ContentionResolutionTimer-r13</c>.</summary>
    private static readonly int[] ContentionTimers = [80, 100, 120, 160, 200, 240, 480, 960];

    private readonly LteMOptions _options;

    /// <summary>Greatest coupling losses of the levels but the last [dB].</summary>
    private readonly double[] _limits;

    /// <param name="options">Of the technology.</param>
    /// <param name="leastReach">Coupling loss that has to be bridged [dB].</param>
    /// <exception cref="ArgumentException">Limits of levels that do not ascend, or not even the least coupling loss can be bridged.</exception>
    public LteMAir(LteMOptions options, double leastReach = 140)
    {
        _options = options;
        _limits = [options.Level0Limit ?? Bridged(0), options.Level1Limit ?? Bridged(1), options.Level2Limit ?? Bridged(2)];
        if (_limits[0] > _limits[1] || _limits[1] > _limits[2])
        {
            throw new ArgumentException(
                $"lte-m: the limits {_limits[0]}, {_limits[1]} and {_limits[2]} dB of the levels have to ascend.",
                nameof(options)
            );
        }

        MaximumCouplingLoss = Reach(options.MaximumCouplingLoss, leastReach);
        Levels = [.. Enumerable.Range(0, PreambleRepetitions.Length).Select(Access)];
    }

    /// <summary>Greatest coupling losses of the levels but the last [dB].</summary>
    public IReadOnlyList<double> Limits => _limits;

    public override double MaximumCouplingLoss { get; }

    public override int UplinkUnits => TransportBlocks.Narrowband;

    public override IReadOnlyList<RandomAccessSettings> Levels { get; }

    public override int MaximumAttempts => _options.Attempts;

    public override Duration? SchedulingRequestPeriod => _options.SchedulingRequestPeriod;

    /// <summary>On PUCCH, repeated as an acknowledgement is.</summary>
    public override Duration SchedulingRequest(double couplingLoss) => Timing.Subframe * (long)FeedbackRepetitions(couplingLoss);

    public override int LevelOf(double couplingLoss) => CoverageEnhancement.Level(couplingLoss, _limits);

    public override Duration SearchSpacePeriod(double couplingLoss) =>
        Timing.Subframe * (ControlRepetitions(couplingLoss) * _options.SearchSpaceFactor);

    public override Transfer Uplink(double couplingLoss, int bytes)
    {
        var (blocks, format) = Fit(bytes, bits => LinkAdaptation.Uplink(bits, UplinkSnr(couplingLoss), ModeOf(couplingLoss)), couplingLoss);
        return new Transfer
        {
            Blocks = blocks,
            Control = Control(couplingLoss),
            Gap = Timing.ToUplink,
            Data = format.Length,
            Units = format.ResourceBlocks,
            Turnaround = Timing.ToControl,
            Retry = Timing.ToControl,
            BlockErrorRate = _options.BlockErrorRate,
        };
    }

    public override Transfer Downlink(double couplingLoss, int bytes)
    {
        var (blocks, format) = Fit(
            bytes,
            bits => LinkAdaptation.Downlink(bits, DownlinkSnr(couplingLoss), ModeOf(couplingLoss)),
            couplingLoss
        );
        return new Transfer
        {
            Blocks = blocks,
            Control = Control(couplingLoss),
            Gap = Timing.ToDownlink,
            Data = format.Airtime,
            FeedbackGap = Timing.ToAcknowledgement,
            Feedback = Timing.Subframe * (long)FeedbackRepetitions(couplingLoss),
            Turnaround = Timing.ToControl,
            Retry = Timing.ToControl,
            BlockErrorRate = _options.BlockErrorRate,
        };
    }

    public override Duration Acquisition(double couplingLoss, bool afterSleep)
    {
        var snr = DownlinkSnr(couplingLoss);
        var search = CellSearch.Synchronisation(snr) + CellSearch.MasterInformation(snr);
        return afterSleep ? search + SystemInformation(couplingLoss) : search;
    }

    public override Duration PagingListening(double couplingLoss) =>
        CellSearch.Synchronisation(DownlinkSnr(couplingLoss)) + Control(couplingLoss);

    private CoverageMode ModeOf(double couplingLoss) => LevelOf(couplingLoss) < 2 ? CoverageMode.A : CoverageMode.B;

    /// <summary>With all power in one resource block, at one antenna [dB].</summary>
    private double UplinkSnr(double couplingLoss) =>
        LinkBudget.Snr(_options.TransmitPower, couplingLoss, 180.Kilohertz, _options.SiteNoiseFigure);

    private double DownlinkSnr(double couplingLoss) =>
        LinkBudget.Snr(_options.SitePower, couplingLoss, Prach.Bandwidth, _options.DeviceNoiseFigure);

    private int ControlRepetitions(double couplingLoss) =>
        LinkAdaptation.Control(DownlinkSnr(couplingLoss)) ?? throw OutOfReach(couplingLoss);

    private int FeedbackRepetitions(double couplingLoss) =>
        LinkAdaptation.Feedback(UplinkSnr(couplingLoss)) ?? throw OutOfReach(couplingLoss);

    private Duration Control(double couplingLoss) => Timing.Subframe * (long)ControlRepetitions(couplingLoss);

    private Duration SystemInformation(double couplingLoss)
    {
        var format = LinkAdaptation.Downlink(SystemInformationBits, DownlinkSnr(couplingLoss), ModeOf(couplingLoss));
        return SystemInformationSpacing * (long)(format ?? throw OutOfReach(couplingLoss)).Repetitions;
    }

    /// <summary>The largest blocks that the link carries.</summary>
    private static (int Blocks, SharedChannelFormat Format) Fit(int bytes, Func<int, SharedChannelFormat?> adapt, double couplingLoss)
    {
        foreach (var greatest in GreatestBlocks)
        {
            var (blocks, bits) = RadioOverhead.Segment(bytes, greatest);
            if (adapt(bits) is { } format)
            {
                return (blocks, format);
            }
        }

        throw OutOfReach(couplingLoss);
    }

    private static ArgumentOutOfRangeException OutOfReach(double couplingLoss) =>
        new(nameof(couplingLoss), couplingLoss, "No number of repetitions bridges this coupling loss [dB].");

    /// <summary>Greatest whole coupling loss that the preambles of a level bridge [dB].</summary>
    private double Bridged(int level) =>
        Math.Floor(Prach.GreatestCouplingLoss(_options.TransmitPower, _options.SiteNoiseFigure, PreambleRepetitions[level]));

    /// <summary>The greatest whole coupling loss up to a limit at which every channel gets through.</summary>
    private double Reach(double limit, double least)
    {
        for (var loss = Math.Floor(limit); loss >= least; loss--)
        {
            var (up, down, mode) = (UplinkSnr(loss), DownlinkSnr(loss), ModeOf(loss));
            if (
                LinkAdaptation.Control(down) is not null
                && LinkAdaptation.Feedback(up) is not null
                && LinkAdaptation.Uplink(GreatestBlocks[^1], up, mode) is not null
                && LinkAdaptation.Downlink(SystemInformationBits, down, mode) is not null
                && loss <= Bridged(LevelOf(loss))
            )
            {
                return loss;
            }
        }

        throw new ArgumentException(
            $"lte-m: {_options.TransmitPower} dBm up and {_options.SitePower} dBm down do not bridge {least} dB with any number of repetitions.",
            nameof(limit)
        );
    }

    /// <summary>Random access of a level: windows and timers as long as the device at its edge needs.</summary>
    private RandomAccessSettings Access(int level)
    {
        var edge = level < _limits.Length ? Math.Min(_limits[level], MaximumCouplingLoss) : MaximumCouplingLoss;
        var searchSpace = SearchSpacePeriod(edge);
        var answer = Downlink(edge, CellularProcedures.Of(_options.Procedure).Answer);
        var repetitions = PreambleRepetitions[level];
        return new RandomAccessSettings
        {
            Period = _options.AccessPeriod * ((double)repetitions / PreambleRepetitions[0]),
            Preambles = _options.Preambles,
            Preamble = Prach.Length(repetitions),
            Units = Prach.ResourceBlocks,
            ResponseStart = Timing.ToResponse,
            ResponseWindow = AtLeast(ResponseWindows, searchSpace * 2L),
            GrantsPerResponse = Grants(edge),
            ResponseBytes = CellularProcedures.Response,
            RequestGap = Timing.ToRequest,
            AnswerGap = Timing.ToControl,
            ContentionTimer = AtLeast(ContentionTimers, (searchSpace + answer.Control + answer.Gap + answer.Data) * 2L),
            BackOff = _options.BackOff,
            Attempts = _options.AttemptsAtLevel,
            Detection = _options.Detection,
            Collision = PreambleCollision.RequestsCollide,
        };
    }

    /// <summary>Grants that a response of one block carries to a device [1].</summary>
    private int Grants(double couplingLoss)
    {
        var grants = TransportBlocks.Greatest / 8 / CellularProcedures.Response;
        while (grants > 1 && Downlink(couplingLoss, grants * CellularProcedures.Response).Blocks > 1)
        {
            grants--;
        }

        return grants;
    }

    private static Duration AtLeast(int[] milliseconds, Duration needed) =>
        milliseconds.Select(value => value.Milliseconds).FirstOrDefault(value => value >= needed, milliseconds[^1].Milliseconds);
}

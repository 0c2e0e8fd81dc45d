using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.NbIot;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>NB-IoT on the air: a carrier of 180 kHz, 48 tones up and one stream of subframes down.</summary>
internal sealed class NbIotAir : AirInterface
{
    /// <summary>Power of the downlink behind the link-level tables: 35 dBm in-band [dBm].</summary>
    private const double TableDownlinkPower = 35;

    /// <summary>Power of the uplink behind the link-level tables [dBm].</summary>
    private const double TableUplinkPower = 23;

    /// <summary>Tones of 3.75 kHz in one of 15 kHz [1].</summary>
    private const int TonesOf15 = 4;

    /// <summary>In a response window and for a contention-resolution timer there is a limit, 3GPP TS 36.321 §5.1.4.</summary>
    private static readonly Duration GreatestWindow = 10.24.Seconds;

    /// <summary>The master information block is sent in 8 parts of 80 ms, 3GPP TS 36.211 §10.2.4: one is enough in normal coverage, half of them in robust, all in extreme coverage (chosen).</summary>
    private static readonly Duration[] Broadcast = [80.Milliseconds, 320.Milliseconds, 640.Milliseconds];

    /// <summary>An idle device synchronises by one frame before it listens for a page (chosen).</summary>
    private static readonly Duration BeforePage = 10.Milliseconds;

    private readonly NbIotOptions _options;
    private readonly int[] _controlRepetitions;
    private readonly Duration[] _synchronisation;

    public NbIotAir(NbIotOptions options)
    {
        _options = options;
        _controlRepetitions = [options.NormalControlRepetitions, options.RobustControlRepetitions, options.ExtremeControlRepetitions];
        _synchronisation = [options.NormalSynchronisation, options.RobustSynchronisation, options.ExtremeSynchronisation];
        Levels =
        [
            Access(0, options.NormalPeriod, options.NormalPreambleRepetitions),
            Access(1, options.RobustPeriod, options.RobustPreambleRepetitions),
            Access(2, options.ExtremePeriod, options.ExtremePreambleRepetitions),
        ];
    }

    /// <inheritdoc/>
    public override double MaximumCouplingLoss =>
        LinkAdaptation.GreatestCouplingLoss
        + Math.Min(0, Math.Min(_options.DownlinkPower - TableDownlinkPower, _options.TransmitPower - TableUplinkPower));

    /// <inheritdoc/>
    public override int UplinkUnits => Numerology.Tones(SubcarrierSpacing.Khz3Point75);

    /// <inheritdoc/>
    public override IReadOnlyList<RandomAccessSettings> Levels { get; }

    /// <inheritdoc/>
    public override int MaximumAttempts => _options.Attempts;

    /// <inheritdoc/>
    public override int LevelOf(double couplingLoss) =>
        CoverageEnhancement.Level(couplingLoss, _options.NormalCoverage, _options.RobustCoverage);

    /// <inheritdoc/>
    public override Duration SearchSpacePeriod(double couplingLoss) => PeriodOf(LevelOf(couplingLoss));

    /// <inheritdoc/>
    public override Transfer Uplink(double couplingLoss, int bytes)
    {
        var (blocks, bits) = RadioOverhead.Segment(bytes, TransportBlocks.GreatestUplink);
        var format = Format(bits, UplinkLoss(couplingLoss));
        return new Transfer
        {
            Blocks = blocks,
            Control = Control(couplingLoss),
            Gap = Scheduling.ToUplink,
            Slack = Scheduling.UplinkDelays[^1].Milliseconds - Scheduling.ToUplink,
            Data = format.Length,
            Units = format.Tones * (format.Spacing == SubcarrierSpacing.Khz15 ? TonesOf15 : 1),
            Turnaround = Scheduling.ToControl,
            Retry = Scheduling.ToControl,
            BlockErrorRate = _options.BlockErrorRate,
        };
    }

    /// <inheritdoc/>
    public override Transfer Downlink(double couplingLoss, int bytes)
    {
        var (blocks, bits) = RadioOverhead.Segment(bytes, TransportBlocks.GreatestDownlink);
        return new Transfer
        {
            Blocks = blocks,
            Control = Control(couplingLoss),
            Gap = Scheduling.ToDownlink,
            Data = Usable(LinkAdaptation.Downlink(bits, DownlinkLoss(couplingLoss)).Airtime),
            FeedbackGap = Scheduling.ToAcknowledgement,
            Feedback = Acknowledgement.Airtime(UplinkLoss(couplingLoss)),
            FeedbackUnits = TonesOf15,
            Turnaround = Scheduling.ToControl,
            Retry = Scheduling.ToControl,
            BlockErrorRate = _options.BlockErrorRate,
        };
    }

    /// <inheritdoc/>
    public override Duration Acquisition(double couplingLoss, bool afterSleep)
    {
        var level = LevelOf(couplingLoss);
        return _synchronisation[level] + (afterSleep ? Broadcast[level] : Duration.Zero);
    }

    /// <inheritdoc/>
    public override Duration PagingListening(double couplingLoss) => BeforePage + Control(couplingLoss);

    private RandomAccessSettings Access(int level, Duration period, int repetitions) =>
        new()
        {
            Period = period,
            Preambles = _options.Preambles,
            Preamble = Nprach.Length(0, repetitions),
            Units = _options.Preambles,
            ResponseStart = repetitions < Nprach.StretchOfRepetitions ? 4.Milliseconds : 41.Milliseconds,
            ResponseWindow = Duration.Min(PeriodOf(level) * (long)_options.ResponseWindow, GreatestWindow),
            GrantsPerResponse = TransportBlocks.GreatestDownlink / 8 / CellularProcedures.Response,
            ResponseBytes = CellularProcedures.Response,
            RequestGap = Scheduling.Msg3Delays[0].Milliseconds,
            RequestSlack = (Scheduling.Msg3Delays[^1] - Scheduling.Msg3Delays[0]).Milliseconds,
            AnswerGap = Scheduling.ToControl,
            ContentionTimer = Duration.Min(PeriodOf(level) * (long)_options.ContentionTimer, GreatestWindow),
            BackOff = _options.BackOff,
            Attempts = _options.AttemptsPerLevel,
            Detection = _options.PreambleDetection,
            Collision = PreambleCollision.RequestsCollide,
        };

    private NpuschFormat Format(int bits, double loss)
    {
        if (_options.Spacing is { } spacing)
        {
            return LinkAdaptation.Uplink(bits, loss, spacing);
        }

        var wide = LinkAdaptation.Uplink(bits, loss, SubcarrierSpacing.Khz15);
        var narrow = LinkAdaptation.Uplink(bits, loss, SubcarrierSpacing.Khz3Point75);
        return narrow.Length < wide.Length ? narrow : wide;
    }

    private Duration Control(double couplingLoss) =>
        Usable(Npdcch.Airtime(Npdcch.Candidate(DownlinkLoss(couplingLoss), _controlRepetitions[LevelOf(couplingLoss)])));

    /// <summary>The signals of an anchor carrier lie in between.</summary>
    private Duration Usable(Duration airtime) => _options.Anchor ? AnchorCarrier.Length(airtime) : airtime;

    private Duration PeriodOf(int level) => Npdcch.Period(_controlRepetitions[level], _options.SearchSpaceStart);

    private double DownlinkLoss(double couplingLoss) => couplingLoss - (_options.DownlinkPower - TableDownlinkPower);

    private double UplinkLoss(double couplingLoss) => couplingLoss - (_options.TransmitPower - TableUplinkPower);
}

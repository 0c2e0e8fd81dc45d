using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>One carrier of NR, or the share of it that a slice has.</summary>
/// <remarks>
/// An allocation takes the fewest resource blocks in which a packet fits at the modulation that the signal-to-noise ratio there allows; a device's power is shared among them. What needs more than one allocation goes in
/// so many in a row, as parallel HARQ processes would; with TDD no more than slots of its direction follow each other, with FDD such a row follows the last one as soon as that is decoded, unless the traffic of others goes before; while several devices have that much to send, each gets its part of them in turn. Control channels lie outside the resource blocks for data.
/// </remarks>
internal sealed class NrAir : AirInterface
{
    /// <summary>Coupling loss without which a network is none [dB].</summary>
    public const double LeastReach = 60;

    /// <summary>A packet of 32 octets with its check sum, at which a modulation is held against the target [bit].</summary>
    private const int ReferenceBits = 272;

    /// <summary>Smallest block with which a device is taken to be in coverage [bit].</summary>
    private const int LeastBlock = 64;

    /// <summary>HARQ processes, so many allocations go in a row at most, 3GPP TS 38.214 §5.1 [1].</summary>
    private const int Processes = 16;

    /// <summary>Signal-to-noise ratio at which synchronisation signals are found in one burst, 3GPP TS 38.101-4 (from memory) [dB].</summary>
    private const double SynchronisationSnr = -6;

    /// <summary>Width of a preamble of 839 subcarriers of 1.25 kHz, format 0, as with LTE.</summary>
    private static readonly Frequency PreambleWidth = Radio.LteM.Prach.Bandwidth;

    private static readonly Duration PreambleLength = 1.Milliseconds;

    /// <summary>Of a request right behind its preamble: QPSK with a code rate of 0.3, 3GPP TS 38.214 table 5.1.3.1-1, index 4 (chosen).</summary>
    private const int RequestMcs = 4;

    /// <summary>From one burst of synchronisation signals to the next, TS 38.213 §4.1; system information (SIB1) comes as often.</summary>
    private static readonly Duration BurstPeriod = 20.Milliseconds;

    /// <summary>From the end of a preamble to its response: detection, and half of T_proc,2 (chosen; TR 37.868 has 2 ms for LTE).</summary>
    private static readonly Duration Detection = 1.Milliseconds;

    private readonly NrOptions _options;
    private readonly NrNumerology _numerology;
    private readonly NrTiming _timing;
    private readonly NrFading _upFading;
    private readonly NrFading _downFading;
    private readonly Modulation[] _up;
    private readonly Modulation[] _down;
    private readonly int _carrierBlocks;
    private readonly int _deviceBlocks;
    private readonly int _upInARow;
    private readonly int _downInARow;
    private readonly Duration _slack;
    private readonly bool _isPipelined;

    /// <param name="options">Of the technology.</param>
    /// <param name="name">Of the technology, for messages.</param>
    /// <param name="fading">By number of branches.</param>
    /// <param name="leastReach">Coupling loss that has to be bridged [dB].</param>
    /// <exception cref="ArgumentException">Options that do not go together.</exception>
    public NrAir(NrOptions options, string name, Func<int, NrFading> fading, double leastReach = LeastReach)
    {
        _options = options;
        _numerology = NrNumerology.Of(options.Spacing);
        _carrierBlocks = _numerology.ResourceBlocks(options.Bandwidth);
        // What others use of a shared carrier is gone; a reserved slice has its own.
        UplinkUnits = Math.Max(
            1,
            (int)(_carrierBlocks * (options.Isolation == SliceIsolation.Shared ? 1 - options.BackgroundLoad : options.SliceShare))
        );
        _deviceBlocks = options.DeviceBandwidth is { } own
            ? Math.Min(UplinkUnits, _numerology.ResourceBlocks(Least(own, options.Bandwidth)))
            : UplinkUnits;
        var isFrequencyDivided = string.Equals(options.Duplex, "FDD", StringComparison.Ordinal);
        var frame = new NrFrame(_numerology, options.Symbols, isFrequencyDivided ? null : options.Duplex);
        _timing = new NrTiming(
            frame,
            new NrProcessing(_numerology, options.Capability),
            options.Symbols,
            options.Symbols < NrNumerology.SymbolsPerSlot,
            options.Repetitions
        );
        (_upInARow, _downInARow) = (InARow(frame.LongestRun(isUp: true)), InARow(frame.LongestRun(isUp: false)));
        _slack = frame.Period * 2L + _numerology.Slot * (long)Processes;
        CheckPeriods(name, frame);
        CheckRepetitions(name, frame);
        (_upFading, _downFading) = (fading(options.SiteAntennas), fading(options.ReceiveAntennas));
        (_up, _down) = (Adaptation(_upFading), Adaptation(_downFading));
        Others =
            options.Isolation == SliceIsolation.Shared && options.BackgroundLoad > 0
                ? new OtherTraffic(options.BackgroundLoad, options.BackgroundTurn)
                : null;
        _isPipelined = isFrequencyDivided && Others is null;
        MaximumCouplingLoss = Reach(name, leastReach);
        Levels = [Access()];
        if (ConfiguredShare >= 1)
        {
            throw new ArgumentException(
                $"{name}: {options.ConfiguredGrants} configured grants of {options.ConfiguredGrantBlocks} resource blocks would take {ConfiguredShare:P0} of the uplink; have fewer, smaller or less frequent ones.",
                nameof(options)
            );
        }
    }

    public override double MaximumCouplingLoss { get; }

    public override int UplinkUnits { get; }

    public override int DownlinkUnits => UplinkUnits;

    public override IReadOnlyList<RandomAccessSettings> Levels { get; }

    public override int MaximumAttempts => _options.Attempts;

    public override int MaximumTransmissions => _options.Transmissions;

    public override Duration? SchedulingRequestPeriod => _options.SchedulingRequestPeriod;

    public override Duration? ConfiguredGrantPeriod => _options.ConfiguredGrant ? _options.ConfiguredGrantPeriod : null;

    public override int ConfiguredGrants => _options.ConfiguredGrants;

    /// <summary>Each grant takes its resource blocks at each of its opportunities; opportunities that follow each other closer than its repetitions last are one.</summary>
    public override double ConfiguredShare
    {
        get
        {
            if (!_options.ConfiguredGrant)
            {
                return 0;
            }

            var duty = Math.Min(1, _options.ConfiguredGrantPeriod == Duration.Zero ? 1 : _timing.Data / _options.ConfiguredGrantPeriod);
            return _options.ConfiguredGrants * (double)_options.ConfiguredGrantBlocks / UplinkUnits * duty * Legs;
        }
    }

    public override OtherTraffic? Others { get; }

    /// <summary>What an exchange takes in time.</summary>
    internal NrTiming Timing => _timing;

    private int Legs => _options.Duplication ? 2 : 1;

    public override Duration SchedulingRequest(double couplingLoss) => _timing.Control;

    public override double SchedulingRequestError(double couplingLoss) => _options.RequestError;

    public override Duration Preparation(bool isUp) => _timing.Prepare;

    public override SimTime Opportunity(bool isUp, SimTime ready, Duration length) =>
        _timing.Frame.Next(isUp, ready, _timing.Frame.SymbolsOf(length));

    public override int LevelOf(double couplingLoss) => 0;

    /// <summary>Mini-slots are those of the frame.</summary>
    public override Duration SearchSpacePeriod(double couplingLoss) => Duration.Zero;

    public override Transfer Uplink(double couplingLoss, int bytes)
    {
        var block = Fit(bytes, couplingLoss, isUp: true, _deviceBlocks) ?? throw OutOfReach(couplingLoss);
        return Transfer(block, isUp: true, isConfigured: false);
    }

    public override Transfer ConfiguredUplink(double couplingLoss, int bytes)
    {
        var block = Fit(bytes, couplingLoss, isUp: true, Most(isConfigured: true)) ?? throw OutOfReach(couplingLoss);
        return Transfer(block, isUp: true, isConfigured: true);
    }

    public override Transfer Downlink(double couplingLoss, int bytes)
    {
        var block = Fit(bytes, couplingLoss, isUp: false, _deviceBlocks) ?? throw OutOfReach(couplingLoss);
        return Transfer(block, isUp: false, isConfigured: false);
    }

    public override Duration Acquisition(double couplingLoss, bool afterSleep)
    {
        var snr = Snr(couplingLoss, isUp: false, 1);
        var search = BurstPeriod * Math.Max(1, (long)Math.Ceiling(Decibels.ToLinear(SynchronisationSnr - snr) - 1e-9));
        return afterSleep ? search + BurstPeriod : search;
    }

    public override Duration PagingListening(double couplingLoss) => 10.Milliseconds;

    /// <summary>Whether so many octets fit into one allocation, which coverage does not repeat.</summary>
    internal bool FitsOneAllocation(double couplingLoss, int bytes, bool isUp, bool isConfigured) =>
        Fit(bytes, couplingLoss, isUp, Most(isConfigured)) is { Count: 1, InARow: 1 } block && block.Repetitions == _options.Repetitions;

    /// <summary>Probability that a block of so many octets has not arrived after 1, 2, … transmissions [1].</summary>
    /// <exception cref="ArgumentException">Octets that take more than one allocation there, or one that coverage repeats.</exception>
    internal double[] Failures(double couplingLoss, int bytes, bool isUp, bool isConfigured) =>
        FitsOneAllocation(couplingLoss, bytes, isUp, isConfigured)
            ? Failures(Fit(bytes, couplingLoss, isUp, Most(isConfigured))!.Value, isUp, isConfigured)
            : throw new ArgumentException($"{bytes} B take more than one allocation at {couplingLoss} dB.", nameof(bytes));

    /// <summary>Resource blocks of an allocation at most [1].</summary>
    private int Most(bool isConfigured) => isConfigured ? Math.Min(_deviceBlocks, _options.ConfiguredGrantBlocks) : _deviceBlocks;

    private double[] Failures(in Block block, bool isUp, bool isConfigured)
    {
        var failures = NrReliability.Failures(
            block.Modulation,
            block.Bits,
            Decibels.ToLinear(block.Snr),
            isUp ? _upFading : _downFading,
            _options.ControlError,
            _options.Transmissions,
            isConfigured
        );
        return _options.Duplication ? NrReliability.Duplicated(failures) : failures;
    }

    private Transfer Transfer(in Block block, bool isUp, bool isConfigured)
    {
        var rates = NrReliability.Conditional(Failures(block, isUp, isConfigured));
        var transfer = new Transfer
        {
            Blocks = block.Count,
            Data = _numerology.Symbols(_options.Symbols * block.Repetitions * block.InARow),
            Intervals = block.InARow,
            IsPipelined = _isPipelined,
            Units = block.Units * Legs,
            Processing = _timing.Decode,
            BlockErrorRate = rates[0],
            RepetitionErrorRates = rates[1..],
        };
        return isUp
            ? transfer with
            {
                Control = _timing.Control,
                Gap = _timing.Grant,
                Slack = _slack,
                Turnaround = _timing.Decode + _timing.Prepare,
                Retry = _timing.Prepare,
            }
            : transfer with
            {
                FeedbackGap = _timing.Prepare,
                Feedback = _timing.Control,
                FeedbackUnits = 0,
                Turnaround = _timing.Decode + _timing.Prepare,
                Retry = _timing.Decode + _timing.Prepare,
            };
    }

    /// <summary>The fewest resource blocks that take it in one allocation; otherwise those that need the fewest allocations.</summary>
    private Block? Fit(int bytes, double couplingLoss, bool isUp, int most)
    {
        for (
            var repetitions = _options.Repetitions;
            repetitions <= Math.Max(_options.Repetitions, _options.CoverageRepetitions);
            repetitions *= 2
        )
        {
            Block? best = null;
            var least = int.MaxValue;
            for (var units = 1; units <= most && least > 1; units++)
            {
                var snr = Snr(couplingLoss, isUp, units) + Decibels.FromLinear(repetitions);
                if (Best(isUp ? _up : _down, snr) is not { } modulation || Size(modulation, units, isUp) is var size && size < LeastBlock)
                {
                    continue;
                }

                var needed = RadioOverhead.Segment(bytes, size).Blocks;
                if (needed < least)
                {
                    (least, best) = (needed, new Block(modulation, size, units, repetitions, snr, needed, 1));
                }
            }

            if (best is { } found)
            {
                var inARow =
                    repetitions > 1 ? 1
                    : isUp ? _upInARow
                    : _downInARow;
                var blocks = (found.Count + inARow - 1) / inARow;
                return found with { Count = blocks, InARow = (found.Count + blocks - 1) / blocks };
            }
        }

        return null;
    }

    /// <summary>Allocations that fit into so many slots, as far as there are processes [1].</summary>
    private int InARow(int slots) => (int)Math.Min(Processes, slots * (long)(NrNumerology.SymbolsPerSlot / _options.Symbols));

    private int Size(NrModulation modulation, int units, bool isUp)
    {
        var isSlot = _options.Symbols == NrNumerology.SymbolsPerSlot;
        // A slot of the downlink begins with two symbols of control; reference symbols take a symbol of a longer allocation, and half of one of a shorter.
        var symbols = isSlot && !isUp ? _options.Symbols - 2 : _options.Symbols;
        var reference = _options.Symbols >= 7 ? NrNumerology.Subcarriers : NrNumerology.Subcarriers / 2;
        return NrTransportBlock.Size(NrTransportBlock.Elements(symbols, reference, 0, units), modulation);
    }

    /// <summary>The highest modulation that meets the target.</summary>
    private static NrModulation? Best(Modulation[] adaptation, double snr)
    {
        for (var cqi = adaptation.Length - 1; cqi >= 0; cqi--)
        {
            if (snr >= adaptation[cqi].RequiredSnr)
            {
                return adaptation[cqi].Of;
            }
        }

        return null;
    }

    /// <summary>Modulations by CQI, each with the mean signal-to-noise ratio at which it meets the target in this fading.</summary>
    private Modulation[] Adaptation(NrFading fading) =>
        [
            .. Enumerable
                .Range(1, NrLinkAdaptation.GreatestCqi)
                .Select(cqi => NrLinkAdaptation.Mcs(_options.Table)[NrLinkAdaptation.McsOf(_options.Table, cqi)])
                .Select(modulation => new Modulation(
                    modulation,
                    NrBlockError.Required(
                        ratio => fading.Mean(gain => NrBlockError.Of(modulation, ReferenceBits, ratio * gain)),
                        _options.BlockErrorRate
                    )
                )),
        ];

    /// <summary>Mean signal-to-noise ratio of a resource element, all antennas combined [dB]: a device has its power for its resource blocks, a site a part for each.</summary>
    private double Snr(double couplingLoss, bool isUp, int units)
    {
        var (power, noise, antennas) = isUp
            ? (_options.TransmitPower - Decibels.FromLinear(units * Legs), _options.SiteNoiseFigure, _options.SiteAntennas)
            : (_options.SitePower - Decibels.FromLinear(_carrierBlocks), _options.DeviceNoiseFigure, _options.ReceiveAntennas);
        return LinkBudget.Snr(power, couplingLoss, _numerology.ResourceBlock, noise)
            - _options.InterferenceMargin
            + Decibels.FromLinear(antennas);
    }

    private double Reach(string name, double least)
    {
        var preamble =
            Radio.LteM.Prach.GreatestCouplingLoss(_options.TransmitPower, _options.SiteNoiseFigure, 1)
            - _options.InterferenceMargin
            + Decibels.FromLinear(_options.SiteAntennas * Math.Max(1, _options.CoverageRepetitions))
            // The requirement is of two antennas.
            - Decibels.FromLinear(2);
        for (var loss = Math.Floor(Math.Min(_options.MaximumCouplingLoss, preamble)); loss >= least; loss--)
        {
            if (
                Fit(1, loss, isUp: true, Most(_options.ConfiguredGrant)) is not null
                && Fit(1, loss, isUp: false, _deviceBlocks) is not null
            )
            {
                return loss;
            }
        }

        throw new ArgumentException(
            $"{name}: {_options.TransmitPower} dBm up and {_options.SitePower} dBm down do not bridge {least} dB of coupling loss at a block error rate of {_options.BlockErrorRate}.",
            nameof(name)
        );
    }

    private RandomAccessSettings Access()
    {
        var width = Math.Max(1, (int)Math.Ceiling(PreambleWidth.Hertz / _numerology.ResourceBlock.Hertz));
        return new RandomAccessSettings
        {
            Period = _options.AccessPeriod,
            Preambles = _options.Preambles,
            Preamble = PreambleLength * (long)Math.Max(1, _options.CoverageRepetitions),
            Units = Math.Min(width, UplinkUnits),
            ResponseStart = Detection + _timing.Prepare,
            ResponseWindow = _options.ResponseWindow,
            GrantsPerResponse = _options.GrantsPerResponse,
            ResponseBytes = CellularProcedures.Response,
            // N1 + N2 + 0.5 ms, 3GPP TS 38.213 §8.3.
            RequestGap = _timing.Decode + _timing.Grant + 0.5.Milliseconds,
            RequestSlack = _slack,
            AnswerGap = _timing.Prepare,
            ContentionTimer = _options.ContentionTimer,
            BackOff = _options.BackOff,
            Attempts = _options.Attempts,
            Detection = _options.Detection,
            Collision = PreambleCollision.RequestsCollide,
            TwoStep = _options.TwoStepAccess ? TwoSteps() : null,
        };
    }

    /// <summary>Requests right behind their preambles: each has resource blocks of its own in the next slot, and one modulation serves all.</summary>
    private TwoStepAccess TwoSteps() =>
        new()
        {
            Preambles = _options.TwoStepPreambles,
            RequestGap = _numerology.Slot,
            Request = _numerology.Symbols(_options.Symbols),
            RequestBytes = Size(NrLinkAdaptation.Mcs(NrTable.Qam64)[RequestMcs], _options.TwoStepBlocks, isUp: true) / 8,
            Units = Math.Min(UplinkUnits, _options.TwoStepBlocks * _options.TwoStepPreambles),
            RequestErrorRate = _options.BlockErrorRate,
            AnswerStart = _timing.Decode + _timing.Prepare,
            AnswerWindow = _options.ResponseWindow,
        };

    /// <summary>Periods of the uplink are whole slots, so that opportunities do not drift against the frame, and whole patterns of TDD.</summary>
    private void CheckPeriods(string name, NrFrame frame)
    {
        Check(name, "scheduling-request-period", _options.SchedulingRequestPeriod, frame);
        Check(name, "configured-grant-period", _options.ConfiguredGrantPeriod, frame);
        Check(name, "access-period", _options.AccessPeriod, frame);
    }

    /// <summary>All repetitions of an allocation go in a row, which has to fit into a run of slots of each direction.</summary>
    private void CheckRepetitions(string name, NrFrame frame)
    {
        foreach (var isUp in (bool[])[true, false])
        {
            try
            {
                frame.Starts(isUp, _options.Repetitions * _options.Symbols);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException(
                    $"{name}: {_options.Repetitions} repetitions of {_options.Symbols} symbols {(isUp ? "up" : "down")} do not fit into a run of slots of duplex {_options.Duplex}; fewer repetitions or symbols do.",
                    nameof(name),
                    e
                );
            }
        }
    }

    private static void Check(string name, string option, Duration period, NrFrame frame)
    {
        if (period.Nanoseconds % frame.Period.Nanoseconds != 0)
        {
            throw new ArgumentException(
                $"{name}: {option} of {period} is no multiple of {frame.Period}, after which the slots of the frame repeat.",
                nameof(option)
            );
        }
    }

    private static Frequency Least(Frequency a, Frequency b) => a.Hertz < b.Hertz ? a : b;

    private static ArgumentOutOfRangeException OutOfReach(double couplingLoss) =>
        new(nameof(couplingLoss), couplingLoss, "Out of coverage: no modulation bridges this coupling loss [dB].");

    /// <summary>A modulation and the ratio from which it is used.</summary>
    private readonly record struct Modulation(NrModulation Of, double RequiredSnr);

    /// <summary>How a packet is cut.</summary>
    /// <param name="Modulation">Of each allocation.</param>
    /// <param name="Bits">Of the transport block of an allocation [bit].</param>
    /// <param name="Units">Resource blocks [1].</param>
    /// <param name="Repetitions">Of each allocation, in a row [1].</param>
    /// <param name="Snr">Mean, with all repetitions [dB].</param>
    /// <param name="Count">Blocks, scheduled one after the other [1].</param>
    /// <param name="InARow">Allocations that a block takes [1].</param>
    private readonly record struct Block(NrModulation Modulation, int Bits, int Units, int Repetitions, double Snr, int Count, int InARow);
}

using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.Gsm;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The packet channels of a GSM cell, its random access and its access grant channel.</summary>
/// <remarks>
/// Random access is slotted ALOHA: one "preamble" in each slot of RACH, and bursts that meet destroy each other. The unit of both directions is a slot of the frame, that of time a radio block; the block flow of a device
/// sends a block in each of its slots, and when one is lost, again after an acknowledgement has asked for it.
/// </remarks>
internal sealed class GprsAir : AirInterface
{
    /// <summary>Blocks are sent until they arrive, or the block flow is given up as dead (N3104, from memory) [1].</summary>
    private const int Transmissions = 10;

    /// <summary>Says in the last radio block where the frame ends [B].</summary>
    private const int LengthIndicator = 1;

    private readonly GprsOptions _options;

    public GprsAir(GprsOptions options)
    {
        _options = options;
        MaximumCouplingLoss = Reach();
        CommonControl = new Transfer { Data = options.AssignmentsPerSecond is { } rate ? Duration.FromSeconds(1 / rate) : Duration.Zero };
        Levels =
        [
            new RandomAccessSettings
            {
                Period = Tdma.Frame,
                Preambles = 1,
                Preamble = Tdma.Slot,
                ResponseStart = options.NetworkResponse,
                ResponseWindow = Tdma.Frame * (long)options.ResponseSlots,
                RequestGap = options.StartingTime,
                RequestSlack = options.QueueTime,
                ContentionTimer = options.ContentionTimer,
                BackOff = Tdma.Frame * (long)options.SpreadSlots,
                Attempts = options.Attempts,
                Detection = options.Detection,
                Collision = PreambleCollision.Undetected,
            },
        ];
    }

    public override double MaximumCouplingLoss { get; }

    public override int UplinkUnits => _options.PacketChannels;

    public override int DownlinkUnits => _options.PacketChannels;

    public override Transfer CommonControl { get; }

    public override IReadOnlyList<RandomAccessSettings> Levels { get; }

    public override int MaximumAttempts => _options.Attempts;

    public override int MaximumTransmissions => Transmissions;

    /// <summary>A block flow whose release is delayed is offered a block of the uplink in each period (USF).</summary>
    public override Duration? SchedulingRequestPeriod => Tdma.RadioBlock;

    public override int LevelOf(double couplingLoss) => 0;

    public override Duration SearchSpacePeriod(double couplingLoss) => Duration.Zero;

    public override Transfer Uplink(double couplingLoss, int bytes) => Transfer(Uplink(couplingLoss), bytes, _options.UplinkSlots);

    public override Transfer Downlink(double couplingLoss, int bytes) => Transfer(Downlink(couplingLoss), bytes, _options.DownlinkSlots);

    /// <summary>A device that was switched off searches while it starts.</summary>
    public override Duration Acquisition(double couplingLoss, bool afterSleep) => Duration.Zero;

    public override Duration PagingListening(double couplingLoss) => Tdma.RadioBlock;

    /// <summary>Coding scheme of the uplink at a coupling loss.</summary>
    public CodingScheme Uplink(double couplingLoss) =>
        Scheme(Ratio(_options.TransmitPower + _options.SiteDiversityGain, couplingLoss, _options.SiteNoiseFigure));

    /// <summary>Coding scheme of the downlink at a coupling loss.</summary>
    public CodingScheme Downlink(double couplingLoss) => Scheme(Ratio(_options.SitePower, couplingLoss, _options.DeviceNoiseFigure));

    private CodingScheme Scheme(double ratio) => CodingScheme.At(ratio, _options.GreatestCodingScheme);

    /// <summary>Carrier to noise and interference [dB].</summary>
    private double Ratio(double power, double couplingLoss, double noiseFigure)
    {
        var noise = Decibels.ToLinear(-LinkBudget.Snr(power, couplingLoss, Tdma.Carrier, noiseFigure));
        return -Decibels.FromLinear(noise + Decibels.ToLinear(-_options.CarrierToInterference));
    }

    private Transfer Transfer(CodingScheme scheme, int bytes, int slots)
    {
        var blocks = (bytes + LengthIndicator + scheme.Octets - 1) / scheme.Octets;
        var periods = (blocks + slots - 1) / slots;
        var units = (blocks + periods - 1) / periods;
        return new Transfer
        {
            Blocks = periods,
            Opening = _options.FlowSetUp,
            Data = Tdma.RadioBlock,
            Units = units,
            Retry = Tdma.Poll + Tdma.RadioBlock,
            // The blocks of a period are confirmed together here.
            BlockErrorRate = 1 - Math.Pow(1 - _options.BlockErrorRate, units),
        };
    }

    /// <summary>The greatest whole coupling loss up to the limit at which the most robust coding scheme gets through both ways.</summary>
    private double Reach()
    {
        var least = CodingScheme.All[0].RequiredRatio;
        for (var loss = Math.Floor(_options.MaximumCouplingLoss); loss >= 100; loss--)
        {
            var up = Ratio(_options.TransmitPower + _options.SiteDiversityGain, loss, _options.SiteNoiseFigure);
            if (Math.Min(up, Ratio(_options.SitePower, loss, _options.DeviceNoiseFigure)) >= least)
            {
                return loss;
            }
        }

        throw new ArgumentException(
            $"gprs: {_options.TransmitPower} dBm up and {_options.SitePower} dBm down, with {_options.CarrierToInterference} dB above interference, do not bridge 100 dB.",
            nameof(_options)
        );
    }
}

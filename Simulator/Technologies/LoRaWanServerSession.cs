using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>What the network server knows of a device and keeps for it.</summary>
internal sealed class LoRaWanServerSession(LoRaWanInstallation network, LoRaWanDevice device) : IEventTarget
{
    private readonly Queue<Message> _waiting = new();
    private readonly AdrWindow? _ratios = network.Options.Adr ? new AdrWindow(network.Options.AdrHistory) : null;
    private AdrSetting? _asked;
    private int _powerIndex;
    private int? _dataRate;
    private int _lastSatisfied;
    private bool _isWaking;

    /// <summary>The device.</summary>
    public LoRaWanDevice Device => device;

    /// <summary>Messages for the device, the oldest first.</summary>
    public Queue<Message> Waiting => _waiting;

    /// <summary>Gateways that heard its last uplink, the best first.</summary>
    public List<Reach> Gateways { get; } = [];

    /// <summary>The setting that the next downlink asks for; null if the device is to stay as it is.</summary>
    public AdrSetting? Wanted { get; private set; }

    /// <summary>Downlinks so far: the frame counter of the next one [1].</summary>
    public int Downlinks { get; set; }

    /// <summary>Whether a downlink outside the windows is on its way.</summary>
    public bool IsSendingAtOnce { get; set; }

    /// <summary>Whether there is something to tell the device in its windows.</summary>
    public bool WantsToAnswer(LoRaWanTransmission uplink) =>
        uplink.IsConfirmed || uplink.AsksForAnswer || Wanted is not null || _waiting.Count > 0;

    /// <summary>Whether it is worth waiting for the copies of an uplink: to answer it, or to know where a device of class C is.</summary>
    public bool WantsCopies(LoRaWanTransmission uplink) => network.Options.Class == LoRaWanClass.C || WantsToAnswer(uplink);

    /// <summary>Takes a message for the device.</summary>
    public void Send(in Message message)
    {
        if (_waiting.Count >= network.Options.DownlinkQueue)
        {
            network.Observers.Dropped(message, DropReason.QueueFull, network.Simulation.Now);
            return;
        }

        _waiting.Enqueue(message);
        network.Server.SendAtOnce(this);
    }

    /// <summary>Looks again later whether a gateway may send.</summary>
    public void WakeAt(Units.SimTime time)
    {
        if (!_isWaking)
        {
            _isWaking = true;
            network.Simulation.At(time, this);
        }
    }

    void IEventTarget.Fire(long token)
    {
        _isWaking = false;
        network.Server.SendAtOnce(this);
    }

    /// <summary>The request has been sent; whether it arrived, the answer will tell.</summary>
    public void Ask(AdrSetting setting) => _asked = setting;

    /// <summary>An uplink has arrived.</summary>
    public void Hear(LoRaWanTransmission uplink, bool isNew)
    {
        if (_ratios is null)
        {
            return;
        }

        if (uplink.AnswersAdr && _asked is { } asked)
        {
            BeginAt(asked.PowerIndex);
        }
        else if (HasFallenBack(uplink))
        {
            BeginAt(powerIndex: 0);
        }

        _dataRate = uplink.Code;
        _lastSatisfied = uplink.AsksForAnswer ? _lastSatisfied : uplink.Counter;

        if (isNew)
        {
            _ratios.Add(Ratio(uplink));
            Adapt(uplink.Code);
        }
    }

    /// <summary>Whether the device is at its greatest power, because it heard nothing for too long.</summary>
    /// <remarks>
    /// The greatest power comes an ADR_ACK_DELAY after the first uplink that asks for an answer, a slower data rate only after that. So either tells: uplinks that have
    /// asked for longer, or a data rate that nobody asked for, unless repetitions of a frame take slower ones by themselves.
    /// </remarks>
    private bool HasFallenBack(LoRaWanTransmission uplink) =>
        (uplink.AsksForAnswer && uplink.Counter - _lastSatisfied > network.Options.AdrAckDelay)
        || (!network.Options.RetryStepDown && uplink.Code < _dataRate && uplink.Code != _asked?.DataRate);

    /// <summary>Looks at the uplinks of a new setting only.</summary>
    private void BeginAt(int powerIndex)
    {
        _powerIndex = powerIndex;
        _ratios!.Clear();
        (_asked, Wanted) = (null, null);
    }

    private void Adapt(int dataRate)
    {
        if (!_ratios!.IsFull)
        {
            return;
        }

        var options = network.Options;
        var excess =
            _ratios.Combined(options.AdrOverUplinks)
            - LoRaSensitivity.SnrFloor(options.Plan.Uplinks[dataRate].SpreadingFactor)
            - options.AdrMargin;
        var now = new AdrSetting(dataRate, _powerIndex);
        var next = now.After(excess, options.Plan.AdaptiveMaximum, network.GreatestPowerIndex);
        Wanted = next == now ? null : next;
    }

    /// <summary>Signal-to-noise ratio of an uplink at the gateways that received it [dB].</summary>
    private double Ratio(LoRaWanTransmission uplink)
    {
        var noise = ThermalNoise.Power(network.Options.Plan.Uplinks[uplink.Code].Bandwidth, network.Options.GatewayNoiseFigure);
        Span<double> ratios = stackalloc double[uplink.Reaches.Count];
        var count = 0;
        for (var i = 0; i < ratios.Length; i++)
        {
            if (uplink.ReceptionAt(i) == Reception.Received)
            {
                ratios[count++] = Decibels.FromLinear(uplink.Reaches[i].Milliwatts) - noise;
            }
        }

        return AdrWindow.Combine(ratios[..count], network.Options.AdrOverGateways);
    }
}

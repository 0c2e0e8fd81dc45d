using System.Runtime.CompilerServices;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The activation of a device: sends a message in a frame of its own, or keeps it while it may not send.</summary>
public sealed class LoRaWanDevice : Session, IEventTarget
{
    internal const int Transmit = 1;
    private const int Receive = 2;
    private const int Wait = 3;
    private const int Overhead = 4;
    private static readonly Purpose ChannelPurpose = Purpose.Named("lora channel");

    private readonly LoRaWanInstallation _network;
    private readonly EnergyMeter? _meter;
    private Reach[] _reaches;
    private byte _code;
    private LoRaWanMac? _mac;
    private BandTimes _bandFree;
    private SimTime _free;
    private Queue<Message>? _waiting;

    internal LoRaWanDevice(LoRaWanInstallation network, Node device, Node end, EnergyMeter? meter, Reach[] reaches, int dataRate)
        : base(device, end)
    {
        (_network, _meter, _reaches) = (network, meter, reaches);
        _code = (byte)dataRate;
        if (network.NeedsMac)
        {
            _mac = new LoRaWanMac(network, this);
        }
    }

    /// <summary>Its data rate [1].</summary>
    public int DataRate
    {
        get => _code;
        internal set => _code = (byte)value;
    }

    /// <summary>Its spreading factor [1].</summary>
    public int SpreadingFactor => _network.Options.Plan.Uplinks[_code].SpreadingFactor;

    /// <summary>By how many steps its power lies below the greatest [1].</summary>
    public int PowerIndex => _mac?.PowerIndex ?? 0;

    /// <summary>Whether it has joined the network.</summary>
    public bool IsJoined => _mac?.IsJoined ?? true;

    /// <summary>Frame counter of the next new frame; those that are sent again keep theirs [1].</summary>
    public int FrameCounter => _mac?.FrameCounter ?? Frames;

    /// <summary>Join-requests sent so far [1].</summary>
    public int JoinRequests => _mac?.JoinRequests ?? 0;

    /// <summary>Its power at the best gateway [dBm]; −∞ if it reaches none.</summary>
    public double BestPower => LoRaWanCoverage.BestOf(_reaches);

    /// <summary>Transmissions so far [1].</summary>
    public int Frames { get; private set; }

    /// <summary>The gateways that it reaches; of a device that moves, with its last frame.</summary>
    public IReadOnlyList<Reach> Reaches => _reaches;

    /// <summary>The rest of its link layer, if it needs one.</summary>
    internal LoRaWanMac? Mac => _mac;

    /// <summary>The rest of its link layer, from now on at the latest.</summary>
    internal LoRaWanMac MacLayer => _mac ??= new LoRaWanMac(_network, this);

    /// <summary>When its receive windows or what it hears in them end.</summary>
    internal SimTime Free => _free;

    /// <inheritdoc/>
    public override void Open() => _mac?.Open();

    /// <inheritdoc/>
    public override void Send(in Message message, Node sender)
    {
        if (sender != Near)
        {
            MacLayer.Server.Send(message);
            return;
        }

        var now = _network.Simulation.Now;
        if (message.Branch.Relation.Content.PackedBytes > _network.MaximumPayload(_code))
        {
            _network.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (_waiting is { Count: > 0 } || _mac is { IsBusy: true } || Earliest() > now)
        {
            Keep(message, now);
        }
        else
        {
            SendFrame(message);
        }
    }

    /// <inheritdoc/>
    internal override void Forewarn()
    {
        CacheLine.Fetch(this);
        CacheLine.Fetch(_meter);
        CacheLine.Fetch(_reaches);
    }

    /// <summary>The device may send again, unless it has heard something meanwhile.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _network.Simulation.Now;
        if (_mac is { IsBusy: true })
        {
            return;
        }

        if (Earliest() is var earliest && earliest > now)
        {
            _network.Simulation.At(earliest, this);
            return;
        }

        var message = _waiting!.Dequeue();
        if (Near.IsUp)
        {
            SendFrame(message);
        }
        else
        {
            _network.Observers.Dropped(message, DropReason.NodeDown, now);
        }

        Resume();
    }

    /// <summary>Goes on with what waits, when it may.</summary>
    internal void Resume()
    {
        if (_waiting is { Count: > 0 } && _mac is not { IsBusy: true })
        {
            _network.Simulation.At(SimTime.Max(_network.Simulation.Now, Earliest()), this);
        }
    }

    /// <summary>Does not send before a time: it hears something.</summary>
    internal void HoldUntil(SimTime time) => _free = SimTime.Max(_free, time);

    /// <summary>When class A and the duty cycle allow the next frame.</summary>
    internal SimTime Earliest()
    {
        var band = SimTime.End;
        for (var i = 0; i < _network.Bands(_code).Length; i++)
        {
            band = SimTime.Min(band, _bandFree[i]);
        }

        return SimTime.Max(_free, band);
    }

    private void Keep(in Message message, SimTime now)
    {
        _waiting ??= new Queue<Message>();
        if (_waiting.Count >= _network.Options.Queue)
        {
            _network.Observers.Dropped(message, WhyNoRoom(now), now);
            return;
        }

        _waiting.Enqueue(message);
        if (_waiting.Count == 1)
        {
            Resume();
        }
    }

    /// <summary>Why a message finds no room: the device has not joined, is not done with the frame before, or its bands are closed.</summary>
    private DropReason WhyNoRoom(SimTime now) =>
        !IsJoined ? DropReason.NotJoined
        : _mac is { IsBusy: true } || now < _free || Earliest() <= now ? DropReason.QueueFull
        : DropReason.DutyCycle;

    private void SendFrame(in Message message)
    {
        if (_mac is not null)
        {
            _mac.Send(message);
            return;
        }

        var transmission = _network.Rent();
        transmission.Carry(message, this, Frames, counter: Frames);
        PutOnAir(transmission, message.Branch.Relation.Content.PackedBytes + LoRaWanFrame.Overhead, RegionalPlan.ReceiveDelay);
    }

    /// <summary>Puts a frame on the air now.</summary>
    /// <returns>When its first receive window opens.</returns>
    internal SimTime PutOnAir(LoRaWanTransmission transmission, int bytes, Duration receiveDelay)
    {
        var now = _network.Simulation.Now;
        var airtime = _network.Airtime(_code, bytes);
        var channel = ChooseChannel(now, airtime);
        var frame = Frames++;
        if (Near.Moves is not null)
        {
            _reaches = _network.ReachesOf(Near, _code);
        }

        var gain = _network.PowerGain(PowerIndex);
        transmission.ReceiveDelay = receiveDelay;
        Charge(airtime, receiveDelay, now);
        _network.Observers.FrameSent(_network.Air, bytes, airtime);
        var reaches =
            _network.Fades || gain != 1 ? transmission.Own = _network.Fade(Near.Entity, _reaches, frame, gain, transmission.Own) : _reaches;
        _network.Air.Begin(transmission, channel, _code, airtime, reaches);
        _mac?.Sending(now + airtime);
        var opens = now + airtime + receiveDelay;
        _free = opens + RegionalPlan.BetweenWindows + _network.ReceiveWindow2;
        return opens;
    }

    /// <summary>Draws one of the channels that the duty cycle leaves, and closes its band for as long as the rule says.</summary>
    private int ChooseChannel(SimTime now, Duration airtime)
    {
        var bands = _network.Bands(_code);
        var count = 0;
        for (var i = 0; i < bands.Length; i++)
        {
            count += _bandFree[i] <= now ? bands[i].Count : 0;
        }

        var draw = _network.Simulation.Random.Draw(Near.Entity, ChannelPurpose, Frames);
        var choice = draw.UniformIndex(count);
        var band = 0;
        while (_bandFree[band] > now || choice >= bands[band].Count)
        {
            choice -= _bandFree[band] > now ? 0 : bands[band].Count;
            band++;
        }

        _bandFree[band] = now + airtime * (long)bands[band].OneIn;
        return bands[band].First + choice;
    }

    /// <summary>Charges the frame and both receive windows in advance, as if nothing were sent in them: so their length is known.</summary>
    private void Charge(Duration airtime, Duration receiveDelay, SimTime now)
    {
        if (_meter is null)
        {
            return;
        }

        if (PowerIndex == 0)
        {
            _meter.Spend(Transmit, airtime, now);
        }
        else
        {
            _meter.Transmit(airtime, now, _network.TransmitCurrent(PowerIndex));
        }

        var sent = now + airtime;
        var (first, second) = (sent + receiveDelay, sent + receiveDelay + RegionalPlan.BetweenWindows);
        if (_network.Options.Class == LoRaWanClass.A)
        {
            var (window1, window2) = (_network.ReceiveWindow1(_code), _network.ReceiveWindow2);
            _meter.Spend(Wait, sent, receiveDelay, now);
            _meter.Spend(Receive, first, window1, now);
            _meter.Spend(Wait, first + window1, second - (first + window1), now);
            _meter.Spend(Receive, second, window2, now);
        }

        if (_network.Options.OverheadTime > Duration.Zero)
        {
            _meter.Spend(Overhead, second + _network.ReceiveWindow2, _network.Options.OverheadTime, now);
        }
    }

    /// <summary>Corrects what was charged for empty windows, at the end of a downlink in one of them.</summary>
    /// <remarks>A frame that is received in the first window closes the second; one that turns out broken does not, if it ends in time.</remarks>
    internal void ListenedTo(LoRaWanDownlink downlink, bool isReceived)
    {
        var (now, window2) = (_network.Simulation.Now, _network.ReceiveWindow2);
        var second = downlink.FirstWindow + RegionalPlan.BetweenWindows;
        var opensSecond = downlink.Window == 1 && !isReceived && downlink.End < second;
        if (!opensSecond)
        {
            _free = downlink.End;
        }

        if (_meter is null || _network.Options.Class != LoRaWanClass.A)
        {
            return;
        }

        if (downlink.Window == 1)
        {
            var closes = downlink.FirstWindow + _network.ReceiveWindow1(downlink.UplinkDataRate);
            _meter.Spend(Receive, closes, downlink.End - closes, now);
            _meter.Spend(Wait, closes, closes - SimTime.Min(downlink.End, second), now);
            if (opensSecond)
            {
                return;
            }

            if (downlink.End < second)
            {
                _meter.Spend(Wait, downlink.End, downlink.End - second, now);
            }

            _meter.Spend(Receive, second, -window2, now);
        }
        else
        {
            _meter.Spend(Receive, second + window2, downlink.End - (second + window2), now);
        }

        if (_network.Options.OverheadTime > Duration.Zero)
        {
            _meter.Move(Overhead, second + window2, downlink.End, _network.Options.OverheadTime);
        }
    }

    [InlineArray(LoRaWanBand.Maximum)]
    private struct BandTimes
    {
        private SimTime _time;
    }
}

using System.Runtime.CompilerServices;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The activation of a class A device: sends a message in a frame of its own, or keeps it while it may not send.</summary>
public sealed class LoRaWanDevice : Session, IEventTarget
{
    internal const int Transmit = 1;
    private const int Receive = 2;
    private const int Wait = 3;
    private const int Overhead = 4;
    private static readonly Purpose ChannelPurpose = Purpose.Named("lora channel");

    private readonly LoRaWanInstallation _network;
    private readonly EnergyMeter? _meter;
    private readonly Reach[] _reaches;
    private readonly byte _code;
    private BandTimes _bandFree;
    private SimTime _free;
    private Queue<Message>? _waiting;

    internal LoRaWanDevice(LoRaWanInstallation network, Node device, Node end, EnergyMeter? meter, Reach[] reaches, int spreadingFactor)
        : base(device, end)
    {
        (_network, _meter, _reaches) = (network, meter, reaches);
        _code = (byte)(spreadingFactor - LoRaSensitivity.LeastSpreadingFactor);
    }

    /// <summary>Its spreading factor [1].</summary>
    public int SpreadingFactor => _code + LoRaSensitivity.LeastSpreadingFactor;

    /// <summary>Its power at the best gateway [dBm]; −∞ if it reaches none.</summary>
    public double BestPower => Decibels.FromLinear(_reaches.Length == 0 ? 0 : _reaches.Max(reach => reach.Milliwatts));

    /// <summary>Frames sent so far: the frame counter of the next one [1].</summary>
    public int Frames { get; private set; }

    /// <summary>The gateways that it reaches.</summary>
    public IReadOnlyList<Reach> Reaches => _reaches;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The network server sends.</exception>
    public override void Send(in Message message, Node sender)
    {
        if (sender != Near)
        {
            throw new NotSupportedException(
                "Downlinks of LoRaWAN are not modelled; relations towards its devices need another technology."
            );
        }

        var now = _network.Simulation.Now;
        if (message.Branch.Relation.Content.PackedBytes > Eu868.MaximumPayload(SpreadingFactor))
        {
            _network.Observers.Dropped(message, DropReason.TooLarge, now);
        }
        else if (_waiting is { Count: > 0 } || Earliest() > now)
        {
            Keep(message, now);
        }
        else
        {
            PutOnAir(message, now);
        }
    }

    /// <inheritdoc/>
    internal override void Forewarn()
    {
        CacheLine.Fetch(this);
        CacheLine.Fetch(_meter);
        CacheLine.Fetch(_reaches);
    }

    /// <summary>The device may send again.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _network.Simulation.Now;
        var message = _waiting!.Dequeue();
        if (Near.IsUp)
        {
            PutOnAir(message, now);
        }
        else
        {
            _network.Observers.Dropped(message, DropReason.NodeDown, now);
        }

        if (_waiting.Count > 0)
        {
            _network.Simulation.At(SimTime.Max(now, Earliest()), this);
        }
    }

    /// <summary>When class A and the duty cycle allow the next frame.</summary>
    private SimTime Earliest()
    {
        var band = SimTime.End;
        for (var i = 0; i < _network.Bands.Length; i++)
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
            // Beyond its receive windows only the duty cycle holds a device back.
            _network.Observers.Dropped(message, now < _free ? DropReason.QueueFull : DropReason.DutyCycle, now);
            return;
        }

        _waiting.Enqueue(message);
        if (_waiting.Count == 1)
        {
            _network.Simulation.At(Earliest(), this);
        }
    }

    private void PutOnAir(in Message message, SimTime now)
    {
        var bytes = message.Branch.Relation.Content.PackedBytes + Eu868.FrameOverhead;
        var airtime = _network.Airtime(_code, bytes);
        var channel = ChooseChannel(now, airtime);
        var frame = Frames++;
        var transmission = _network.Rent();
        transmission.Carry(message, this, frame);
        Charge(airtime, now);
        _network.Observers.FrameSent(_network.Air, bytes, airtime);
        var reaches = _network.Fades ? transmission.Faded = _network.Fade(Near.Entity, _reaches, frame, transmission.Faded) : _reaches;
        _network.Air.Begin(transmission, channel, _code, airtime, reaches);
        _free = now + airtime + Eu868.ReceiveDelay2 + _network.ReceiveWindow2;
    }

    /// <summary>Draws one of the channels that the duty cycle leaves, and closes its band for as long as the rule says.</summary>
    private int ChooseChannel(SimTime now, Duration airtime)
    {
        var bands = _network.Bands;
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

        if (_network.Options.DutyCycle)
        {
            _bandFree[band] = now + airtime * (long)bands[band].OneIn;
        }

        return bands[band].First + choice;
    }

    /// <summary>Charges the frame and both receive windows in advance: nothing is sent in them, so their length is known.</summary>
    private void Charge(Duration airtime, SimTime now)
    {
        if (_meter is null)
        {
            return;
        }

        var (window1, window2) = (_network.ReceiveWindow1(_code), _network.ReceiveWindow2);
        var sent = now + airtime;
        var closed = sent + Eu868.ReceiveDelay1 + window1;
        var opens = sent + Eu868.ReceiveDelay2;
        _meter.Spend(Transmit, airtime, now);
        _meter.Spend(Wait, sent, Eu868.ReceiveDelay1, now);
        _meter.Spend(Receive, sent + Eu868.ReceiveDelay1, window1, now);
        _meter.Spend(Wait, closed, opens - closed, now);
        _meter.Spend(Receive, opens, window2, now);
        if (_network.Options.OverheadTime > Duration.Zero)
        {
            _meter.Spend(Overhead, opens + window2, _network.Options.OverheadTime, now);
        }
    }

    [InlineArray(LoRaWanBand.Maximum)]
    private struct BandTimes
    {
        private SimTime _time;
    }
}

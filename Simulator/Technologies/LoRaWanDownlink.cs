using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A downlink from the gateway's antenna to the device; used again and again.</summary>
internal sealed class LoRaWanDownlink(LoRaWanInstallation network) : IEventTarget
{
    private const long EndOfDownlink = 1;

    private readonly double[] _interference = new double[network.Options.Plan.Downlinks.Count];
    private LoRaWanServerSession _session = null!;
    private LoRaWanGateway _gateway = null!;
    private LoRaDataRate _rate;
    private Message? _message;
    private DropReason? _deaf;
    private double _power;
    private double _milliwatts;
    private int _number;
    private int _counter;
    private int _bytes;

    /// <summary>Its frequency.</summary>
    public Frequency Frequency { get; private set; }

    /// <summary>When it begins.</summary>
    public SimTime Start { get; private set; }

    /// <summary>When it ends.</summary>
    public SimTime End { get; private set; }

    /// <summary>The window that it is sent in, 1 or 2; 0 for none, at once [1].</summary>
    public int Window { get; private set; }

    /// <summary>When the first window of the uplink opened to which it is an answer.</summary>
    public SimTime FirstWindow { get; private set; }

    /// <summary>Data rate of that uplink [1].</summary>
    public int UplinkDataRate { get; private set; }

    /// <summary>Whether it acknowledges that uplink.</summary>
    public bool Acknowledges { get; private set; }

    /// <summary>Whether it accepts a join-request.</summary>
    public bool AcceptsJoin { get; private set; }

    /// <summary>The setting that it asks for: LinkADRReq.</summary>
    public AdrSetting? Asks { get; private set; }

    public void Prepare(
        LoRaWanServerSession session,
        LoRaWanGateway gateway,
        int number,
        LoRaWanServer.Carrier carrier,
        LoRaDataRate rate,
        SimTime start,
        Duration airtime,
        int bytes
    )
    {
        (_session, _gateway, _number, _rate, _power, _bytes) = (session, gateway, number, rate, carrier.Power, bytes);
        (Frequency, Start, End) = (carrier.Frequency, start, start + airtime);
        (_counter, session.Downlinks) = (session.Downlinks, session.Downlinks + 1);
        (Window, Acknowledges, AcceptsJoin, Asks, _message) = (0, false, false, null, null);
        Array.Clear(_interference);
    }

    /// <summary>Makes it an answer.</summary>
    public void Answer(LoRaWanTransmission uplink, int window, AdrSetting? asks)
    {
        (Window, Asks) = (window, asks);
        (Acknowledges, AcceptsJoin) = (uplink.IsConfirmed, uplink.IsJoin);
        (FirstWindow, UplinkDataRate) = (uplink.End + uplink.ReceiveDelay, uplink.Code);
    }

    /// <summary>Puts a message into it.</summary>
    public void Carry(in Message message) => _message = message;

    /// <summary>Takes energy from it at its device.</summary>
    public void Suffer(LoRaWanDownlink other, double overlap) =>
        _interference[other.Code] += network.PowerAt(_session.Device, other._number, other._power) * overlap;

    void IEventTarget.Fire(long token)
    {
        if (token == EndOfDownlink)
        {
            Finish();
        }
        else
        {
            Begin();
        }
    }

    private int Code => _rate.Number - network.Options.Plan.Downlinks[0].Number;

    private void Begin()
    {
        _gateway.Send(End);
        network.Observers.FrameSent(network.Air, _bytes, End - Start);
        _milliwatts =
            network.PowerAt(_session.Device, _number, _power) * network.DownlinkFading(_session.Device.Near.Entity, _number, _counter);
        _deaf = _session.Device.MacLayer.Listen(this, Decibels.FromLinear(_milliwatts) >= network.DeviceSensitivity(_rate));
        network.Server.Downlinks.Begin(this);
        network.Simulation.At(End, this, EndOfDownlink);
    }

    private void Finish()
    {
        var now = network.Simulation.Now;
        var (device, message) = (_session.Device, _message);
        var loss = _deaf ?? (Survives() ? null : DropReason.Collision);
        if (loss is { } reason)
        {
            network.Observers.FrameLost(network.Air, reason);
        }

        if (_deaf is null)
        {
            device.MacLayer.Hear(this, isReceived: loss is null);
        }

        if (message is { } carried)
        {
            if (loss is null)
            {
                carried.EndStage(1, Start);
                carried.EndStage(2, now);
                device.Near.Receive(carried);
            }
            else
            {
                network.Observers.Dropped(carried, loss.Value, now);
            }
        }

        var (session, atOnce) = (_session, Window == 0);
        network.Server.Downlinks.Finish(this);
        if (atOnce)
        {
            session.IsSendingAtOnce = false;
            network.Server.SendAtOnce(session);
        }
    }

    private bool Survives()
    {
        var energy = _milliwatts * (End - Start).TotalSeconds;
        for (var code = 0; code < _interference.Length; code++)
        {
            if (_interference[code] > 0 && !network.Server.Downlinks.Rule.Survives(Code, code, energy, _interference[code]))
            {
                return false;
            }
        }

        return true;
    }
}

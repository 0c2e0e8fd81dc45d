using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What follows when a Sigfox device asks for a message: its receive window, the answer of a base station, its confirmation.</summary>
/// <remarks>
/// The network server decides when the window opens whether there is a message, so that an application has 20 s to answer the report that asked. The
/// downlink begins evenly within the window: then the mean reception is the half of 25 s and the frame that Gomez et al. 2019 measured.
/// </remarks>
internal sealed class SigfoxExchange(SigfoxInstallation network, SigfoxDevice device) : IEventTarget
{
    private const long Open = 0;
    private const long Answer = 1;
    private const long Received = 2;
    private const long Close = 3;
    private static readonly Purpose Start = Purpose.Named("sigfox downlink");

    /// <summary>By reach of the question, how strongly the station heard it [mW]; 0 where it did not.</summary>
    private float[] _heard = new float[device.Within.Length];

    /// <summary>The stations that the device reached with its question.</summary>
    private Reach[] _within = device.Within;
    private Message _message;
    private SimTime _opens;
    private long _number;
    private int _station;

    private SimTime Closes => _opens + network.Options.DownlinkWindow;

    /// <summary>The device will listen.</summary>
    /// <param name="number">Number of the message that asks [1].</param>
    /// <param name="opens">When its window opens.</param>
    public void Begin(int number, SimTime opens)
    {
        (_number, _opens) = (number, opens);
        Array.Clear(_heard);
        network.Simulation.At(opens, this, Open);
    }

    /// <summary>Remembers which stations heard the question.</summary>
    public void Hear(SigfoxUplink uplink)
    {
        _within = device.Within;
        _heard = _heard.Length == _within.Length ? _heard : new float[_within.Length];
        for (var i = 0; i < _heard.Length; i++)
        {
            _heard[i] = uplink.ReceptionAt(i) == Reception.Received ? uplink.Reaches[i].Milliwatts : 0;
        }
    }

    void IEventTarget.Fire(long token)
    {
        var now = network.Simulation.Now;
        switch (token)
        {
            case Open when device.ForDevice is { Count: > 0 } && Array.Exists(_heard, power => power > 0):
                var slack = network.Options.DownlinkWindow - network.DownlinkAirtime;
                var draw = network.Simulation.Random.Draw(device.Near.Entity, Start, _number);
                network.Simulation.After(slack * draw.Uniform(), this, Answer);
                break;
            case Open:
                network.Simulation.At(Closes, this, Close);
                break;
            case Answer:
                SendAnswer(now);
                break;
            case Received:
                End(now);
                break;
            default:
                Listened(Closes, now);
                Charge(SigfoxDevice.Gap, network.Options.SwitchOffTime, now);
                break;
        }
    }

    /// <summary>The strongest station that heard the question and may transmit answers; if none may, the next moment at which one may.</summary>
    private void SendAnswer(SimTime now)
    {
        var (best, free) = (-1, SimTime.End);
        for (var i = 0; i < _heard.Length; i++)
        {
            if (_heard[i] > 0)
            {
                var earliest = network.Senders[_within[i].Receiver].Earliest(now);
                free = SimTime.Min(free, earliest);
                best = earliest <= now && (best < 0 || _heard[i] > _heard[best]) ? i : best;
            }
        }

        if (best < 0)
        {
            // Too late for this window: the message waits for the next question.
            var isInTime = free + network.DownlinkAirtime <= Closes;
            network.Simulation.At(isInTime ? free : Closes, this, isInTime ? Answer : Close);
            return;
        }

        _station = best;
        _message = device.ForDevice!.Dequeue();
        var number = _within[best].Receiver;
        var crossing = network.Backhaul.FromServer(device.Near.Entity, number, _number);
        if (crossing == Duration.Longest)
        {
            network.Observers.Dropped(_message, DropReason.Noise, now);
            network.Simulation.At(Closes, this, Close);
            return;
        }

        _message.EndStage(0, SimTime.Max(_message.Since, now - crossing));
        _message.EndStage(1, now);
        network.Senders[number].Begin(now);
        network.Simulation.After(network.DownlinkAirtime, this, Received);
    }

    /// <summary>The downlink has ended.</summary>
    private void End(SimTime now)
    {
        var power = network.DownlinkPower(Decibels.FromLinear(_within[_station].Milliwatts));
        power += network.Links.DownlinkFading(device.Near.Entity, _within[_station].Receiver, _number);
        if (power < network.Options.DeviceSensitivity)
        {
            network.Observers.FrameLost(network.Air, DropReason.OutOfRange);
            network.Observers.Dropped(_message, DropReason.OutOfRange, now);
            network.Simulation.At(Closes, this, Close);
            return;
        }

        _message.EndStage(2, now);
        Listened(now, now);
        if (device.Near.IsUp)
        {
            var confirms = now + network.Options.ConfirmationDelay;
            var airtime = network.Airtime(SigfoxFrame.DownlinkPayload);
            device.Meter?.Spend(SigfoxDevice.Gap, now, network.Options.ConfirmationDelay, now);
            device.Meter?.Spend(SigfoxDevice.Transmit, confirms, airtime, now);
            device.Meter?.Spend(SigfoxDevice.Gap, confirms + airtime, network.Options.SwitchOffTime, now);
            device.Confirm();
        }

        device.Near.Receive(_message);
    }

    private void Listened(SimTime until, SimTime now) => device.Meter?.Spend(SigfoxDevice.Receive, _opens, until - _opens, now);

    private void Charge(int state, Duration duration, SimTime now) => device.Meter?.Spend(state, duration, now);
}

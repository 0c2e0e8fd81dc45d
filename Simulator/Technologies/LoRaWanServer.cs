using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>How the network server sends: which gateway, in which window, and what becomes of the refusals.</summary>
/// <remarks>
/// In the order of ns-3's network scheduler: the first window at the gateway that heard the uplink best, then at the others, then the second window; or the windows the other way round, if it
/// looks at link budgets. It knows what it has asked of every gateway, so a refusal costs no time.
/// </remarks>
internal sealed class LoRaWanServer
{
    /// <summary>Gain of a dipole, between effective and isotropic radiated power [dB].</summary>
    private const double Dipole = 2.15;

    private readonly LoRaWanInstallation _network;
    private readonly LoRaWanGateway[] _gateways;
    private readonly LoRaDataRate _secondRate;
    private readonly Carrier[] _first;
    private readonly Carrier _second;
    private readonly List<Reach> _heard = [];

    public LoRaWanServer(LoRaWanInstallation network)
    {
        _network = network;
        var options = network.Options;
        _gateways = [.. network.Air.Receivers.Select(receiver => new LoRaWanGateway(receiver, options.KeepsDutyCycle))];
        _secondRate = options.Plan.Downlink(options.ReceiveWindow2DataRate);
        _first = [.. network.Channels.Select(channel => CarrierAt(options.Plan.FirstWindowAfter(channel), options))];
        _second = CarrierAt(options.Plan.SecondWindow, options);
        Downlinks = new LoRaWanDownlinkAir(network);
    }

    /// <summary>How downlinks were sent, and why not.</summary>
    public LoRaWanDownlinkCount Count { get; } = new();

    /// <summary>What gateways have on the air.</summary>
    public LoRaWanDownlinkAir Downlinks { get; }

    /// <summary>Answers an uplink, if anything is to be said and a gateway can.</summary>
    public void Answer(LoRaWanTransmission uplink)
    {
        var session = uplink.Device.MacLayer.Server;
        Collect(uplink);
        if (!uplink.IsJoin)
        {
            session.Gateways.Clear();
            session.Gateways.AddRange(_heard);
            DropTooLarge(uplink, session);
        }

        if (uplink.IsJoin || session.WantsToAnswer(uplink))
        {
            var preferred = PrefersSecond(uplink) ? 2 : 1;
            if (!InWindow(preferred, uplink, session) && !InWindow(3 - preferred, uplink, session))
            {
                Count.Unanswered++;
            }
        }

        SendAtOnce(session);
    }

    /// <summary>Sends the oldest message to a device that listens all the time, as soon as a gateway may.</summary>
    public void SendAtOnce(LoRaWanServerSession session)
    {
        if (
            _network.Options.Class != LoRaWanClass.C
            || session.IsSendingAtOnce
            || session.Waiting.Count == 0
            || session.Gateways.Count == 0
        )
        {
            return;
        }

        var now = _network.Simulation.Now;
        var message = session.Waiting.Peek();
        var content = message.Branch.Relation.Content.PackedBytes;
        if (content > _secondRate.MaximumPayload)
        {
            _network.Observers.Dropped(session.Waiting.Dequeue(), DropReason.TooLarge, now);
            SendAtOnce(session);
            return;
        }

        var airtime = _secondRate.Downlink.Airtime(content + LoRaWanFrame.Overhead);
        var earliest = SimTime.End;
        foreach (var gateway in session.Gateways)
        {
            var crossing = _network.Backhaul.FromServer(session.Device.Near.Entity, gateway.Receiver, session.Downlinks);
            var start = now.PlusOrEnd(crossing);
            if (crossing == Duration.Longest)
            {
                session.Downlinks++;
                _network.Observers.Dropped(session.Waiting.Dequeue(), DropReason.Noise, now);
                SendAtOnce(session);
                return;
            }

            var free = _gateways[gateway.Receiver].Earliest(start, airtime, _second.Band);
            if (free == start)
            {
                session.Waiting.Dequeue();
                session.IsSendingAtOnce = true;
                Count.AtOnce++;
                var downlink = Begin(session, gateway, _second, _secondRate, start, airtime, content + LoRaWanFrame.Overhead);
                message.EndStage(0, now);
                downlink.Carry(message);
                return;
            }

            Refuse(_gateways[gateway.Receiver], start, airtime);
            earliest = SimTime.Min(earliest, free - crossing);
        }

        session.WakeAt(earliest);
    }

    /// <summary>Whether power and sensitivity make the second window the better one.</summary>
    private bool PrefersSecond(LoRaWanTransmission uplink)
    {
        var (first, rate) = (_first[uplink.Channel], _network.FirstWindow(uplink.Code));
        return _network.Options.PreferBetterWindow
            && _second.Power - _network.DeviceSensitivity(_secondRate) > first.Power - _network.DeviceSensitivity(rate);
    }

    private bool InWindow(int window, LoRaWanTransmission uplink, LoRaWanServerSession session)
    {
        var (rate, carrier) = window == 1 ? (_network.FirstWindow(uplink.Code), _first[uplink.Channel]) : (_secondRate, _second);
        var start = uplink.End + uplink.ReceiveDelay + (window == 1 ? Duration.Zero : RegionalPlan.BetweenWindows);
        var adr = uplink.IsJoin ? null : session.Wanted;
        var options = adr is null ? 0 : LoRaWanFrame.LinkAdrRequest;
        var carries =
            !uplink.IsJoin
            && session.Waiting.TryPeek(out var message)
            && message.Branch.Relation.Content.PackedBytes + options <= rate.MaximumPayload;
        if (!uplink.IsJoin && !carries && !uplink.IsConfirmed && !uplink.AsksForAnswer && adr is null)
        {
            return false;
        }

        var bytes =
            uplink.IsJoin ? _network.Options.Plan.JoinAccept
            : carries ? session.Waiting.Peek().Branch.Relation.Content.PackedBytes + LoRaWanFrame.Overhead + options
            : LoRaWanFrame.Empty + options;
        var airtime = rate.Downlink.Airtime(bytes);
        foreach (var gateway in _heard)
        {
            var crossing = _network.Backhaul.FromServer(uplink.Device.Near.Entity, gateway.Receiver, session.Downlinks);
            if (crossing == Duration.Longest)
            {
                Lose(session, carries);
                return true;
            }

            if (_network.Simulation.Now + crossing > start)
            {
                Count.TooLate++;
            }
            else if (_gateways[gateway.Receiver].Earliest(start, airtime, carrier.Band) > start)
            {
                Refuse(_gateways[gateway.Receiver], start, airtime);
            }
            else
            {
                var downlink = Begin(session, gateway, carrier, rate, start, airtime, bytes);
                downlink.Answer(uplink, window, adr);
                if (carries)
                {
                    var carried = session.Waiting.Dequeue();
                    carried.EndStage(0, start - crossing);
                    downlink.Carry(carried);
                }

                if (adr is { } setting)
                {
                    session.Ask(setting);
                }

                Count.InFirstWindow += window == 1 ? 1 : 0;
                Count.InSecondWindow += window == 2 ? 1 : 0;
                return true;
            }
        }

        return false;
    }

    private LoRaWanDownlink Begin(
        LoRaWanServerSession session,
        Reach gateway,
        Carrier carrier,
        LoRaDataRate rate,
        SimTime start,
        Duration airtime,
        int bytes
    )
    {
        _gateways[gateway.Receiver].Book(start, airtime, carrier.Band, _network.Simulation.Now);
        var downlink = Downlinks.Rent();
        downlink.Prepare(session, _gateways[gateway.Receiver], gateway.Receiver, carrier, rate, start, airtime, bytes);
        _network.Simulation.At(start, downlink);
        return downlink;
    }

    private static Carrier CarrierAt(Frequency frequency, LoRaWanOptions options)
    {
        var band = options.Plan.SubBandOf(frequency);
        return new Carrier(frequency, band, Math.Min(options.GatewayTransmitPower, band.MaximumPower + Dipole));
    }

    /// <summary>The gateways that heard an uplink and have said so by now, the best first.</summary>
    private void Collect(LoRaWanTransmission uplink)
    {
        var now = _network.Simulation.Now;
        _heard.Clear();
        for (var i = 0; i < uplink.Reaches.Count; i++)
        {
            if (uplink.ReceptionAt(i) == Reception.Received && uplink.End.PlusOrEnd(uplink.Crossing(i)) <= now)
            {
                var reach = uplink.Reaches[i];
                var place = _heard.Count;
                while (place > 0 && _heard[place - 1].Milliwatts < reach.Milliwatts)
                {
                    place--;
                }

                _heard.Insert(place, reach);
            }
        }
    }

    /// <summary>A message that fits into neither window would wait for ever.</summary>
    private void DropTooLarge(LoRaWanTransmission uplink, LoRaWanServerSession session)
    {
        var limit = Math.Max(_network.FirstWindow(uplink.Code).MaximumPayload, _secondRate.MaximumPayload);
        while (session.Waiting.TryPeek(out var message) && message.Branch.Relation.Content.PackedBytes > limit)
        {
            _network.Observers.Dropped(session.Waiting.Dequeue(), DropReason.TooLarge, _network.Simulation.Now);
        }
    }

    private void Refuse(LoRaWanGateway gateway, SimTime start, Duration airtime)
    {
        var isBusy = gateway.IsBusy(start, airtime);
        Count.GatewayBusy += isBusy ? 1 : 0;
        Count.GatewayDutyCycle += isBusy ? 0 : 1;
    }

    /// <summary>The way to the gateway lost it.</summary>
    private void Lose(LoRaWanServerSession session, bool carries)
    {
        session.Downlinks++;
        if (carries)
        {
            _network.Observers.Dropped(session.Waiting.Dequeue(), DropReason.Noise, _network.Simulation.Now);
        }
    }

    /// <summary>Where downlinks are sent.</summary>
    /// <param name="Frequency">Its frequency.</param>
    /// <param name="Band">The sub-band in which it lies.</param>
    /// <param name="Power">Radiated power there [dBm].</param>
    internal readonly record struct Carrier(Frequency Frequency, SubBand Band, double Power);
}

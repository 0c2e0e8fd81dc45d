using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What the link layer of a device does beyond sending each frame once: repeats, hears, adapts, joins.</summary>
/// <remarks>Only devices that need it have one. The receive windows of an uplink are charged in advance as if they were empty; a downlink corrects that.</remarks>
internal sealed class LoRaWanMac : IEventTarget
{
    /// <summary>After so many transmissions of a confirmed frame the next data rate follows, where it does at all [1].</summary>
    private const int AttemptsPerDataRate = 2;

    private static readonly Purpose Timeout = Purpose.Named("lorawan retransmit timeout");
    private static readonly Purpose SwitchOn = Purpose.Named("lorawan switch on");

    private readonly LoRaWanInstallation _network;
    private readonly LoRaWanDevice _device;
    private readonly Alarm _timer;
    private AdrBackoff _backoff;
    private LoRaWanExchange? _exchange;
    private readonly int _dataRate;
    private SimTime _switchedOn;
    private SimTime _sending;
    private SimTime _listening;
    private bool _answersAdr;

    public LoRaWanMac(LoRaWanInstallation network, LoRaWanDevice device)
    {
        (_network, _device) = (network, device);
        _timer = new Alarm(network.Simulation, this);
        _backoff = new AdrBackoff(network.Options.AdrAckLimit, network.Options.AdrAckDelay);
        Transmissions = network.Options.Transmissions;
        Server = new LoRaWanServerSession(network, device);
        IsJoined = network.Options.Activation == LoRaWanActivation.Personalisation;
        FrameCounter = device.Frames;
        _dataRate = device.DataRate;
    }

    /// <summary>The other half, at the network server.</summary>
    public LoRaWanServerSession Server { get; }

    /// <summary>Whether it has joined the network.</summary>
    public bool IsJoined { get; private set; }

    /// <summary>Whether it cannot take another message.</summary>
    public bool IsBusy => !IsJoined || _exchange is not null;

    /// <summary>By how many steps its power lies below the greatest [1].</summary>
    public int PowerIndex { get; private set; }

    /// <summary>How often it sends an unconfirmed frame, NbTrans [1].</summary>
    public int Transmissions { get; private set; }

    /// <summary>Frame counter of the next new frame [1].</summary>
    public int FrameCounter { get; private set; }

    /// <summary>Join-requests sent so far [1].</summary>
    public int JoinRequests { get; private set; }

    /// <summary>Switches on a device that has to join.</summary>
    public void Open()
    {
        if (!IsJoined)
        {
            var draw = _network.Simulation.Random.Draw(_device.Near.Entity, SwitchOn);
            _switchedOn = _network.Simulation.Now + _network.Options.JoinSpread * draw.Uniform();
            _timer.RestartAt(_switchedOn);
        }
    }

    /// <summary>Sends a new frame now.</summary>
    public void Send(in Message message)
    {
        if (_network.Options.Adr)
        {
            FallBack();
        }

        var counter = FrameCounter++;
        if (_network.Options.Confirmed || Transmissions > 1)
        {
            _exchange = _network.RentExchange();
            _exchange.Begin(message, counter, _device.DataRate);
            Attempt(_exchange);
        }
        else
        {
            var transmission = _network.Rent();
            transmission.Carry(message, _device, _device.Frames, counter);
            PutOnAir(transmission, message);
        }
    }

    /// <summary>The device has a frame on the air.</summary>
    public void Sending(SimTime end) => _sending = end;

    /// <summary>A downlink begins. Why the device does not follow it; null if it does.</summary>
    public DropReason? Listen(LoRaWanDownlink downlink, bool isStrongEnough)
    {
        if (!_device.Near.IsUp)
        {
            return DropReason.NodeDown;
        }

        if (!isStrongEnough)
        {
            return DropReason.OutOfRange;
        }

        // A receiver that follows a frame stays with it, even when a window opens for another.
        if (_listening > downlink.Start || (downlink.Window == 0 && _sending > downlink.Start))
        {
            return DropReason.ReceiverBusy;
        }

        _listening = downlink.End;
        _device.HoldUntil(downlink.End);
        return null;
    }

    /// <summary>A downlink that the device followed has ended.</summary>
    public void Hear(LoRaWanDownlink downlink, bool isReceived)
    {
        if (downlink.Window > 0)
        {
            _device.ListenedTo(downlink, isReceived);
        }

        if (!isReceived || !_device.Near.IsUp)
        {
            return;
        }

        _backoff.Heard();
        if (downlink.AcceptsJoin)
        {
            IsJoined = true;
            _device.DataRate = _dataRate;
            _timer.Stop();
            _device.Resume();
        }
        else if (_exchange is not null && (downlink.Acknowledges || !_network.Options.Confirmed))
        {
            _timer.Stop();
            Finish(_exchange, null);
        }

        if (downlink.Asks is { } setting)
        {
            (_device.DataRate, PowerIndex, _answersAdr) = (setting.DataRate, setting.PowerIndex, true);
        }
    }

    /// <summary>The time for an answer is over, or the device may send again.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = _network.Simulation.Now;
        if (!_device.Near.IsUp)
        {
            if (_exchange is { } last)
            {
                Finish(last, DropReason.NodeDown);
            }
        }
        else if (_exchange is { } exchange && exchange.Attempts >= MostAttempts)
        {
            if (_device.Free > now)
            {
                _timer.RestartAt(_device.Free);
            }
            else
            {
                Finish(exchange, _network.Options.Confirmed ? DropReason.RetriesExhausted : null);
            }
        }
        else if (_device.Earliest() is var earliest && earliest > now)
        {
            _timer.RestartAt(earliest);
        }
        else if (_exchange is { } again)
        {
            Attempt(again);
        }
        else
        {
            Join(now);
        }
    }

    private int MostAttempts => _network.Options.Confirmed ? _network.Options.ConfirmedTransmissions : Transmissions;

    private void Attempt(LoRaWanExchange exchange)
    {
        var options = _network.Options;
        if (options is { Confirmed: true, RetryStepDown: true })
        {
            _device.DataRate = SteppedDown(exchange);
        }

        exchange.Attempt();
        var transmission = _network.Rent();
        transmission.Carry(exchange, options.Confirmed, _device, _device.Frames);
        var second = PutOnAir(transmission, exchange.Message) + RegionalPlan.BetweenWindows;
        _timer.RestartAt(second + (options.Confirmed ? RetransmitTimeout() : _network.ReceiveWindow2));
    }

    /// <summary>Transmissions 1 and 2 at the data rate, 3 and 4 at the next slower one, and so on, as long as it carries the message: LoRaWAN 1.0.2, 18.4.</summary>
    private int SteppedDown(LoRaWanExchange exchange)
    {
        var dataRate = exchange.DataRate;
        var bytes = exchange.Message.Branch.Relation.Content.PackedBytes;
        for (var step = exchange.Attempts / AttemptsPerDataRate; step > 0 && dataRate > 0; step--)
        {
            dataRate -= _network.Options.Plan.Uplinks[dataRate - 1].MaximumPayload >= bytes ? 1 : 0;
        }

        return dataRate;
    }

    /// <returns>When the first receive window opens.</returns>
    private SimTime PutOnAir(LoRaWanTransmission transmission, in Message message)
    {
        var content = message.Branch.Relation.Content.PackedBytes;
        var room = _network.Options.Plan.Uplinks[_device.DataRate].MaximumPayload - content;
        transmission.AsksForAnswer = _network.Options.Adr && _backoff.Asks;
        transmission.AnswersAdr = _answersAdr && room >= LoRaWanFrame.LinkAdrAnswer;
        _answersAdr &= !transmission.AnswersAdr;
        var bytes = content + LoRaWanFrame.Overhead + (transmission.AnswersAdr ? LoRaWanFrame.LinkAdrAnswer : 0);
        return _device.PutOnAir(transmission, bytes, RegionalPlan.ReceiveDelay);
    }

    private void Finish(LoRaWanExchange exchange, DropReason? reason)
    {
        _device.DataRate = exchange.DataRate;
        _exchange = null;
        exchange.End(reason);
        _network.Settle(exchange);
        _device.Resume();
    }

    private void FallBack()
    {
        switch (_backoff.Next())
        {
            case AdrFallback.FullPower:
                PowerIndex = 0;
                break;
            case AdrFallback.NextDataRate when _device.DataRate > 0:
                _device.DataRate--;
                break;
            case AdrFallback.NextDataRate:
                Transmissions = 1;
                break;
        }
    }

    /// <summary>Asks to join: one data rate slower each time, as the answer may be weaker than the request; every other time on a wide channel where the region has some.</summary>
    private void Join(SimTime now)
    {
        var (wide, before) = _network.HasWideChannels ? (JoinRequests % 2 == 1, JoinRequests / 2) : (false, JoinRequests);
        _device.DataRate = wide ? _network.Options.Plan.Narrow : Math.Max(0, _dataRate - before);
        JoinRequests++;
        var transmission = _network.Rent();
        transmission.CarryJoin(_device, _device.Frames);
        var first = _device.PutOnAir(transmission, LoRaWanFrame.JoinRequest, RegionalPlan.JoinAcceptDelay);
        var airtime = first - now - RegionalPlan.JoinAcceptDelay;
        _timer.RestartAt(
            SimTime.Max(first + RegionalPlan.BetweenWindows + RetransmitTimeout(), now + airtime * JoinBackoff.OneIn(now - _switchedOn))
        );
    }

    private Duration RetransmitTimeout()
    {
        var (least, greatest) = (_network.Options.RetransmitTimeoutMinimum, _network.Options.RetransmitTimeoutMaximum);
        var draw = _network.Simulation.Random.Draw(_device.Near.Entity, Timeout, _device.Frames);
        return least + (greatest - least) * draw.Uniform();
    }
}

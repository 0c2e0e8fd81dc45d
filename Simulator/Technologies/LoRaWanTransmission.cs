using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>An uplink from its first symbol to the network server, which may answer it; used again and again.</summary>
internal sealed class LoRaWanTransmission(LoRaWanInstallation network) : Transmission
{
    private const int Arrival = 0;
    private const int Answer = 1;

    private Message _message;
    private LoRaWanExchange? _exchange;
    private int _frame;

    /// <summary>The next one that is not in use.</summary>
    public LoRaWanTransmission? Spare { get; set; }

    /// <summary>Room for the power that this frame has at each gateway, where it is its own; null until then.</summary>
    public Reach[]? Own { get; set; }

    /// <summary>Who sends it.</summary>
    public LoRaWanDevice Device { get; private set; } = null!;

    /// <summary>Its frame counter [1].</summary>
    public int Counter { get; private set; }

    /// <summary>Whether it is a join-request, which carries no message.</summary>
    public bool IsJoin { get; private set; }

    /// <summary>Whether the device wants to hear that it has arrived.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether the device wants to hear anything: ADRACKReq.</summary>
    public bool AsksForAnswer { get; set; }

    /// <summary>Whether it brings the answer to a LinkADRReq.</summary>
    public bool AnswersAdr { get; set; }

    /// <summary>From its end to the first receive window.</summary>
    public Duration ReceiveDelay { get; set; }

    /// <summary>Takes a message, whose waiting ends now, and which is lost if this frame is.</summary>
    public void Carry(in Message message, LoRaWanDevice device, int frame, int counter)
    {
        Begin(device, frame, counter);
        _message = message;
        _message.EndStage(0, network.Simulation.Now);
    }

    /// <summary>Takes one of several transmissions of a message.</summary>
    public void Carry(LoRaWanExchange exchange, bool isConfirmed, LoRaWanDevice device, int frame)
    {
        Carry(exchange.Message, device, frame, exchange.Counter);
        (_exchange, IsConfirmed) = (exchange, isConfirmed);
    }

    /// <summary>Takes a join-request.</summary>
    public void CarryJoin(LoRaWanDevice device, int frame)
    {
        Begin(device, frame, counter: 0);
        IsJoin = true;
    }

    /// <summary>The network server takes the copy that is there first; the others are removed.</summary>
    protected internal override void Ended()
    {
        var now = network.Simulation.Now;
        if (!IsJoin)
        {
            _message.EndStage(1, now);
        }

        var (received, arrived, delay) = (0, 0, Duration.Longest);
        for (var i = 0; i < Reaches.Count; i++)
        {
            if (ReceptionAt(i) == Reception.Received)
            {
                received++;
                var crossing = Crossing(i);
                network.Tap?.Heard(ReceptionOf(i, crossing));
                arrived += crossing == Duration.Longest ? 0 : 1;
                delay = Duration.Min(delay, crossing);
            }
        }

        if (arrived > 0)
        {
            network.GatewayCopies += arrived - 1;
            network.Simulation.After(delay, this, Arrival);
            return;
        }

        if (received == 0)
        {
            network.Observers.FrameLost(network.Air, LossReason());
        }

        Lose(received == 0 ? LossReason() : DropReason.Noise, now);
        network.Return(this);
    }

    /// <summary>The first copy is at the network server, or the time for further ones is over.</summary>
    protected override void Fire(long token)
    {
        if (token == Answer)
        {
            network.Server.Answer(this);
            network.Return(this);
            return;
        }

        if (!IsJoin)
        {
            Arrive();
        }

        if (Device.Mac is { } mac && (IsJoin || mac.Server.WantsCopies(this)))
        {
            network.Simulation.After(network.Options.CopyWindow, this, Answer);
        }
        else
        {
            network.Return(this);
        }
    }

    private LoRaWanReception ReceptionOf(int index, Duration crossing) =>
        new(
            Device.Near,
            Device.Far,
            Reaches[index].Receiver,
            network.Options.Plan.Uplinks[Code],
            network.Channels[Channel].Centre,
            Decibels.FromLinear(Reaches[index].Milliwatts),
            Start,
            End,
            crossing == Duration.Longest ? null : End + crossing,
            IsJoin ? null : _message,
            Counter,
            IsConfirmed,
            AsksForAnswer,
            AnswersAdr
        );

    /// <summary>How long the copy of a gateway takes to the network server.</summary>
    internal Duration Crossing(int index) => network.Backhaul.ToServer(Device.Near.Entity, Reaches[index].Receiver, _frame);

    private void Begin(LoRaWanDevice device, int frame, int counter)
    {
        (Device, _frame, Counter, _exchange) = (device, frame, counter, null);
        (IsJoin, IsConfirmed, AsksForAnswer, AnswersAdr) = (false, false, false, false);
    }

    private void Arrive()
    {
        var now = network.Simulation.Now;
        _message.EndStage(2, now);
        var isNew = _exchange is not { Arrived: true };
        if (isNew)
        {
            Device.Far.Receive(_message);
        }
        else
        {
            network.Observers.Duplicate(_message, now);
        }

        Device.Mac?.Server.Hear(this, isNew);
        if (_exchange is not null)
        {
            _exchange.Reach();
            network.Settle(_exchange);
        }
    }

    private void Lose(DropReason reason, SimTime now)
    {
        if (_exchange is not null)
        {
            _exchange.Lose(reason);
            network.Settle(_exchange);
        }
        else if (!IsJoin)
        {
            network.Observers.Dropped(_message, reason, now);
        }
    }
}

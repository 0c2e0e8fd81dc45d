using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of an AMQP connection: the messages that it sends over its link, those that it receives, and its timers.</summary>
/// <remarks>What waits and what is not settled lives on while connections come and go.</remarks>
internal sealed class AmqpPeer(AmqpSession session, Node node, AmqpOptions options, AmqpFrames frames, bool isClient) : IEventTarget
{
    private const long HeartbeatToken = 0;
    private const long SilenceToken = 1;

    private readonly Queue<AmqpFrame> _unsettled = new();
    private Queue<AmqpFrame> _again = new();
    private MessageLine _waiting;
    private Alarm? _heartbeat;
    private Alarm? _silence;
    private int _credit;
    private int _granted;
    private uint _sent;
    private uint _received;

    /// <summary>Its end of the connection; null while there is none.</summary>
    public TcpEnd? Connection { get; private set; }

    /// <summary>Whether it has attached itself to the link over which it sends.</summary>
    public bool IsAttached { get; set; }

    /// <summary>Whether anything waits or is not settled.</summary>
    public bool HasWork => _waiting.Count + Unsettled > 0;

    private int Unsettled => _unsettled.Count + _again.Count;

    private bool IsSettled => options.Settlement == AmqpSettlement.Settled;

    /// <summary>A new connection, over which nothing is agreed yet.</summary>
    public void Connect(TcpEnd end)
    {
        (Connection, IsAttached, _credit, _granted, _sent, _received) = (end, false, 0, 0, 0, 0);
        Heard();
    }

    /// <summary>The connection is gone; what it left unsettled goes again over the next one.</summary>
    public void Disconnect()
    {
        if (_unsettled.Count > 0)
        {
            _again = new Queue<AmqpFrame>(_unsettled.Concat(_again));
            _unsettled.Clear();
        }

        (Connection, IsAttached, _credit) = (null, false, 0);
        _heartbeat?.Stop();
        _silence?.Stop();
    }

    /// <summary>Sends a message now, or as soon as the receiver lets it; drops it where there is no room, or where it fits into no frame.</summary>
    public void Send(in Message message)
    {
        if (frames.LongestTransfer(message) > options.MaximumFrame)
        {
            node.Observers.Dropped(message, DropReason.TooLarge, node.Simulation.Now);
            return;
        }

        var held = IsSettled ? Connection?.Backlog ?? 0 : Unsettled;
        if (_waiting.Count + held >= options.Buffer)
        {
            node.Observers.Dropped(message, session.Overflow(node), node.Simulation.Now);
            return;
        }

        _waiting.Enqueue(message);
        Pump();
    }

    /// <summary>The receiver grants credit for its link.</summary>
    /// <remarks>It counts from what the receiver had seen, which may lag behind what was sent (part 2, section 2.6.7); here it refills when half is used.</remarks>
    public void Granted(int credit, uint seen)
    {
        _credit = credit - (int)(_sent - seen);
        Pump();
    }

    /// <summary>A message has come over the link of the other end.</summary>
    public void Took(AmqpFrame transfer)
    {
        _received++;
        if (!IsSettled)
        {
            Write(AmqpFrames.Disposition(transfer));
        }

        if (--_granted <= options.Credit / 2)
        {
            Grant(transfer.IsForth, isEarly: false);
        }
    }

    /// <summary>Lets the other end send as many messages as the options say.</summary>
    public void Grant(bool isForth, bool isEarly)
    {
        _granted = options.Credit;
        Write(frames.Flow(isForth, _received, _sent, isEarly));
    }

    /// <summary>The receiver has accepted what it received up to a delivery.</summary>
    public void Settled(uint delivery)
    {
        while (_unsettled.TryPeek(out var first) && first.Delivery <= delivery)
        {
            _unsettled.Dequeue();
        }
    }

    /// <summary>Writes a frame; heartbeats count from it.</summary>
    public void Write(AmqpFrame frame)
    {
        if (Connection is not { IsClosing: false } end)
        {
            return;
        }

        end.Write(frame);
        if (options.IdleTimeout > Duration.Zero)
        {
            _heartbeat ??= new Alarm(node.Simulation, this, HeartbeatToken);
            _heartbeat.Restart(options.HeartbeatAfter);
        }
    }

    /// <summary>The other end has written something.</summary>
    public void Heard()
    {
        if (options.IdleTimeout > Duration.Zero)
        {
            _silence ??= new Alarm(node.Simulation, this, SilenceToken);
            _silence.Restart(options.PatienceWithSilence);
        }
    }

    /// <summary>Sends no more over this connection.</summary>
    public void Stop() => _credit = 0;

    /// <summary>Forgets everything; what has not arrived is dropped.</summary>
    public void Drop(DropReason reason)
    {
        foreach (var open in _unsettled.Concat(_again))
        {
            open.Withdraw(node, reason);
        }

        _unsettled.Clear();
        _again.Clear();
        while (_waiting.Count > 0)
        {
            node.Observers.Dropped(_waiting.Dequeue(), reason, node.Simulation.Now);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == SilenceToken)
        {
            Connection?.Abort(DropReason.RetriesExhausted);
        }
        else
        {
            Write(AmqpFrames.Empty());
        }
    }

    private void Pump()
    {
        while (_credit > 0 && _again.TryDequeue(out var again))
        {
            Transfer(again.Message, again.Account);
        }

        while (_credit > 0 && _waiting.Count > 0)
        {
            Transfer(_waiting.Dequeue(), null);
        }
    }

    private void Transfer(in Message message, StreamUnit? original)
    {
        _credit--;
        var transfer = frames.Transfer(isForth: isClient, _sent++, message, original);
        if (!IsSettled)
        {
            _unsettled.Enqueue(transfer);
        }

        Write(transfer);
    }
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a <see cref="TcpConnection"/>: what it has sent and received, and its two timers.</summary>
/// <remarks>Positions count octets from the connection request at 0; data begins at 1, the end of the stream takes one more.</remarks>
internal sealed class TcpEnd : IEventTarget
{
    private const int InitialWindow = 10;
    private const long RetransmissionToken = 0;
    private const long AcknowledgementToken = 1;

    private readonly Route _route;
    private readonly Alarm _retransmission;
    private readonly Alarm _acknowledgement;
    private RoundTripEstimator _estimator = new();
    private State _state;

    private long _acknowledged;
    private long _next;
    private long _furthest;
    private long _written = 1;
    private bool _isClosing;
    private StreamUnit? _first;
    private StreamUnit? _last;
    private int _window = InitialWindow;
    private int _repetitions;

    private long _received;
    private bool _hasPeerClosed;
    private bool _acknowledgesAtOnce = true;
    private int _unacknowledgedSegments;
    private SimTime _echo;

    public TcpEnd(TcpConnection connection, Node node, Route route, bool isClient)
    {
        (Connection, Node, _route, IsClient) = (connection, node, route, isClient);
        _retransmission = new Alarm(node.Simulation, this, RetransmissionToken);
        _acknowledgement = new Alarm(node.Simulation, this, AcknowledgementToken);
    }

    private enum State
    {
        Idle,
        Connecting,
        Connected,
        Abandoned,
    }

    public TcpConnection Connection { get; }

    public Node Node { get; }

    public bool IsClient { get; }

    public TcpEnd Peer => IsClient ? Connection.Server : Connection.Client;

    /// <summary>Units written and not wholly acknowledged [1].</summary>
    public int Backlog { get; private set; }

    /// <summary>Whether it has announced that it will write no more.</summary>
    public bool IsClosing => _isClosing;

    private SimTime Now => Node.Simulation.Now;

    /// <summary>The sequence number of a position, from an initial number that differs by connection.</summary>
    public uint SequenceNumber(long position) =>
        unchecked(InternetAddress.Of(Node.Entity) * 2654435761u + (uint)Connection.ClientPort * 40503u + (uint)(position & 0xFFFFFFFF));

    /// <summary>Asks for the connection.</summary>
    public void Open()
    {
        _state = State.Connecting;
        SendSyn();
    }

    /// <summary>Writes a unit to the stream.</summary>
    public void Write(StreamUnit unit)
    {
        unit.Start = _written;
        _written += unit.Length;
        Backlog++;
        if (_last is null)
        {
            _first = unit;
        }
        else
        {
            _last.Next = unit;
        }

        _last = unit;
        SendData();
    }

    /// <summary>Announces that it will write no more, after what was written.</summary>
    public void Close()
    {
        if (!_isClosing)
        {
            _isClosing = true;
            SendData();
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Abandon()
    {
        _state = State.Abandoned;
        _retransmission.Stop();
        _acknowledgement.Stop();
    }

    /// <summary>Reports the messages written here that have not reached the other end as dropped.</summary>
    /// <returns>How many there were [1].</returns>
    public int DropUndelivered(DropReason reason)
    {
        var count = 0;
        for (var unit = _first; unit is not null; unit = unit.Next)
        {
            if (unit is { CarriesMessage: true, IsDelivered: false })
            {
                count++;
                Node.Observers.Dropped(unit.Message, reason, Now);
            }
        }

        _first = _last = null;
        return count;
    }

    /// <summary>A segment of the other end has arrived.</summary>
    public void Arrive(TcpSegment segment, in Frame frame)
    {
        if (_state == State.Abandoned || !Node.IsUp)
        {
            return;
        }

        if (segment.Flags.HasFlag(TcpFlags.Syn))
        {
            ArriveSyn(segment);
            return;
        }

        if (_state == State.Connecting)
        {
            if (IsClient)
            {
                return;
            }

            _state = State.Connected;
        }

        Acknowledge(segment);
        if (segment.Payload > 0 || segment.Flags.HasFlag(TcpFlags.Fin))
        {
            Accept(segment, frame);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == AcknowledgementToken)
        {
            SendAcknowledgement();
        }
        else
        {
            Repeat();
        }
    }

    private void ArriveSyn(TcpSegment segment)
    {
        if (_received == 0)
        {
            _received = 1;
            _echo = segment.SentAt;
            if (IsClient)
            {
                _state = State.Connected;
                Acknowledge(segment);
                SendAcknowledgement();
                Connection.User.Connected(Connection);
            }
            else
            {
                _state = State.Connecting;
                SendSyn();
            }
        }
        else if (_state == State.Connecting)
        {
            SendSyn();
        }
        else
        {
            SendAcknowledgement();
        }
    }

    private void Acknowledge(TcpSegment segment)
    {
        if (segment.Acknowledgement <= _acknowledged)
        {
            return;
        }

        _acknowledged = segment.Acknowledgement;
        _next = Math.Max(_next, _acknowledged);
        _estimator.Sample(Now - segment.Echo, Connection.Options.MinimumTimeout);
        _repetitions = 0;
        _window = Math.Min(_window + 1, InitialWindow);
        while (_first is not null && _first.End <= _acknowledged)
        {
            _first = _first.Next;
            Backlog--;
        }

        if (_first is null)
        {
            _last = null;
        }

        if (_acknowledged == _furthest)
        {
            _retransmission.Stop();
        }
        else
        {
            _retransmission.Restart(_estimator.Timeout);
        }

        SendData();
    }

    private void Accept(TcpSegment segment, in Frame frame)
    {
        if (segment.Position > _received || segment.End <= _received)
        {
            // A gap or a repetition: the other end has to know at once where this end stands.
            if (segment.Position <= _received)
            {
                _echo = segment.SentAt;
            }

            SendAcknowledgement();
            return;
        }

        if (_unacknowledgedSegments == 0)
        {
            _echo = segment.SentAt;
        }

        var before = _received;
        _received = segment.End;
        if (segment.Payload > 0)
        {
            AcknowledgeSoon();
        }

        for (var unit = segment.First; unit is not null && unit.End <= segment.Position + segment.Payload; unit = unit.Next)
        {
            if (unit.End > before && _state != State.Abandoned)
            {
                unit.IsDelivered = true;
                Connection.User.Received(this, unit, frame);
            }
        }

        if (segment.Flags.HasFlag(TcpFlags.Fin) && !_hasPeerClosed && _state != State.Abandoned)
        {
            _hasPeerClosed = true;
            _unacknowledgedSegments++;
            Connection.User.PeerClosed(this);
            if (_unacknowledgedSegments > 0)
            {
                SendAcknowledgement();
            }
        }
    }

    private void AcknowledgeSoon()
    {
        _unacknowledgedSegments++;
        if (_acknowledgesAtOnce || _unacknowledgedSegments > 1)
        {
            _acknowledgesAtOnce = false;
            SendAcknowledgement();
        }
        else
        {
            _acknowledgement.Restart(Connection.Options.DelayedAcknowledgement);
        }
    }

    private void Repeat()
    {
        var limit = _state == State.Connecting ? Connection.Options.ConnectionRetries : Connection.Options.Retries;
        if (!Node.IsUp || _repetitions == limit)
        {
            Connection.Fail(Node.IsUp ? DropReason.RetriesExhausted : DropReason.NodeDown);
            return;
        }

        _repetitions++;
        _estimator.BackOff();
        if (_state == State.Connecting)
        {
            SendSyn();
        }
        else
        {
            _window = 1;
            _next = _acknowledged;
            SendData();
        }
    }

    private void SendSyn()
    {
        _next = _furthest = 1;
        _retransmission.Restart(_estimator.Timeout);
        Emit(IsClient ? TcpFlags.Syn : TcpFlags.Syn | TcpFlags.Acknowledge, 0, 0, null);
    }

    private void SendAcknowledgement() => Emit(TcpFlags.Acknowledge, _next, 0, null);

    /// <summary>Sends what may be sent: data within the window, small segments as Nagle allows, the end of the stream.</summary>
    private void SendData()
    {
        if (_state != State.Connected)
        {
            return;
        }

        var largest = Connection.Options.MaximumSegment;
        while (_next < _written && _next - _acknowledged + 1 <= (long)_window * largest)
        {
            var payload = (int)Math.Min(largest, _written - _next);
            var isLast = _isClosing && _next + payload == _written;
            var isNew = _next >= _furthest;
            if (isNew && payload < largest && _next > _acknowledged && !isLast && !Connection.Options.NoDelay)
            {
                break;
            }

            var flags = TcpFlags.Acknowledge | TcpFlags.Push | (isLast ? TcpFlags.Fin : TcpFlags.None);
            SendOn(flags, payload);
        }

        if (_isClosing && _next == _written)
        {
            SendOn(TcpFlags.Acknowledge | TcpFlags.Fin, 0);
        }
    }

    private void SendOn(TcpFlags flags, int payload)
    {
        var position = _next;
        _next += payload + (flags.HasFlag(TcpFlags.Fin) ? 1 : 0);
        _furthest = Math.Max(_furthest, _next);
        if (!_retransmission.IsArmed)
        {
            _retransmission.Restart(_estimator.Timeout);
        }

        Emit(flags, position, payload, payload > 0 ? UnitAt(position) : null);
    }

    private StreamUnit UnitAt(long position)
    {
        var unit = _first!;
        while (unit.End <= position)
        {
            unit = unit.Next!;
        }

        return unit;
    }

    private void Emit(TcpFlags flags, long position, int payload, StreamUnit? first)
    {
        if (!Node.IsUp)
        {
            return;
        }

        if (flags.HasFlag(TcpFlags.Acknowledge))
        {
            _unacknowledgedSegments = 0;
            _acknowledgement.Stop();
        }

        var segment = new TcpSegment(this, flags, position, payload, first)
        {
            Acknowledgement = _received,
            SentAt = Now,
            Echo = _echo,
        };
        var frame = new Frame(segment, _route, Now);
        frame.Leg.Medium.Send(frame);
    }
}

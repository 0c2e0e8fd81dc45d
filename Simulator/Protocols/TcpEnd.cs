using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a <see cref="TcpConnection"/>: what it has sent and received, and its timers.</summary>
/// <remarks>Positions count octets from the connection request at 0; data begins at 1, the end of the stream takes one more.</remarks>
internal sealed class TcpEnd : IEventTarget
{
    private const int ReportedSpans = 3;
    private const long RetransmissionToken = 0;
    private const long AcknowledgementToken = 1;

    /// <summary>How long the other end may take to close after this one (Linux tcp_fin_timeout, from memory).</summary>
    private static readonly Duration CloseTimeout = 60.Seconds;

    private readonly Route _route;
    private readonly Alarm _retransmission;
    private readonly Alarm _acknowledgement;
    private TcpProbing? _probing;
    private RoundTripEstimator _estimator = new();
    private CongestionWindow _window;
    private AcknowledgementTiming _timing;
    private Reassembly _reassembly;
    private State _state;
    private bool _isClosing;
    private bool _hasPeerClosed;
    private int _repetitions;

    private long _acknowledged;
    private long _next;
    private long _furthest;
    private SimTime _lastSent;
    private StreamBuffer _stream = new();

    private long _lastAcknowledgement;
    private long _peerEnd = long.MaxValue;
    private SimTime _echo;

    public TcpEnd(TcpConnection connection, Node node, Route route, bool isClient)
    {
        (Connection, Node, _route, IsClient) = (connection, node, route, isClient);
        _window = new CongestionWindow(connection.Options.MaximumSegment);
        _retransmission = new Alarm(node.Simulation, this, RetransmissionToken);
        _acknowledgement = new Alarm(node.Simulation, this, AcknowledgementToken);
    }

    private enum State
    {
        Idle,
        Connecting,
        Connected,
        Closed,
    }

    public TcpConnection Connection { get; }

    public Node Node { get; }

    public bool IsClient { get; }

    public TcpEnd Peer => IsClient ? Connection.Server : Connection.Client;

    /// <summary>Units written and not wholly acknowledged [1].</summary>
    public int Backlog => _stream.Backlog;

    /// <summary>Whether it has announced that it will write no more.</summary>
    public bool IsClosing => _isClosing;

    /// <summary>Whether it has given up or forgotten the connection.</summary>
    public bool IsClosed => _state == State.Closed;

    private TransportOptions Options => Connection.Options;

    private SimTime Now => Node.Simulation.Now;

    private bool IsAlive => Node.IsUp && (IsClient || Connection.User.IsListening);

    private long Flight => _furthest - _acknowledged;

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
        Append(unit);
        SendData();
    }

    /// <summary>Announces that it will write no more, after what was written.</summary>
    public void Close()
    {
        if (_isClosing || IsClosed)
        {
            return;
        }

        if (Connection.Farewell() is { } farewell)
        {
            Append(farewell);
        }

        _isClosing = true;
        SendData();
    }

    /// <summary>Gives up, and tells the other end by a reset.</summary>
    public void Abort(DropReason reason)
    {
        if (!IsClosed)
        {
            Emit(TcpFlags.Reset | TcpFlags.Acknowledge, _furthest, 0, null);
            Fail(reason);
        }
    }

    /// <summary>Forgets everything without a word to anybody, as a host does whose power fails.</summary>
    /// <remarks>An end that only listens has nothing to forget.</remarks>
    public void Forget()
    {
        if (_state == State.Idle)
        {
            return;
        }

        _state = State.Closed;
        _retransmission.Stop();
        _acknowledgement.Stop();
        _probing?.Stop();
        _stream.Clear();
    }

    /// <summary>Reports the messages written here that have not reached the other end as dropped. To be called while it fails.</summary>
    public void DropUndelivered(DropReason reason) => _stream.Withdraw(Node, reason);

    /// <summary>Asks the other end whether it is there, unless an answer to data will tell (RFC 9293, section 3.8.4).</summary>
    public void Probe()
    {
        if (Flight == 0)
        {
            Emit(TcpFlags.Acknowledge, _furthest - 1, 0, null);
        }
    }

    /// <summary>A segment of the other end has arrived.</summary>
    public void Arrive(TcpSegment segment, in Frame frame)
    {
        if (!IsAlive)
        {
            return;
        }

        if (segment.Has(TcpFlags.Reset))
        {
            if (!IsClosed && !IsFinished)
            {
                Fail(segment.IsForeign ? DropReason.Forgotten : DropReason.NodeDown);
            }

            return;
        }

        if (IsClosed || segment.IsForeign)
        {
            Refuse(segment);
            return;
        }

        if (Options.ProbeAfter > Duration.Zero)
        {
            (_probing ??= new TcpProbing(this)).Heard();
        }

        if (segment.Has(TcpFlags.Syn))
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
        if (segment.Payload > 0 || segment.Has(TcpFlags.Fin))
        {
            Accept(segment, frame);
        }
        else if (segment.Position < _reassembly.Received)
        {
            // A probe of one that wants to know whether this end is still there.
            SendAcknowledgement();
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == AcknowledgementToken)
        {
            _timing.Missed();
            SendAcknowledgement();
        }
        else
        {
            Repeat();
        }
    }

    private bool IsFinished => _hasPeerClosed && _isClosing && _acknowledged > _stream.Written;

    private void ArriveSyn(TcpSegment segment)
    {
        if (_reassembly.Received > 0)
        {
            if (_state == State.Connecting)
            {
                SendSyn();
            }
            else
            {
                SendAcknowledgement();
            }

            return;
        }

        _reassembly.Take(new StreamSpan(0, 1));
        _echo = segment.SentAt;
        if (!IsClient)
        {
            _state = State.Connecting;
            SendSyn();
            return;
        }

        _state = State.Connected;
        Acknowledge(segment);
        SendAcknowledgement();
        Connection.User.Connected(Connection);
    }

    private void Acknowledge(TcpSegment segment)
    {
        var position = segment.Acknowledgement;
        if (position <= _acknowledged)
        {
            if (position == _acknowledged && Flight > 0 && segment.Payload == 0 && !segment.Has(TcpFlags.Fin))
            {
                if (_window.Duplicated(_acknowledged, Flight))
                {
                    SendFirstAgain();
                }

                SendData();
            }

            return;
        }

        var newly = position - _acknowledged;
        var isRequest = _acknowledged == 0;
        _acknowledged = position;
        _next = Math.Max(_next, position);
        _repetitions = 0;
        TakeRoundTrip(segment);
        _stream.Release(_acknowledged);
        var isLost = !isRequest && _window.Acknowledged(newly, position, Flight);
        if (Flight > 0)
        {
            _retransmission.Restart(_estimator.Timeout);
        }
        else if (_isClosing && _acknowledged > _stream.Written && !_hasPeerClosed)
        {
            _retransmission.Restart(CloseTimeout);
        }
        else
        {
            _retransmission.Stop();
        }

        if (isLost)
        {
            SendFirstAgain();
        }

        SendData();
    }

    /// <summary>A sample of the round trip: by the echoed time stamp, or by the one segment that is timed.</summary>
    private void TakeRoundTrip(TcpSegment segment)
    {
        if (Options.Timestamps)
        {
            _estimator.Sample(Now - segment.Echo, Options.MinimumTimeout);
        }
        else
        {
            _estimator.Acknowledged(_acknowledged, Now, Options.MinimumTimeout);
        }
    }

    private void Accept(TcpSegment segment, in Frame frame)
    {
        var before = _reassembly.Received;
        if (segment.Position <= _lastAcknowledgement)
        {
            _echo = segment.SentAt;
        }

        if (segment.Has(TcpFlags.Fin))
        {
            _peerEnd = segment.End;
        }

        if (!_reassembly.Take(new StreamSpan(segment.Position, segment.End)))
        {
            // A gap or a repetition: the other end has to know at once where this end stands.
            _timing.Disturbed();
            SendAcknowledgement(segment.End <= before ? new StreamSpan(segment.Position, segment.End) : null);
            return;
        }

        var hasEnded = _reassembly.Received >= _peerEnd && !_hasPeerClosed;
        if (segment.Payload > 0)
        {
            AcknowledgeSoon(segment.Payload >= Options.MaximumSegment);
        }

        for (var unit = segment.First; unit is not null && unit.End <= _reassembly.Received; unit = unit.Next)
        {
            if (unit.End > before && !IsClosed)
            {
                Connection.User.Received(this, unit, frame);
            }
        }

        if (hasEnded && !IsClosed)
        {
            _hasPeerClosed = true;
            _timing.ReceivedEnd();
            if (Flight == 0)
            {
                _retransmission.Stop();
            }

            Connection.User.PeerClosed(this);
            if (_timing.IsPending)
            {
                SendAcknowledgement();
            }
        }
    }

    private void AcknowledgeSoon(bool isFull)
    {
        if (_timing.Received(Options.Acknowledgements, isFull, Now) || _reassembly.Beyond.Count > 0)
        {
            SendAcknowledgement();
        }
        else
        {
            _acknowledgement.Restart(Options.DelayedAcknowledgement);
        }
    }

    private void Repeat()
    {
        var limit = _state == State.Connecting ? Options.ConnectionRetries : Options.Retries;
        if (!IsAlive || _repetitions == limit || Flight == 0)
        {
            Fail(Node.IsUp ? DropReason.RetriesExhausted : DropReason.NodeDown);
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
            _window.TimedOut(_furthest, Flight, _repetitions == 1);
            _next = _acknowledged;
            SendData();
        }
    }

    private void Fail(DropReason reason)
    {
        _state = State.Closed;
        Connection.User.Failed(this, reason == DropReason.RetriesExhausted ? _route.Exhausted : reason);
        Forget();
    }

    private void Append(StreamUnit unit)
    {
        unit.Overhead = Connection.Overhead(unit);
        _stream.Append(unit);
    }

    private void SendSyn()
    {
        _next = _furthest = 1;
        if (_repetitions == 0)
        {
            _estimator.Sent(0, Now);
        }

        _retransmission.Restart(_estimator.Timeout);
        Emit(IsClient ? TcpFlags.Syn : TcpFlags.Syn | TcpFlags.Acknowledge, 0, 0, null);
    }

    private void SendAcknowledgement(StreamSpan? repeated = null) => Emit(TcpFlags.Acknowledge, _furthest, 0, null, repeated);

    /// <summary>Refuses a segment of a connection that this end does not know (RFC 9293, section 3.10.7.1).</summary>
    private void Refuse(TcpSegment segment)
    {
        var refusal = new TcpSegment(this, TcpFlags.Reset | TcpFlags.Acknowledge, segment.Acknowledgement, 0, null)
        {
            Acknowledgement = segment.End + (segment.Has(TcpFlags.Syn) ? 1 : 0),
            IsBare = true,
            IsForeign = segment.IsForeign,
        };
        Emit(refusal);
    }

    /// <summary>Sends what may be sent: data within the window, small segments as Nagle allows, the end of the stream.</summary>
    private void SendData()
    {
        if (_state != State.Connected)
        {
            return;
        }

        if (Flight == 0 && _lastSent + _estimator.Timeout < Now)
        {
            _window.Rested();
        }

        var largest = LargestNow;
        while (_next < _stream.Written)
        {
            var payload = (int)Math.Min(largest, _stream.Written - _next);
            var isLast = _isClosing && _next + payload == _stream.Written;
            var flight = _next - _acknowledged;
            var isHeldBack = _next >= _furthest && payload < largest && !isLast && !Options.NoDelay;
            if (flight > 0 && (flight + payload > _window.Size || isHeldBack))
            {
                break;
            }

            SendOn(TcpFlags.Acknowledge | TcpFlags.Push | (isLast ? TcpFlags.Fin : TcpFlags.None), payload);
        }

        if (_isClosing && _next == _stream.Written)
        {
            SendOn(TcpFlags.Acknowledge | TcpFlags.Fin, 0);
        }
    }

    /// <summary>Repeats the first segment that is not acknowledged.</summary>
    private void SendFirstAgain()
    {
        var payload = (int)Math.Min(LargestNow, Math.Min(_stream.Written, _furthest) - _acknowledged);
        var isLast = _furthest > _stream.Written && _acknowledged + payload == _stream.Written;
        _estimator.Repeated();
        _retransmission.Restart(_estimator.Timeout);
        Emit(
            TcpFlags.Acknowledge | (payload > 0 ? TcpFlags.Push : TcpFlags.None) | (isLast ? TcpFlags.Fin : TcpFlags.None),
            _acknowledged,
            payload,
            payload > 0 ? _stream.UnitAt(_acknowledged) : null
        );
    }

    private int LargestNow => Options.MaximumSegment - (Options.SegmentOctets(SpansToReport(null)) - Options.SegmentOctets(0));

    private void SendOn(TcpFlags flags, int payload)
    {
        var position = _next;
        _next += payload + ((flags & TcpFlags.Fin) != 0 ? 1 : 0);
        if (_next > _furthest)
        {
            _estimator.Sent(position, Now);
        }

        _furthest = Math.Max(_furthest, _next);
        _lastSent = Now;
        if (!_retransmission.IsArmed)
        {
            _retransmission.Restart(_estimator.Timeout);
        }

        _timing.Sent(Options.DelayedAcknowledgement, Now);
        Emit(flags, position, payload, payload > 0 ? _stream.UnitAt(position) : null);
    }

    private void Emit(TcpFlags flags, long position, int payload, StreamUnit? first, StreamSpan? repeated = null)
    {
        if ((flags & TcpFlags.Acknowledge) != 0)
        {
            _timing.Acknowledged();
            _acknowledgement.Stop();
            _lastAcknowledgement = _reassembly.Received;
        }

        var segment = new TcpSegment(this, flags, position, payload, first)
        {
            Acknowledgement = _reassembly.Received,
            SentAt = Now,
            Echo = _echo,
            Selected = Selected(repeated),
        };
        Emit(segment);
    }

    private void Emit(TcpSegment segment)
    {
        if (IsAlive)
        {
            var frame = new Frame(segment, _route, Now);
            frame.Leg.Medium.Send(frame);
        }
    }

    private int SpansToReport(StreamSpan? repeated) =>
        Options.SelectiveAcknowledgement ? Math.Min(ReportedSpans, _reassembly.Beyond.Count + (repeated is null ? 0 : 1)) : 0;

    private StreamSpan[]? Selected(StreamSpan? repeated)
    {
        var count = SpansToReport(repeated);
        if (count == 0)
        {
            return null;
        }

        IEnumerable<StreamSpan> first = repeated is { } span ? [span] : [];
        return [.. first.Concat(_reassembly.Beyond).Take(count)];
    }
}

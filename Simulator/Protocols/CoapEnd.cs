using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a CoAP session, as a sender: numbers, paces and repeats messages.</summary>
internal sealed partial class CoapEnd : IDatagramUser, IEventTarget
{
    private const int Identifiers = 65_536;

    /// <summary>Identifiers that become free again together.</summary>
    private const int IdentifiersTogether = 4096;

    /// <summary>Draws for each association of the same two nodes; more than any needs.</summary>
    private const long DrawsTogether = 1L << 40;
    private const uint SequenceMask = 0xFF_FFFF;

    /// <summary>RFC 7641, section 4.5: a notification has to be confirmable at least this often.</summary>
    private static readonly Duration LongestUnconfirmed = 24.Hours;

    /// <summary>RFC 7641, section 4.5.1: between notifications that are not confirmed, where no round trip is known.</summary>
    private static readonly Duration NotificationSpacing = 3.Seconds;
    private static readonly Purpose Numbers = Purpose.Named("coap numbers");
    private static readonly Purpose Timeouts = Purpose.Named("coap time-outs");

    private readonly ICoapUser _user;
    private readonly CoapTerms _terms;

    /// <summary>Which of those between its two nodes, so that each has its luck.</summary>
    private readonly int _association;
    private readonly Queue<CoapControl> _controls = new();
    private readonly List<CoapExchange> _open = [];
    private readonly Stack<CoapExchange> _idle = new();
    private MessageLine _waiting;
    private Alarm? _pace;
    private SimTime[]? _left;
    private SimTime _silentSince;
    private SimTime _lastUnconfirmed;
    private SimTime _lastConfirmed;
    private long _silentOctets;
    private long _sequence;
    private long _draws;
    private uint _notifications;
    private ulong _token;
    private int _id = -1;
    private int _ids;
    private int _counted;
    private bool _hasNotified;

    public CoapEnd(
        Node node,
        bool isNear,
        ushort port,
        CoapTransmission options,
        DtlsHandshakes? handshakes,
        ICoapUser user,
        CoapTerms terms,
        int association = 0
    )
    {
        (_association, _draws) = (association, association * DrawsTogether);
        (Options, _user, _terms) = (options, user, terms);
        Link = new DatagramEnd(node, isNear, port, this, options, handshakes);
    }

    /// <summary>Its end of the way.</summary>
    public DatagramEnd Link { get; }

    public CoapTransmission Options { get; }

    /// <summary>Token under which the other end observes; null while it does not.</summary>
    public ulong? Observer { get; set; }

    /// <summary>Octets of the last content sent, which is the state of the resource [B].</summary>
    public int State { get; private set; }

    /// <summary>Messages that wait, or are on their way and not settled [1].</summary>
    public int Held => _waiting.Count + _counted;

    private SimTime Now => Link.Now;

    private bool IsConfirmed => Options.Confirmed || (_terms.Notifies && _hasNotified && Now - _lastConfirmed >= LongestUnconfirmed);

    /// <summary>Options of a notification now, for the answer to a registration too.</summary>
    public IReadOnlyList<CoapOption> NextNotification() =>
        _terms.OfNotification(_notifications = (_notifications + 1) & SequenceMask, block: null);

    /// <summary>Sends a message of a relation now or as soon as possible; drops it where there is no room.</summary>
    public void Send(in Message message)
    {
        if (_terms.Asks && _terms.Content.Size(message.Branch.Relation.Content) > Options.BlockSize)
        {
            // An answer in blocks is that of a fetch; a read asks once.
            Link.Node.Observers.Dropped(message, DropReason.TooLarge, Now);
            return;
        }

        if (_waiting.Count >= Options.Buffer)
        {
            Link.Node.Observers.Dropped(message, Link.Overflow, Now);
            return;
        }

        _waiting.Enqueue(message);
        Pump();
    }

    /// <summary>Asks something that carries no message.</summary>
    public void Ask(CoapControl control)
    {
        _controls.Enqueue(control);
        Pump();
    }

    /// <summary>Sends what waits, as far as it may.</summary>
    public void Pump()
    {
        while (_controls.Count > 0 || (_waiting.Count > 0 && _user.MaySend(this)))
        {
            if (!Link.IsReady)
            {
                Link.Open();
                return;
            }

            if (!HasIdentifier())
            {
                return;
            }

            if (_controls.Count > 0)
            {
                if (_counted >= Options.Nstart)
                {
                    return;
                }

                BeginControl(_controls.Dequeue());
            }
            else if (!BeginMessage())
            {
                return;
            }
        }
    }

    /// <summary>Drops what waits.</summary>
    public void DropWaiting(DropReason reason)
    {
        while (_waiting.Count > 0)
        {
            Link.Node.Observers.Dropped(_waiting.Dequeue(), reason, Now);
        }
    }

    /// <summary>Puts a message on its way; where the security of the way has been lost meanwhile, it is made anew and a repetition goes.</summary>
    public void Emit(CoapMessage message)
    {
        if (!Link.IsReady && message.Type is CoapType.Confirmable or CoapType.NonConfirmable)
        {
            Link.Open();
            return;
        }

        if (CoapCode.IsRequest(message.Code))
        {
            _silentSince = _silentOctets == 0 ? Now : _silentSince;
            _silentOctets += message.Length;
        }

        Link.Send(new CoapDatagram(message) { Sender = Link });
        _user.Sent(this);
    }

    /// <summary>An exchange has come to nothing.</summary>
    public void GiveUp(CoapExchange exchange)
    {
        var isUp = Link.Node.IsUp;
        if (isUp && !exchange.IsAcknowledged)
        {
            Link.Doubt();
        }

        Fail(exchange, isUp ? Link.Exhausted : DropReason.NodeDown);
    }

    void IDatagramUser.Ready() => Pump();

    void IDatagramUser.Failed(DropReason reason)
    {
        DropWaiting(reason);
        while (_controls.TryDequeue(out var control))
        {
            _user.Unanswered(this, control);
        }
    }

    void IEventTarget.Fire(long token) => Pump();

    private void Fail(CoapExchange exchange, DropReason reason)
    {
        var message = exchange.Message;
        End(exchange);
        message.Transfer?.Withdraw(Link.Node, reason);
        if (message.Notifies && !CoapCode.IsRequest(message.Code))
        {
            _user.LostObserver(this);
        }

        if (message.Control is { } control && (CoapCode.IsRequest(message.Code) || message.Code == CoapCode.Empty))
        {
            _user.Unanswered(this, control);
        }

        Pump();
    }

    /// <summary>Begins the first message that waits, if it may go now.</summary>
    private bool BeginMessage()
    {
        var length = _terms.Content.Size(_waiting.Peek().Branch.Relation.Content);
        var isWhole = length <= Options.BlockSize;
        if (isWhole && !IsConfirmed)
        {
            if (!MayProbe())
            {
                return false;
            }

            SendUnconfirmed(new CoapTransfer(_waiting.Dequeue(), length));
            return true;
        }

        if (_counted >= Options.Nstart)
        {
            return false;
        }

        var transfer = new CoapTransfer(_waiting.Dequeue(), length);
        (_lastConfirmed, _hasNotified) = (Now, true);
        State = length;
        Begin(Carrier(transfer, block: 0, CoapType.Confirmable, _terms.Notifies ? Observer!.Value : NextToken()), counts: true);
        return true;
    }

    private void SendUnconfirmed(CoapTransfer transfer)
    {
        State = transfer.Length;
        if (!_hasNotified)
        {
            (_lastConfirmed, _hasNotified) = (Now, true);
        }

        _lastUnconfirmed = Now;
        Emit(Carrier(transfer, block: 0, CoapType.NonConfirmable, _terms.Notifies ? Observer!.Value : NextToken()));
        _user.Settled(this);
    }

    /// <summary>Whether the peer's silence allows another message that is not confirmed; otherwise the end wakes when it does.</summary>
    private bool MayProbe()
    {
        var due = _silentOctets > 0 ? _silentSince + Duration.FromSeconds(_silentOctets / Options.ProbingRate) : Now;
        if (_terms.Notifies && _hasNotified)
        {
            due = SimTime.Max(due, _lastUnconfirmed + NotificationSpacing);
        }

        return due <= Now || WaitUntil(due);
    }

    private bool WaitUntil(SimTime due)
    {
        _pace ??= new Alarm(Link.Node.Simulation, this);
        _pace.RestartAt(due);
        return false;
    }

    private void BeginControl(CoapControl control) =>
        Begin(
            new CoapMessage
            {
                Type = CoapType.Confirmable,
                Code = control.Code,
                Id = NextId(),
                Token = control.Code == CoapCode.Empty ? 0 : control.Token ?? NextToken(),
                TokenLength = control.Code == CoapCode.Empty ? 0 : Options.TokenLength,
                Options = control.Options,
                Payload = control.Payload.Length,
                Control = control,
                Sequence = control.Code == CoapCode.Empty ? -1 : NextSequence(),
                Sender = Options.SenderIdLength,
            },
            counts: true
        );

    /// <summary>The request or notification that carries a message or a block of it.</summary>
    private CoapMessage Carrier(CoapTransfer transfer, int block, CoapType type, ulong token)
    {
        var (size, isWhole) = (Options.BlockSize, _terms.Asks || transfer.Length <= Options.BlockSize);
        var payload = _terms.Asks ? 0 : Math.Min(size, transfer.Length - block * size);
        var hasMore = (block + 1) * size < transfer.Length;
        CoapOption? part = isWhole ? null : CoapOption.Block(_terms.Notifies ? CoapOption.Block2 : CoapOption.Block1, block, hasMore, size);
        return new CoapMessage
        {
            Type = type,
            Code = _terms.Notifies ? CoapCode.Content : _terms.Method,
            Id = NextId(),
            Token = token,
            TokenLength = Options.TokenLength,
            Options = _terms.Notifies
                ? _terms.OfNotification(_notifications = (_notifications + 1) & SequenceMask, part)
                : _terms.OfRequest(part, type == CoapType.Confirmable),
            Payload = payload,
            Transfer = transfer,
            Content = _terms.Content,
            Block = block,
            BlockSize = size,
            Notifies = _terms.Notifies,
            Asks = _terms.Asks,
            Sequence = NextSequence(),
            Sender = Options.SenderIdLength,
        };
    }

    private void Begin(CoapMessage message, bool counts)
    {
        var exchange = _idle.TryPop(out var idle) ? idle : new CoapExchange(this);
        _open.Add(exchange);
        _counted += counts ? 1 : 0;
        exchange.Begin(message, NextTimeout(), counts);
    }

    private void End(CoapExchange exchange)
    {
        exchange.Stop();
        _open.Remove(exchange);
        _counted -= exchange.Counts ? 1 : 0;
        _idle.Push(exchange);
        _user.Settled(this);
    }

    /// <summary>Uniform from ACK_TIMEOUT to ACK_TIMEOUT · ACK_RANDOM_FACTOR.</summary>
    private Duration NextTimeout()
    {
        var draw = Link.Node.Simulation.Random.Draw(Link.Way, Timeouts, _draws++);
        return Options.AckTimeout * (1 + (Options.AckRandomFactor - 1) * draw.Uniform());
    }

    /// <summary>Octets of the next sequence number; −1 without OSCORE.</summary>
    private int NextSequence() => Options.Security == DatagramSecurity.Oscore ? OscoreSize.Sequence(_sequence++) : -1;

    private ulong NextToken()
    {
        if (_id < 0)
        {
            DrawNumbers();
        }

        return unchecked(++_token) & (Options.TokenLength == 8 ? ulong.MaxValue : (1UL << 8 * Options.TokenLength) - 1);
    }

    private int NextId()
    {
        if (_id < 0)
        {
            DrawNumbers();
        }

        _ids++;
        if (_ids % IdentifiersTogether == 0)
        {
            _left ??= new SimTime[Identifiers / IdentifiersTogether];
            _left[(_ids / IdentifiersTogether - 1) % _left.Length] = Now;
        }

        return _id = (_id + 1) % Identifiers;
    }

    /// <summary>Whether the next identifier has not been used within EXCHANGE_LIFETIME; otherwise the end wakes when that is over.</summary>
    private bool HasIdentifier()
    {
        if (_ids < Identifiers || _ids % IdentifiersTogether != 0)
        {
            return true;
        }

        var free = _left![_ids / IdentifiersTogether % _left.Length] + Options.ExchangeLifetime;
        return free <= Now || WaitUntil(free);
    }

    private void DrawNumbers()
    {
        var draw = Link.Node.Simulation.Random.Draw(Link.Way, Numbers, _association);
        _id = (int)(draw.NextBits() % Identifiers);
        _token = draw.NextBits();
    }
}

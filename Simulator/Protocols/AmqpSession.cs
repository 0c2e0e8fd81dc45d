using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>An AMQP client and the server or broker to which it connects.</summary>
internal sealed class AmqpSession : TransportSession, IEventTarget
{
    private const ushort Port = 5672;
    private const ushort SecurePort = 5671;
    private const long ConnectToken = 0;
    private const long AnswerToken = 1;
    private static readonly Purpose Start = Purpose.Named("amqp start");

    /// <summary>How long a client without idle time-out waits for an answer that is due, though transport has delivered what it asked; as for mqtt.</summary>
    private static readonly Duration AnswerTimeout = 60.Seconds;

    private readonly AmqpOptions _options;
    private readonly AmqpFrames _frames;
    private readonly bool _subscribes;
    private readonly Node _clientNode;
    private readonly Node _serverNode;
    private readonly AmqpPeer _client;
    private readonly AmqpPeer _server;
    private Reconnection? _reconnection;
    private TcpConnection? _connection;
    private Alarm? _answer;
    private bool _isOpen;
    private bool _isOpenAnswered;
    private bool _isLeaving;

    public AmqpSession(SessionPlan plan, AmqpOptions options, TlsHandshakes handshakes)
        : base(plan, options, handshakes, options.Security == Security.None ? Port : SecurePort)
    {
        _options = options;
        _subscribes = plan.ServerIsNear || plan.ServerSends;
        (_clientNode, _serverNode) = plan.ServerIsNear ? (plan.Far, plan.Near) : (plan.Near, plan.Far);
        _frames = new AmqpFrames(options, _clientNode.Entity, isSubscribedToAll: plan.ServerIsNear);
        _client = new AmqpPeer(this, _clientNode, options, _frames, isClient: true);
        _server = new AmqpPeer(this, _serverNode, options, _frames, isClient: false);
    }

    /// <summary>A client that receives stays connected whatever the option says for senders.</summary>
    private bool IsPersistent => _subscribes || _options.Connection == ConnectionLife.Persistent;

    private Reconnection Reconnection => _reconnection ??= new Reconnection(_clientNode, _serverNode, _options, this, ConnectToken);

    public override void Open()
    {
        if (_subscribes)
        {
            var draw = _clientNode.Simulation.Random.Draw(Entity.Link(_clientNode.Entity, _serverNode.Entity), Start);
            Reconnection.StartAfter(_options.ConnectWithin * draw.Uniform());
        }
    }

    public override void Recovered(Node end)
    {
        if (end != _clientNode)
        {
            return;
        }

        if (_connection is { } lost)
        {
            // It has started anew and knows of no connection; the server notices by itself.
            if (_options.Settlement == AmqpSettlement.Settled)
            {
                lost.Client.DropUndelivered(DropReason.NodeDown);
            }

            lost.Client.Forget();
            Forget();
            ConnectIfNeeded();
        }

        if (_connection is null && !Reconnection.IsWaiting)
        {
            Open();
        }
    }

    public override void Send(in Message message, Node sender)
    {
        if (sender == _clientNode)
        {
            _client.Send(message);
            AttachIfNeeded();
            ConnectIfNeeded();
            AwaitAnswer(isRestarted: false);
        }
        else if (_subscribes)
        {
            _server.Send(message);
        }
        else
        {
            throw new InvalidOperationException(
                $"The server {_serverNode.Entity} has a message for {_clientNode.Entity}, which does not receive: plan the session with ServerSends."
            );
        }
    }

    public override void Connected(TcpConnection connection)
    {
        _client.Connect(connection.Client);
        AwaitAnswer(isRestarted: true);
        if (_options.Sasl == AmqpSasl.None)
        {
            Begin();
        }
        else
        {
            _client.Write(AmqpFrames.SaslHeader());
        }
    }

    public override void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        var received = (AmqpFrame)unit;
        if (!end.IsClient && end != _server.Connection)
        {
            if (received.Kind is not (AmqpKind.SaslHeader or AmqpKind.Header))
            {
                return;
            }

            // The client has lost an earlier connection before this end noticed.
            var earlier = _server.Connection;
            _server.Disconnect();
            earlier?.Abort(DropReason.Outage);
            _server.Connect(end);
        }

        var (self, isClient) = end.IsClient ? (_client, true) : (_server, false);
        if (end != self.Connection)
        {
            return;
        }

        self.Heard();
        React(end, received, frame);
        if (isClient)
        {
            AwaitAnswer(isRestarted: true);
        }
    }

    private void React(TcpEnd end, AmqpFrame received, in Frame frame)
    {
        var (self, isClient) = end.IsClient ? (_client, true) : (_server, false);
        switch (received.Kind)
        {
            case AmqpKind.Transfer:
                Deliver(end, received, frame);
                self.Took(received);
                break;
            case AmqpKind.Disposition:
                self.Settled(received.Delivery);
                LeaveIfDone();
                break;
            case AmqpKind.Flow when isClient && _isLeaving:
                break;
            case AmqpKind.Flow:
                self.Granted(received.Credit, received.Seen);
                LeaveIfDone();
                break;
            case AmqpKind.Empty:
                break;
            default:
                if (isClient)
                {
                    Advance(end, received);
                }
                else
                {
                    Answer(received);
                }

                break;
        }
    }

    public override void PeerClosed(TcpEnd end)
    {
        end.Close();
        if (end == _server.Connection)
        {
            _server.Disconnect();
        }
        else if (end.Connection == _connection && end.IsClient)
        {
            var wasLeaving = _isLeaving;
            Forget();
            if (wasLeaving)
            {
                ConnectIfNeeded();
            }
            else
            {
                TryAgain(DropReason.Outage);
            }
        }
    }

    public override void Failed(TcpEnd end, DropReason reason)
    {
        if (_options.Settlement == AmqpSettlement.Settled)
        {
            end.DropUndelivered(reason);
        }

        if (end == _server.Connection)
        {
            _server.Disconnect();
        }
        else if (end.Connection == _connection && end.IsClient)
        {
            Forget();
            TryAgain(reason);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == ConnectToken)
        {
            _connection ??= Connect(_clientNode);
        }
        else if (_client.Connection is { Backlog: 0 } end)
        {
            end.Abort(DropReason.RetriesExhausted);
        }
        else
        {
            // Transport still repeats, and tells when it gives up.
            AwaitAnswer(isRestarted: true);
        }
    }

    /// <summary>A client without idle time-out watches whether what it asked is answered: a server that has lost the connection may not say so.</summary>
    /// <param name="isRestarted">Whether the time counts from now, not from what it asked before.</param>
    private void AwaitAnswer(bool isRestarted)
    {
        if (_options.IdleTimeout > Duration.Zero)
        {
            return;
        }

        _answer ??= new Alarm(_clientNode.Simulation, this, AnswerToken);
        if (_client.Connection is null || !(_client.HasWork || _isLeaving || !_isOpenAnswered))
        {
            _answer.Stop();
        }
        else if (isRestarted || !_answer.IsArmed)
        {
            _answer.Restart(AnswerTimeout);
        }
    }

    /// <summary>The client opens all at once, as it may: the server answers in order.</summary>
    private void Begin()
    {
        _isOpen = true;
        _client.Write(AmqpFrames.Header());
        _client.Write(_frames.Open(isClient: true));
        _client.Write(AmqpFrames.Begin(isClient: true));
        if (_subscribes)
        {
            _client.Write(_frames.Attach(isForth: false, isClient: true));
            _client.Grant(isForth: false, isEarly: true);
        }

        AttachIfNeeded();
    }

    /// <summary>The client goes on to what follows.</summary>
    private void Advance(TcpEnd end, AmqpFrame received)
    {
        switch (received.Kind)
        {
            case AmqpKind.Mechanisms:
                _client.Write(_frames.Init());
                break;
            case AmqpKind.Outcome:
                Begin();
                break;
            case AmqpKind.Open:
                _isOpenAnswered = true;
                _reconnection?.Succeeded();
                break;
            case AmqpKind.Close:
                end.Close();
                break;
            default:
                break;
        }
    }

    /// <summary>The server answers in kind.</summary>
    private void Answer(AmqpFrame received)
    {
        switch (received.Kind)
        {
            case AmqpKind.SaslHeader:
                _server.Write(AmqpFrames.SaslHeader());
                _server.Write(_frames.Mechanisms());
                break;
            case AmqpKind.Init:
                _server.Write(AmqpFrames.Outcome());
                break;
            case AmqpKind.Header:
                _server.Write(AmqpFrames.Header());
                break;
            case AmqpKind.Open:
                _server.Write(_frames.Open(isClient: false));
                break;
            case AmqpKind.Begin:
                _server.Write(AmqpFrames.Begin(isClient: false));
                break;
            case AmqpKind.Attach:
                _server.Write(_frames.Attach(received.IsForth, isClient: false));
                if (received.IsForth)
                {
                    _server.Grant(isForth: true, isEarly: false);
                }

                break;
            case AmqpKind.Detach:
                _server.Write(AmqpFrames.Detach(received.IsForth));
                break;
            case AmqpKind.End:
                _server.Write(AmqpFrames.End());
                break;
            default:
                _server.Write(AmqpFrames.Close());
                break;
        }
    }

    private void AttachIfNeeded()
    {
        if (_isOpen && !_isLeaving && !_client.IsAttached && _client.HasWork)
        {
            _client.IsAttached = true;
            _client.Write(_frames.Attach(isForth: true, isClient: true));
        }
    }

    private void LeaveIfDone()
    {
        if (IsPersistent || _isLeaving || !_client.IsAttached || _client.HasWork)
        {
            return;
        }

        _isLeaving = true;
        _client.Stop();
        _client.Write(AmqpFrames.Detach(isForth: true));
        _client.Write(AmqpFrames.End());
        _client.Write(AmqpFrames.Close());
    }

    private void TryAgain(DropReason reason)
    {
        if (!_clientNode.IsUp)
        {
            _client.Drop(DropReason.NodeDown);
            return;
        }

        if (!_subscribes && !_client.HasWork)
        {
            return;
        }

        Reconnection.TryAgain();
        if (Reconnection.HasGivenUp)
        {
            _client.Drop(reason);
            if (!_subscribes)
            {
                Reconnection.Stop();
            }
        }
    }

    private void Forget()
    {
        (_connection, _isOpen, _isOpenAnswered, _isLeaving) = (null, false, false, false);
        _client.Disconnect();
        _answer?.Stop();
    }

    private void ConnectIfNeeded()
    {
        if (_connection is null && _client.HasWork && _reconnection is not { IsWaiting: true })
        {
            _connection = Connect(_clientNode);
        }
    }
}

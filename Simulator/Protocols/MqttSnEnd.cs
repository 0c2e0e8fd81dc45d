using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>An end of a MQTT-SN session: keeps what waits, and repeats the one message that is not answered.</summary>
internal abstract class MqttSnEnd : IDatagramUser, IEventTarget
{
    private const ushort Port = 1884;
    private const int LastIdentifier = 65_535;
    private const long RetryToken = 0;
    private const int ExactlyOnce = 2;

    private readonly Alarm _retry;
    private MessageLine _waiting;
    private int _identifier;
    private int _tries;

    /// <summary>Number of the PUBLISH with QoS 2 that has been delivered and not been released; 0 for none.</summary>
    private int _unreleased;

    protected MqttSnEnd(Node node, bool isNear, MqttSnOptions options, DtlsHandshakes? handshakes)
    {
        Options = options;
        Link = new DatagramEnd(node, isNear, Port, this, options, handshakes);
        _retry = new Alarm(node.Simulation, this, RetryToken);
    }

    public DatagramEnd Link { get; }

    protected MqttSnOptions Options { get; }

    protected Node Node => Link.Node;

    protected SimTime Now => Link.Now;

    /// <summary>The message to which an answer is awaited; null if none is.</summary>
    protected MqttSnMessage? Open { get; private set; }

    /// <summary>Messages that wait [1].</summary>
    protected int Waiting => _waiting.Count;

    /// <summary>Sends a message now or as soon as possible; drops it where there is no room.</summary>
    public void Send(in Message message)
    {
        var length = MqttSnSize.Publish(PayloadEncoding.Size(message.Branch.Relation.Content, Options.Encoding));
        if (length + Link.Overhead > Datagram.Longest)
        {
            Node.Observers.Dropped(message, DropReason.TooLarge, Now);
        }
        else if (_waiting.Count >= Options.Buffer)
        {
            Node.Observers.Dropped(message, Link.Overflow, Now);
        }
        else
        {
            _waiting.Enqueue(message);
            Proceed();
        }
    }

    void IDatagramUser.Ready() => Proceed();

    void IDatagramUser.Failed(DropReason reason) => Lost(reason);

    void IDatagramUser.Received(Datagram datagram, in Frame frame)
    {
        var message = ((MqttSnDatagram)datagram).Message;
        if (Node.IsUp)
        {
            Received(message, frame);
            Proceed();
        }
        else if (message.Qos < 1)
        {
            message.Account?.Withdraw(Node, DropReason.NodeDown);
        }
    }

    void IDatagramUser.Lost(Datagram datagram, DropReason reason)
    {
        if (((MqttSnDatagram)datagram).Message is { Type: MqttSnType.Publish, Qos: < 1, Account: { } account })
        {
            account.Withdraw(Node, reason);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token != RetryToken)
        {
            Ring(token);
        }
        else if (_tries <= Options.Retries && Node.IsUp)
        {
            Open!.IsRepeated = true;
            Transmit();
        }
        else
        {
            var (message, reason) = (Open!, Node.IsUp ? Link.Exhausted : DropReason.NodeDown);
            Open = null;
            message.Account?.Withdraw(Node, reason);
            Link.Doubt();
            GaveUp(message, reason);
            Proceed();
        }
    }

    /// <summary>Does what is to be done next, as far as it may.</summary>
    protected abstract void Proceed();

    /// <summary>A message has come.</summary>
    protected abstract void Received(MqttSnMessage message, in Frame frame);

    /// <summary>Nobody answered a message.</summary>
    protected abstract void GaveUp(MqttSnMessage message, DropReason reason);

    /// <summary>The way could not be secured.</summary>
    protected abstract void Lost(DropReason reason);

    /// <summary>An alarm of the end rings.</summary>
    protected abstract void Ring(long token);

    /// <summary>Something has been sent.</summary>
    protected virtual void Sent() { }

    /// <summary>Publishes the first message that waits.</summary>
    protected void Publish(int qos)
    {
        var publish = new MqttSnMessage(MqttSnType.Publish, Options, qos > 0 ? NextIdentifier() : 0)
        {
            Account = new MessageAccount(_waiting.Dequeue()),
            Qos = qos,
        };
        if (qos > 0)
        {
            Ask(publish);
        }
        else
        {
            Write(publish);
        }
    }

    /// <summary>A PUBLISH of the other end.</summary>
    protected void Take(MqttSnMessage publish, in Frame frame)
    {
        if (publish.Qos > 0)
        {
            var answer = publish.Qos == ExactlyOnce ? MqttSnType.PublishReceived : MqttSnType.PublishAcknowledgement;
            Write(new MqttSnMessage(answer, Options, publish.Identifier));
        }

        if (publish.Qos < ExactlyOnce)
        {
            publish.Account!.Deliver(Node, frame);
        }
        else if (publish.Identifier != _unreleased)
        {
            _unreleased = publish.Identifier;
            publish.Account!.Deliver(Node, frame);
        }
    }

    /// <summary>The other end has the message of ours, and is told that it may forget its number.</summary>
    protected void Release(MqttSnMessage received)
    {
        if (Settles(received, MqttSnType.Publish))
        {
            Ask(new MqttSnMessage(MqttSnType.PublishRelease, Options, received.Identifier));
        }
    }

    /// <summary>The other end knows that we have its message; it may not know yet that we do not expect it again.</summary>
    protected void Complete(MqttSnMessage release)
    {
        _unreleased = _unreleased == release.Identifier ? 0 : _unreleased;
        Write(new MqttSnMessage(MqttSnType.PublishComplete, Options, release.Identifier));
    }

    /// <summary>Sends a message until it is answered.</summary>
    protected void Ask(MqttSnMessage message)
    {
        (Open, _tries) = (message, 0);
        Transmit();
    }

    /// <summary>Whether a message answers the open one; which is then settled.</summary>
    protected bool Settles(MqttSnMessage answer, MqttSnType question)
    {
        if (Open is not { } open || open.Type != question || open.Identifier != answer.Identifier)
        {
            return false;
        }

        Open = null;
        _retry.Stop();
        return true;
    }

    /// <summary>Does not repeat the open message until told to.</summary>
    protected void Pause() => _retry.Stop();

    /// <summary>Sends the open message again, as one that begins.</summary>
    protected void Resume()
    {
        if (Open is { } open)
        {
            open.IsRepeated = true;
            Ask(open);
        }
    }

    /// <summary>Forgets the open message.</summary>
    protected void Abandon(DropReason reason)
    {
        Open?.Account?.Withdraw(Node, reason);
        Open = null;
        _retry.Stop();
    }

    protected void DropWaiting(DropReason reason)
    {
        while (_waiting.Count > 0)
        {
            Node.Observers.Dropped(_waiting.Dequeue(), reason, Now);
        }
    }

    protected void Write(MqttSnMessage message)
    {
        if (Link.IsReady)
        {
            Link.Send(new MqttSnDatagram(message) { Sender = Link });
            Sent();
        }
        else
        {
            // An answer that cannot be secured is as good as lost; a question is repeated.
            Link.Open();
        }
    }

    protected int NextIdentifier() => _identifier = _identifier % LastIdentifier + 1;

    private void Transmit()
    {
        _tries++;
        _retry.Restart(Options.RetryTimeout);
        Write(Open!);
    }
}

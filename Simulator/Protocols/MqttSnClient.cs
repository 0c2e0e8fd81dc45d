using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>The client of a MQTT-SN session (version 1.2, section 6.14).</summary>
internal sealed class MqttSnClient : MqttSnEnd
{
    private const long KeepAliveToken = 1;
    private const long WakeToken = 2;
    private const int MostDoublings = 6;
    private static readonly Purpose Start = Purpose.Named("mqtt-sn start");

    /// <summary>From a connection that nobody answered to the next; doubled with each in a row.</summary>
    private static readonly Duration TryAgainAfter = 1.Minutes;

    private readonly bool _subscribes;
    private readonly Alarm _keepAlive;
    private readonly Alarm _wake;
    private State _state = State.Away;
    private int _failures;
    private bool _isRegistered;
    private bool _isSubscribed;
    private bool _mayConnect;

    /// <summary>Whether the gateway has our last will, or there is none to have.</summary>
    private bool _isWillKnown;

    public MqttSnClient(Node node, MqttSnOptions options, DtlsHandshakes? handshakes, bool subscribes)
        : base(node, isNear: true, options, handshakes)
    {
        _subscribes = subscribes;
        _keepAlive = new Alarm(node.Simulation, this, KeepAliveToken);
        _wake = new Alarm(node.Simulation, this, WakeToken);
    }

    private enum State
    {
        /// <summary>Not connected.</summary>
        Away,

        /// <summary>Connected.</summary>
        Active,

        /// <summary>Asleep: the gateway keeps what comes.</summary>
        Asleep,

        /// <summary>Awake for what the gateway has kept.</summary>
        Awake,
    }

    private bool Sleeps => Options.Sleep > Duration.Zero;

    /// <summary>Connects a client that is to hear something, at a random time.</summary>
    public void Begin()
    {
        if (_subscribes)
        {
            var draw = Node.Simulation.Random.Draw(Link.Way, Start);
            _wake.Restart(Options.ConnectWithin * draw.Uniform());
        }
    }

    /// <summary>Starts again after a failure with what waits; a message that was being asked about is asked about again.</summary>
    public void BeginAnew()
    {
        if (Open is not null)
        {
            return;
        }

        Link.Doubt();
        (_state, _isRegistered, _isSubscribed, _mayConnect, _isWillKnown) = (State.Away, false, false, false, false);
        _keepAlive.Stop();
        _wake.Stop();
        Begin();
        Proceed();
    }

    protected override void Proceed()
    {
        while (Open is null && Node.IsUp && HasWork)
        {
            if (!Link.IsReady)
            {
                Link.Open();
                return;
            }

            Step();
        }
    }

    protected override void Received(MqttSnMessage message, in Frame frame)
    {
        switch (message.Type)
        {
            case MqttSnType.Publish when _state == State.Asleep:
                // It does not listen; what is confirmed is repeated when it wakes.
                if (message.Qos < 1)
                {
                    message.Account!.Withdraw(Node, DropReason.Asleep);
                }

                break;
            case MqttSnType.Publish:
                Take(message, frame);
                break;
            case MqttSnType.WillTopicRequest when Settles(message, MqttSnType.Connect):
                Ask(new MqttSnMessage(MqttSnType.WillTopic, Options));
                break;
            case MqttSnType.WillMessageRequest when Settles(message, MqttSnType.WillTopic):
                Ask(new MqttSnMessage(MqttSnType.WillMessage, Options));
                break;
            case MqttSnType.ConnectAcknowledgement when Settles(message, MqttSnType.Connect) || Settles(message, MqttSnType.WillMessage):
                (_state, _failures, _mayConnect, _isWillKnown) = (State.Active, 0, false, true);
                _wake.Stop();
                break;
            case MqttSnType.RegisterAcknowledgement when Settles(message, MqttSnType.Register):
                _isRegistered = true;
                break;
            case MqttSnType.SubscribeAcknowledgement when Settles(message, MqttSnType.Subscribe):
                _isSubscribed = true;
                break;
            case MqttSnType.PublishAcknowledgement:
                Settles(message, MqttSnType.Publish);
                break;
            case MqttSnType.PublishReceived:
                Release(message);
                break;
            case MqttSnType.PublishRelease when _state != State.Asleep:
                Complete(message);
                break;
            case MqttSnType.PublishComplete:
                Settles(message, MqttSnType.PublishRelease);
                break;
            case MqttSnType.Disconnect when Settles(message, MqttSnType.Disconnect):
                FallAsleep();
                break;
            case MqttSnType.PingResponse when Settles(message, MqttSnType.PingRequest):
                if (_state == State.Awake)
                {
                    FallAsleep();
                }

                break;
        }
    }

    protected override void GaveUp(MqttSnMessage message, DropReason reason) => Leave(reason);

    protected override void Lost(DropReason reason)
    {
        Abandon(reason);
        Leave(reason);
    }

    protected override void Ring(long token)
    {
        if (!Node.IsUp)
        {
            return;
        }

        if (token == KeepAliveToken)
        {
            if (_state == State.Active && Open is null)
            {
                Ask(new MqttSnMessage(MqttSnType.PingRequest, Options));
            }
        }
        else if (_state == State.Asleep && Open is null)
        {
            _state = State.Awake;
            Ask(new MqttSnMessage(MqttSnType.PingRequest, Options) { NamesClient = true });
        }
        else if (_state == State.Away)
        {
            _mayConnect = true;
            Proceed();
        }
    }

    protected override void Sent()
    {
        if (_state == State.Active && !Sleeps)
        {
            _keepAlive.Restart(Options.KeepAlive);
        }
    }

    /// <summary>Whether there is something to do; a client that is awake for its gateway's messages first hears them all.</summary>
    private bool HasWork =>
        _state switch
        {
            State.Away => _mayConnect || (Waiting > 0 && !_wake.IsArmed) || (Waiting > 0 && Options.Qos < 0),
            State.Asleep => Waiting > 0,
            State.Active => Waiting > 0 || (_subscribes && !_isSubscribed) || Sleeps,
            _ => false,
        };

    private void Step()
    {
        if (Options.Qos < 0 && Waiting > 0)
        {
            Publish(Options.Qos);
        }
        else if (_state != State.Active)
        {
            Ask(new MqttSnMessage(MqttSnType.Connect, Options) { HasWill = Options.WillLength > 0 && !_isWillKnown });
        }
        else if (_subscribes && !_isSubscribed)
        {
            Ask(new MqttSnMessage(MqttSnType.Subscribe, Options, NextIdentifier()));
        }
        else if (Waiting > 0 && Options.Topic == MqttSnTopic.Registered && !_isRegistered)
        {
            Ask(new MqttSnMessage(MqttSnType.Register, Options, NextIdentifier()));
        }
        else if (Waiting > 0)
        {
            Publish(Options.Qos);
        }
        else
        {
            Ask(new MqttSnMessage(MqttSnType.Disconnect, Options) { Sleep = (int)Options.Sleep.TotalSeconds });
        }
    }

    private void FallAsleep()
    {
        _state = State.Asleep;
        _wake.Restart(Options.Sleep);
    }

    /// <summary>The gateway does not answer: what waits is given up, and a subscriber tries again later.</summary>
    private void Leave(DropReason reason)
    {
        (_state, _isRegistered, _isSubscribed, _mayConnect, _isWillKnown) = (State.Away, false, false, false, false);
        _keepAlive.Stop();
        _wake.Stop();
        DropWaiting(reason);
        if (_subscribes)
        {
            _wake.Restart(TryAgainAfter * (1L << Math.Min(_failures, MostDoublings)));
            _failures++;
        }
    }
}

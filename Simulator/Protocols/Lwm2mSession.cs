using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>A LwM2M device, which is the near end, and its server.</summary>
internal sealed class Lwm2mSession : Session, ICoapUser, IEventTarget
{
    private const ushort Port = 5683;
    private const ushort SecurePort = 5684;
    private const int RegisterPurpose = 0;
    private const int UpdatePurpose = 1;
    private const int RemovePurpose = 2;
    private const int ObservePurpose = 3;
    private const long DeviceToken = 0;
    private const long ExpiryToken = 1;
    private const long ObserveToken = 2;
    private const int MostDoublings = 6;
    private const string Location = "rd/5a3f";

    /// <summary>4.04: the server does not know the registration.</summary>
    private const byte NotFound = 4 << 5 | 4;
    private static readonly Purpose Start = Purpose.Named("lwm2m registration");

    /// <summary>From a registration or observation that nobody answered to the next; that of registrations doubles with each in a row.</summary>
    private static readonly Duration TryAgainAfter = 1.Minutes;

    private readonly Lwm2mOptions _options;
    private readonly CoapEnd _device;
    private readonly CoapEnd _server;
    private readonly Lwm2mBootstrap? _bootstrap;
    private readonly Alarm _deviceAlarm;
    private readonly Alarm _expiry;
    private SimTime _awakeUntil;
    private int _failures;
    private bool _isRegistered;
    private bool _isKnown;
    private bool _isAsking;

    public Lwm2mSession(SessionPlan plan, Lwm2mOptions options, DtlsHandshakes? handshakes)
        : base(plan.Near, plan.Far)
    {
        _options = options;
        var port = handshakes is null ? Port : SecurePort;
        var content = new Lwm2mContent(options.Format, options.Instance, options.Resource);
        _device = new CoapEnd(plan.Near, isNear: true, port, options, handshakes, this, DeviceTerms(content));
        _server = new CoapEnd(plan.Far, isNear: false, port, options, handshakes, this, ServerTerms(content));
        _device.Link.Connect(_server.Link, new Route(plan.Up, _server.Link));
        _server.Link.Connect(_device.Link, new Route(plan.Down, _device.Link));
        _bootstrap = options.Bootstrap ? new Lwm2mBootstrap(plan, options, handshakes, this, ServerTerms(content)) : null;
        _deviceAlarm = new Alarm(plan.Near.Simulation, this, DeviceToken);
        _expiry = new Alarm(plan.Near.Simulation, this, ExpiryToken);
    }

    private bool IsPersistent => _options.Connection == ConnectionLife.Persistent;

    private SimTime Now => Near.Simulation.Now;

    /// <summary>MAX_TRANSMIT_WAIT before the end, or half of the lifetime, so that an update arrives in time.</summary>
    private Duration UpdateAfter =>
        Duration.Max(
            _options.Lifetime / 2,
            _options.Lifetime - CoapTimes.MaxTransmitWait(_options.AckTimeout, _options.AckRandomFactor, _options.Retries)
        );

    public override void Open()
    {
        if (IsPersistent)
        {
            var draw = Near.Simulation.Random.Draw(_device.Link.Way, Start);
            _deviceAlarm.Restart(_options.RegisterWithin * draw.Uniform());
        }
    }

    public override void Recovered(Node end)
    {
        if (end == Near)
        {
            _bootstrap?.Forget();
            _device.Link.Doubt();
            (_isRegistered, _device.Observer) = (false, null);
            Open();
            if (!IsPersistent && _device.Held > 0)
            {
                Register();
            }
        }
    }

    /// <summary>The bootstrap server has written an account.</summary>
    public void Provisioned()
    {
        if (IsPersistent || _device.Held > 0)
        {
            Register();
        }
    }

    public override void Send(in Message message, Node sender)
    {
        if (sender != Near)
        {
            _server.Send(message);
            return;
        }

        _device.Send(message);
        if (!IsPersistent && !_isRegistered && !_deviceAlarm.IsArmed)
        {
            Register();
        }
    }

    bool ICoapUser.MaySend(CoapEnd end) =>
        end == _device
            ? _isRegistered && (_options.Report == Lwm2mReport.Send || _device.Observer is not null)
            : _isKnown && (!_options.QueueMode || Now < _awakeUntil);

    CoapAnswer ICoapUser.Asked(CoapEnd end, CoapControl control, ulong token)
    {
        switch (control.Purpose)
        {
            case ObservePurpose:
                _device.Observer = token;
                return new CoapAnswer(CoapCode.Content, end.NextNotification(), end.State);
            case RegisterPurpose:
                KnowDevice();
                _server.Observes = null;
                if (_options.Report == Lwm2mReport.Notify)
                {
                    // After the answer has gone.
                    Far.Simulation.After(Duration.Zero, this, ObserveToken);
                }

                return new CoapAnswer(CoapCode.Created, [.. CoapOption.Path(CoapOption.LocationPath, Location)]);
            case UpdatePurpose when _isKnown:
                KnowDevice();
                return new CoapAnswer(CoapCode.Changed, []);
            case RemovePurpose when _isKnown:
                ForgetDevice();
                return new CoapAnswer(CoapCode.Deleted, []);
            default:
                return new CoapAnswer(NotFound, []);
        }
    }

    void ICoapUser.Answered(CoapEnd end, CoapControl control, ulong token, byte code)
    {
        if (control.Purpose == ObservePurpose)
        {
            _server.Observes = token;
            return;
        }

        (_isAsking, _failures) = (false, 0);
        if (_bootstrap is { IsDone: false })
        {
            // The answer is for the device that stood here before.
            Register();
        }
        else if (control.Purpose == RemovePurpose)
        {
            LeaveServer();
        }
        else if (code == NotFound)
        {
            LeaveServer();
            Register();
        }
        else
        {
            // A device that registers per message updates too while it waits to be observed, or the server would forget it meanwhile.
            _isRegistered = true;
            _deviceAlarm.Restart(UpdateAfter);
        }
    }

    void ICoapUser.Unanswered(CoapEnd end, CoapControl control)
    {
        if (control.Purpose == ObservePurpose)
        {
            Far.Simulation.After(TryAgainAfter, this, ObserveToken);
            return;
        }

        _isAsking = false;
        if (control.Purpose == RemovePurpose)
        {
            LeaveServer();
            return;
        }

        // An update that nobody answers is no reason to leave: a new registration replaces the old one.
        _isRegistered = false;
        _deviceAlarm.Restart(TryAgainAfter * (1L << Math.Min(_failures, MostDoublings)));
        _failures++;
    }

    void ICoapUser.Heard(CoapEnd end)
    {
        if (end == _server)
        {
            _awakeUntil = Now + _options.AwakeTime;
        }
    }

    void ICoapUser.Sent(CoapEnd end) { }

    void ICoapUser.LostObserver(CoapEnd end)
    {
        // The device learns that its server has forgotten it, or cannot be reached.
        (_device.Observer, _isRegistered) = (null, false);
        if (IsPersistent || _device.Held > 0)
        {
            Register();
        }
    }

    void ICoapUser.Settled(CoapEnd end)
    {
        if (!IsPersistent && end == _device && _isRegistered && !_isAsking && _device.Held == 0)
        {
            Ask(new CoapControl(RemovePurpose, CoapCode.Delete, [.. CoapOption.Path(CoapOption.UriPath, Location)]));
        }
    }

    void IEventTarget.Fire(long token)
    {
        switch (token)
        {
            case ExpiryToken:
                ForgetDevice();
                _server.DropWaiting(DropReason.Forgotten);
                break;
            case ObserveToken when !_isKnown || _server.Observes is not null:
                break;
            case ObserveToken:
                _server.Ask(
                    new CoapControl(
                        ObservePurpose,
                        CoapCode.Get,
                        [CoapOption.Whole(CoapOption.Observe, 0), .. CoapOption.Path(CoapOption.UriPath, _options.Instance)]
                    )
                );
                break;
            default:
                if (_isRegistered)
                {
                    Ask(new CoapControl(UpdatePurpose, CoapCode.Post, [.. CoapOption.Path(CoapOption.UriPath, Location)]));
                }
                else
                {
                    Register();
                }

                break;
        }
    }

    private CoapTerms DeviceTerms(Lwm2mContent content) =>
        new(
            Notifies: _options.Report == Lwm2mReport.Notify,
            CoapCode.Post,
            [.. CoapOption.Path(CoapOption.UriPath, _options.Report == Lwm2mReport.Notify ? _options.Instance : "dp")],
            content,
            MaxAge: null,
            NoResponse: false
        );

    private CoapTerms ServerTerms(Lwm2mContent content) =>
        new(
            Notifies: false,
            _options.Command switch
            {
                Lwm2mCommand.Write => CoapCode.Put,
                Lwm2mCommand.Execute => CoapCode.Post,
                _ => CoapCode.Get,
            },
            [.. CoapOption.Path(CoapOption.UriPath, $"{_options.Instance}/{_options.Resource}")],
            content,
            MaxAge: null,
            NoResponse: false,
            Asks: _options.Command == Lwm2mCommand.Read
        );

    private void Register()
    {
        if (_isAsking || !Near.IsUp || _bootstrap is { IsUnderWay: true })
        {
            return;
        }

        if (_bootstrap is { IsDone: false })
        {
            _bootstrap.Begin();
            return;
        }

        _isRegistered = false;
        List<string> query =
        [
            $"ep={new string('d', _options.EndpointLength)}",
            $"lt={(long)_options.Lifetime.TotalSeconds}",
            "lwm2m=1.1",
            "b=U",
        ];
        if (_options.QueueMode)
        {
            query.Add("Q");
        }

        const uint LinkFormat = 40;
        Ask(
            new CoapControl(
                RegisterPurpose,
                CoapCode.Post,
                [
                    CoapOption.Text(CoapOption.UriPath, "rd"),
                    CoapOption.Whole(CoapOption.ContentFormat, LinkFormat),
                    .. query.Select(item => CoapOption.Text(CoapOption.UriQuery, item)),
                ],
                ASCII.GetBytes(_options.Objects)
            )
        );
    }

    private void Ask(CoapControl control)
    {
        _isAsking = true;
        _device.Ask(control);
    }

    /// <summary>The device is not registered any more.</summary>
    private void LeaveServer()
    {
        (_isRegistered, _device.Observer) = (false, null);
        if (IsPersistent)
        {
            return;
        }

        _deviceAlarm.Stop();
        if (_device.Held > 0)
        {
            Register();
        }
    }

    private void KnowDevice()
    {
        _isKnown = true;
        _expiry.Restart(_options.Lifetime);
    }

    /// <summary>The server drops the registration; what it has for a device that left stays until that comes back.</summary>
    private void ForgetDevice()
    {
        (_isKnown, _server.Observes) = (false, null);
        _expiry.Stop();
    }
}

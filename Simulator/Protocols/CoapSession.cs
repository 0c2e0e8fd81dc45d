using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Two ends that exchange CoAP messages.</summary>
internal sealed class CoapSession : Session, ICoapUser, IEventTarget
{
    private const ushort Port = 5683;
    private const ushort SecurePort = 5684;
    private const int ObservePurpose = 0;
    private const int PingPurpose = 1;
    private const int SetUpPurpose = 2;
    private static readonly Purpose SetUpStart = Purpose.Named("coap set-up");

    private readonly CoapOptions _options;
    private readonly CoapEnd _near;
    private readonly CoapEnd _far;
    private readonly CoapObservation? _nearObserves;
    private readonly CoapObservation? _farObserves;
    private readonly Alarm? _keepAlive;
    private readonly OneM2mParty? _primitives;
    private readonly bool _serverSends;
    private bool _isPinging;

    public CoapSession(SessionPlan plan, CoapOptions options, DtlsHandshakes? handshakes)
        : base(plan.Near, plan.Far)
    {
        (_options, _serverSends) = (options, plan.ServerSends);
        if (options.OneM2m != OneM2mUse.None)
        {
            _primitives = new OneM2mParty(options.OneM2m, plan.Near.Entity, plan.Far.Entity, options.Encoding);
        }

        List<CoapOption> before = [.. CoapOption.Path(CoapOption.UriPath, options.Path)];
        if (options.HostLength > 0)
        {
            before.Insert(0, CoapOption.Text(CoapOption.UriHost, new string('h', options.HostLength)));
        }

        var isForth = options.Observe is CoapObserve.Forth or CoapObserve.Both;
        var isBack = options.Observe is CoapObserve.Back or CoapObserve.Both;
        var port = handshakes is null ? Port : SecurePort;
        _near = new CoapEnd(plan.Near, isNear: true, port, options, handshakes, this, Terms(plan.Near, isForth));
        _far = new CoapEnd(plan.Far, isNear: false, port, options, handshakes, this, Terms(plan.Far, isBack));
        _near.Link.Connect(_far.Link, new Route(plan.Up, _far.Link));
        _far.Link.Connect(_near.Link, new Route(plan.Down, _near.Link));
        _farObserves = isForth ? new CoapObservation(_far, ObservePurpose, before, options.MaxAge) : null;
        _nearObserves = isBack && plan.ServerSends ? new CoapObservation(_near, ObservePurpose, before, options.MaxAge) : null;
        if (options.KeepAlive > Duration.Zero)
        {
            _keepAlive = new Alarm(plan.Near.Simulation, this);
        }

        CoapTerms Terms(Node sender, bool notifies) =>
            new(
                notifies,
                options.Method == CoapMethod.Put && _primitives is null ? CoapCode.Put : CoapCode.Post,
                before,
                _primitives is null
                    ? new EncodedContent(options.Encoding, options.ContentFormat)
                    : new OneM2mContent(_primitives, _primitives.IsApplication(sender)),
                (uint)options.MaxAge.TotalSeconds,
                options.NoResponse,
                Primitives: _primitives is null ? null : new OneM2mTerms(_primitives, _primitives.IsApplication(sender))
            );
    }

    public override void Open()
    {
        _farObserves?.Begin(_options.RegisterWithin);
        _nearObserves?.Begin(_options.RegisterWithin);
        if (_primitives is not null)
        {
            var draw = Near.Simulation.Random.Draw(Entity.Link(Near.Entity, Far.Entity), SetUpStart, 0);
            Near.Simulation.After(_options.RegisterWithin * draw.Uniform(), this, SetUpPurpose);
        }
    }

    public override void Send(in Message message, Node sender)
    {
        if (sender == Near)
        {
            _near.Send(message);
        }
        else if (_options.Observe is CoapObserve.Back or CoapObserve.Both && _nearObserves is null)
        {
            throw new InvalidOperationException(
                $"{Far.Entity} has a message for {Near.Entity}, which does not observe it: plan the session with ServerSends."
            );
        }
        else
        {
            _far.Send(message);
        }
    }

    bool ICoapUser.MaySend(CoapEnd end) => Observing(end) is null || end.Observer is not null;

    CoapAnswer ICoapUser.Asked(CoapEnd end, CoapControl control, ulong token)
    {
        if (control.Purpose == SetUpPurpose)
        {
            return OneM2mTerms.Answer(control.Options, []);
        }

        end.Observer = token;
        return new CoapAnswer(CoapCode.Content, end.NextNotification(), end.State);
    }

    void ICoapUser.Answered(CoapEnd end, CoapControl control, ulong token, byte code)
    {
        if (control.Purpose == PingPurpose)
        {
            _isPinging = false;
        }
        else if (control.Purpose == ObservePurpose)
        {
            ObservationOf(end).Registered(token);
        }
    }

    void ICoapUser.Unanswered(CoapEnd end, CoapControl control)
    {
        if (control.Purpose == PingPurpose)
        {
            _isPinging = false;
        }
        else if (control.Purpose == SetUpPurpose)
        {
            // Without its resources an application cannot work: it asks again.
            if (end.Link.Node.IsUp)
            {
                end.Ask(control);
            }
        }
        else
        {
            ObservationOf(end).Failed();
        }
    }

    void ICoapUser.Heard(CoapEnd end) { }

    void ICoapUser.Settled(CoapEnd end) { }

    void ICoapUser.Sent(CoapEnd end)
    {
        if (end == _near)
        {
            _keepAlive?.Restart(_options.KeepAlive);
        }
    }

    void ICoapUser.LostObserver(CoapEnd end) => end.Observer = null;

    void IEventTarget.Fire(long token)
    {
        if (token == SetUpPurpose)
        {
            SetUp();
        }
        else if (!_isPinging && Near.IsUp)
        {
            _isPinging = true;
            _near.Ask(new CoapControl(PingPurpose, CoapCode.Empty, []));
        }
    }

    /// <summary>The application asks for the resources that it needs.</summary>
    private void SetUp()
    {
        var isNear = _primitives!.IsApplication(Near);
        foreach (var request in _primitives.SetUp(receives: !isNear || _serverSends))
        {
            (isNear ? _near : _far).Ask(
                new CoapControl(
                    SetUpPurpose,
                    CoapCode.Post,
                    OneM2mTerms.OfRequest(request),
                    System.Text.Encoding.ASCII.GetBytes(request.Content)
                )
            );
        }
    }

    private CoapObservation ObservationOf(CoapEnd observer) => (observer == _near ? _nearObserves : _farObserves)!;

    /// <summary>Who observes an end; null if its messages travel as requests.</summary>
    private CoapObservation? Observing(CoapEnd end) => end == _near ? _farObserves : _nearObserves;
}

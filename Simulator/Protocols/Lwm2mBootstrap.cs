using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>A device and its LwM2M bootstrap server, which stands at the far end too and has an association of its own.</summary>
/// <remarks>
/// Modelled: the bootstrap that the client begins: request, removal of what the Security object held, writing of an account, finish; each in turn and confirmed.
/// A device that hears nothing for EXCHANGE_LIFETIME asks anew. Left out: discovery and reading by the bootstrap server, the bootstrap that the server begins,
/// bootstrap packs (1.2). Sources: OMA LwM2M 1.1 Core, section 6.1, and Transport, section 6.4.3 (from memory); order of operations and patience as in Leshan and
/// Wakaama (from memory). Validated by <c>Lwm2mBootstrapTests</c> and <c>m2miot validate lwm2m</c>.
/// </remarks>
internal sealed class Lwm2mBootstrap : ICoapUser, IEventTarget
{
    /// <summary>The standard leaves the port open; these are those of Leshan's bootstrap server, so that it can share a host with the LwM2M server.</summary>
    private const ushort Port = 5783;
    private const ushort SecurePort = 5784;
    private const int Association = 1;
    private const long NextToken = 0;
    private const long PatienceToken = 1;
    private const long FinishedToken = 2;
    private const int RequestPurpose = 0;
    private const int OperationPurpose = 1;
    private const int FinishPurpose = 2;
    private const uint Tlv = 11_542;
    private const int MostDoublings = 6;

    /// <summary>From a bootstrap that came to nothing to the next; doubled with each in a row.</summary>
    private static readonly Duration TryAgainAfter = 1.Minutes;

    private readonly Lwm2mOptions _options;
    private readonly Lwm2mSession _session;
    private readonly CoapEnd _device;
    private readonly CoapEnd _server;
    private readonly CoapControl[] _operations;
    private readonly Alarm _patience;
    private int _step;
    private int _failures;

    public Lwm2mBootstrap(SessionPlan plan, Lwm2mOptions options, DtlsHandshakes? handshakes, Lwm2mSession session, CoapTerms terms)
    {
        (_options, _session, _operations) = (options, session, Operations(options));
        var port = handshakes is null ? Port : SecurePort;
        _device = new CoapEnd(plan.Near, isNear: true, port, options, handshakes, this, terms, Association);
        _server = new CoapEnd(plan.Far, isNear: false, port, options, handshakes, this, terms, Association);
        _device.Link.Connect(_server.Link, new Route(plan.Up, _server.Link));
        _server.Link.Connect(_device.Link, new Route(plan.Down, _device.Link));
        _patience = new Alarm(plan.Near.Simulation, this, PatienceToken);
    }

    /// <summary>Whether the device has an account.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether the device has asked for one, or is going to.</summary>
    public bool IsUnderWay { get; private set; }

    private Node Near => _device.Link.Node;

    /// <summary>The device asks for an account.</summary>
    public void Begin()
    {
        IsUnderWay = true;
        var name = $"ep={new string('d', _options.EndpointLength)}";
        _device.Ask(
            new CoapControl(
                RequestPurpose,
                CoapCode.Post,
                [CoapOption.Text(CoapOption.UriPath, "bs"), CoapOption.Text(CoapOption.UriQuery, name)]
            )
        );
    }

    /// <summary>Another device stands at the near end, without account and keys.</summary>
    public void Forget()
    {
        IsDone = false;
        _device.Link.Doubt();
    }

    /// <summary>Octets of the longest write [B].</summary>
    public static int LongestWrite(Lwm2mOptions options) => Operations(options).Max(operation => operation.Payload.Length);

    bool ICoapUser.MaySend(CoapEnd end) => false;

    CoapAnswer ICoapUser.Asked(CoapEnd end, CoapControl control, ulong token)
    {
        if (end == _server)
        {
            // After the answer has gone.
            _step = 0;
            Near.Simulation.After(Duration.Zero, this, NextToken);
        }
        else if (control.Purpose == FinishPurpose)
        {
            _patience.Stop();
            Near.Simulation.After(Duration.Zero, this, FinishedToken);
        }
        else
        {
            BePatient();
        }

        return new CoapAnswer(control.Code == CoapCode.Delete ? CoapCode.Deleted : CoapCode.Changed, []);
    }

    void ICoapUser.Answered(CoapEnd end, CoapControl control, ulong token, byte code)
    {
        if (end == _device)
        {
            BePatient();
        }
        else if (_step < _operations.Length && control == _operations[_step])
        {
            _step++;
            AskNext();
        }
    }

    void ICoapUser.Unanswered(CoapEnd end, CoapControl control)
    {
        // A server that gets no answer leaves it at that: the device asks anew, unless it has its account though no answer to its request came.
        if (end == _device && !IsDone)
        {
            TryAgain();
        }
    }

    void ICoapUser.Settled(CoapEnd end) { }

    void ICoapUser.Heard(CoapEnd end) { }

    void ICoapUser.Sent(CoapEnd end) { }

    void ICoapUser.LostObserver(CoapEnd end) { }

    void IEventTarget.Fire(long token)
    {
        switch (token)
        {
            case NextToken:
                AskNext();
                break;
            case FinishedToken when !IsDone:
                (IsDone, IsUnderWay, _failures) = (true, false, 0);
                _session.Provisioned();
                break;
            case PatienceToken when Near.IsUp && !IsDone:
                Begin();
                break;
            case PatienceToken:
                IsUnderWay = false;
                break;
        }
    }

    private void BePatient()
    {
        if (!IsDone)
        {
            _patience.Restart(_options.ExchangeLifetime);
        }
    }

    private void TryAgain()
    {
        _patience.Restart(TryAgainAfter * (1L << Math.Min(_failures, MostDoublings)));
        _failures++;
    }

    private void AskNext()
    {
        if (_step < _operations.Length)
        {
            _server.Ask(_operations[_step]);
        }
    }

    private static CoapControl[] Operations(Lwm2mOptions options)
    {
        var account = new Lwm2mAccount(options);
        return
        [
            new CoapControl(OperationPurpose, CoapCode.Delete, [CoapOption.Text(CoapOption.UriPath, "0")]),
            Write("0/1", account.Security()),
            Write("1/0", account.Server()),
            new CoapControl(FinishPurpose, CoapCode.Post, [CoapOption.Text(CoapOption.UriPath, "bs")]),
        ];
    }

    private static CoapControl Write(string path, byte[] content) =>
        new(
            OperationPurpose,
            CoapCode.Put,
            [.. CoapOption.Path(CoapOption.UriPath, path), CoapOption.Whole(CoapOption.ContentFormat, Tlv)],
            content
        );
}

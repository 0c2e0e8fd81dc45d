using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>The requests of one end, one at a time, and what the other end keeps until it is asked.</summary>
internal sealed class HttpLane(HttpSession session, Node client, Node server, HttpOptions options, OneM2mParty? primitives, bool receives)
    : IEventTarget
{
    private const long ReconnectToken = 0;
    private const long ResponseToken = 1;
    private const long IdleToken = 2;
    private const long PollToken = 3;
    private const long SetUpToken = 4;
    private static readonly Purpose Phase = Purpose.Named("http poll");
    private static readonly Purpose Start = Purpose.Named("http set-up");

    /// <summary>Applications set their resources up at random within this of the start, so that a fleet does not do so in step.</summary>
    private static readonly Duration SetUpWithin = 1.Seconds;
    private readonly Queue<OneM2mRequest> _setUp = new();
    private MessageLine _waiting;
    private MessageLine _kept;
    private Reconnection? _reconnection;
    private Alarm? _timeout;
    private Alarm? _idle;
    private TcpConnection? _connection;
    private HttpDialect? _dialect;
    private bool _isConnected;
    private bool _mustPoll;

    /// <summary>The request of which no response has come; goes again over the next connection.</summary>
    private HttpUnit? _open;
    private bool _isWritten;

    /// <summary>The response by which a kept message travels, until the client asks for the next one.</summary>
    private HttpUnit? _fetched;

    /// <summary>The account of the message that came last.</summary>
    private StreamUnit? _received;

    private DropReason? Stopped => client.IsUp ? null : DropReason.NodeDown;

    private bool HasWork => _open is not null || _waiting.Count > 0 || _setUp.Count > 0 || _mustPoll;

    /// <summary>Begins to ask for messages, where it is to.</summary>
    public void Open()
    {
        if (options.Poller != HttpPoller.None)
        {
            var draw = client.Simulation.Random.Draw(Entity.Link(client.Entity, server.Entity), Phase, 0);
            client.Simulation.After(options.PollInterval * draw.Uniform(), this, PollToken);
        }
    }

    /// <summary>Makes the resources that it needs, if it is an application of oneM2M.</summary>
    public void SetUp()
    {
        if (primitives is not null && primitives.IsApplication(client))
        {
            var draw = client.Simulation.Random.Draw(Entity.Link(client.Entity, server.Entity), Start, 0);
            client.Simulation.After(SetUpWithin * draw.Uniform(), this, SetUpToken);
        }
    }

    /// <summary>The client writes a message to the server.</summary>
    public void Send(in Message message)
    {
        if (_waiting.Count + (_open is { CarriesMessage: true } ? 1 : 0) >= options.Buffer)
        {
            client.Observers.Dropped(message, session.Overflow(client), client.Simulation.Now);
            return;
        }

        _waiting.Enqueue(message);
        Continue();
    }

    /// <summary>The server keeps a message until the client asks.</summary>
    public void Keep(in Message message)
    {
        if (_kept.Count + (_fetched is null ? 0 : 1) >= options.Buffer)
        {
            server.Observers.Dropped(message, session.Overflow(server), server.Simulation.Now);
        }
        else
        {
            _kept.Enqueue(message);
        }
    }

    public void Connected()
    {
        _isConnected = true;
        _reconnection?.Succeeded();
        if (_dialect!.Preface() is { } preface)
        {
            _connection!.Client.Write(preface);
        }

        Continue();
    }

    /// <summary>A unit has arrived at one of the ends.</summary>
    public void Received(TcpEnd end, HttpUnit unit)
    {
        if (end.Connection != _connection)
        {
            return;
        }

        switch (unit.Kind)
        {
            case HttpUnitKind.Write or HttpUnitKind.SetUp or HttpUnitKind.Poll:
                Answer(end, unit);
                break;
            case HttpUnitKind.Response:
                Answered(unit);
                break;
            default:
                foreach (var answer in _dialect!.Answers(unit))
                {
                    end.Write(answer);
                }

                break;
        }
    }

    /// <summary>The server has closed, or has answered that it does: a request that it did not answer goes over the next connection.</summary>
    public void Closed(TcpConnection connection)
    {
        if (connection == _connection)
        {
            Forget();
            Continue();
        }
    }

    /// <summary>The server's end of a connection has failed.</summary>
    public void Lost(TcpConnection connection)
    {
        if (connection == _connection)
        {
            _idle?.Stop();
        }
    }

    public void Failed(TcpEnd end, DropReason reason)
    {
        if (end.Connection != _connection)
        {
            return;
        }

        Forget();
        if (!client.IsUp)
        {
            GiveUp(DropReason.NodeDown);
        }
        else if (HasWork)
        {
            _reconnection ??= new Reconnection(client, server, options, this, ReconnectToken);
            _reconnection.TryAgain();
            if (_reconnection.HasGivenUp)
            {
                GiveUp(Stopped ?? reason);
            }
        }
    }

    void IEventTarget.Fire(long token)
    {
        switch (token)
        {
            case ResponseToken:
                _connection!.Client.Abort(DropReason.RetriesExhausted);
                break;
            case IdleToken:
                CloseIdle();
                break;
            case SetUpToken:
                foreach (var request in primitives!.SetUp(receives))
                {
                    _setUp.Enqueue(request);
                }

                Continue();
                break;
            case PollToken:
                if (client.IsUp)
                {
                    _mustPoll = true;
                    client.Simulation.After(options.PollInterval, this, PollToken);
                    Continue();
                }

                break;
            default:
                Continue();
                break;
        }
    }

    /// <summary>Writes the next request, if there is one and nothing is open, or connects to do so.</summary>
    private void Continue()
    {
        if (!HasWork || _isWritten)
        {
            return;
        }

        if (_isConnected)
        {
            Write(
                _open is null ? NextRequest()
                : _open.CarriesMessage ? WriteRequest(_open.Message, _open.Account)
                : _open.Kind == HttpUnitKind.SetUp ? SetUpRequest(_open.Primitive!)
                : PollRequest()
            );
        }
        else if (_connection is null && _reconnection is not { IsWaiting: true })
        {
            _dialect = HttpDialect.Of(options);
            _connection = session.Connect(client);
        }
    }

    private HttpUnit NextRequest() =>
        _setUp.Count > 0 ? SetUpRequest(_setUp.Dequeue())
        : _waiting.Count > 0 ? WriteRequest(_waiting.Dequeue(), null)
        : PollRequest();

    private HttpUnit SetUpRequest(OneM2mRequest primitive) =>
        new(
            HttpUnitKind.SetUp,
            _dialect!.Request("POST", primitive.To, System.Text.Encoding.ASCII.GetBytes(primitive.Content), primitive),
            $"HTTP POST {primitive.Title}"
        )
        {
            Primitive = primitive,
        };

    private HttpUnit WriteRequest(in Message message, StreamUnit? original)
    {
        var method = options.Method == HttpMethod.Put ? "PUT" : "POST";
        var primitive = primitives?.Carry(message, primitives.IsApplication(client));
        if (primitive is not null)
        {
            method = $"POST {primitive.Title}";
        }

        var octets = primitive is null
            ? _dialect!.Request(method, options.Path, Body(message))
            : _dialect!.Request("POST", primitive.To, System.Text.Encoding.ASCII.GetBytes(primitive.Content), primitive);
        var beginning = _dialect.BeginningOfRequest(octets);
        return new HttpUnit(HttpUnitKind.Write, octets[beginning..], beginning > 0 ? $"HTTP {method} body" : $"HTTP {method}")
        {
            Primitive = primitive,
            Beginning = Beginning(octets, beginning, $"HTTP {method}"),
            Message = message,
            CarriesMessage = true,
            Original = original,
        };
    }

    private HttpUnit PollRequest()
    {
        _mustPoll = false;
        return new HttpUnit(HttpUnitKind.Poll, _dialect!.Request("GET", options.Path, null), "HTTP GET") { Fetched = _received };
    }

    private void Write(HttpUnit request)
    {
        (_open, _isWritten) = (request, true);
        _idle?.Stop();
        _timeout ??= new Alarm(client.Simulation, this, ResponseToken);
        _timeout.Restart(options.ResponseTimeout);
        WriteWhole(_connection!.Client, request);
    }

    private static void WriteWhole(TcpEnd end, HttpUnit unit)
    {
        if (unit.Beginning is { } beginning)
        {
            end.Write(beginning);
        }

        end.Write(unit);
    }

    private static HttpUnit? Beginning(byte[] octets, int length, string title) =>
        length > 0 ? new HttpUnit(HttpUnitKind.Beginning, octets[..length], title) : null;

    /// <summary>The server answers.</summary>
    private void Answer(TcpEnd end, HttpUnit request)
    {
        if (request.Primitive is { } primitive)
        {
            WriteWhole(end, Response(request, new OneM2mResponse(primitive)));
        }
        else if (request.Kind == HttpUnitKind.Write)
        {
            var length = options.Status == HttpStatus.NoContent ? 0 : options.ResponseLength;
            var body = new byte[length];
            Array.Fill(body, (byte)'-');
            WriteWhole(end, Response(request, options.Status, body, null, null));
        }
        else
        {
            WriteWhole(end, AnswerPoll(request));
        }

        if (options.Server == HttpServerProfile.Werkzeug)
        {
            end.Close();
        }

        if (options.Connection == ConnectionLife.Persistent && options.IdleTimeout > Duration.Zero)
        {
            _idle ??= new Alarm(server.Simulation, this, IdleToken);
            _idle.Restart(options.IdleTimeout);
        }
    }

    private HttpUnit AnswerPoll(HttpUnit request)
    {
        if (_fetched is not null && request.Fetched == _fetched.Account)
        {
            _fetched = null;
        }

        if (_fetched is not null)
        {
            _fetched = Response(request, HttpStatus.Ok, Body(_fetched.Message), _fetched.Message, _fetched.Account);
        }
        else if (_kept.Count > 0)
        {
            var message = _kept.Dequeue();
            _fetched = Response(request, HttpStatus.Ok, Body(message), message, null);
        }

        return _fetched ?? Response(request, HttpStatus.NoContent, [], null, null);
    }

    private HttpUnit Response(HttpUnit request, OneM2mResponse primitive) =>
        Response(request, primitive.HttpStatus, [], null, null, primitive);

    private HttpUnit Response(
        HttpUnit request,
        HttpStatus status,
        byte[] body,
        Message? message,
        StreamUnit? original,
        OneM2mResponse? primitive = null
    )
    {
        var octets = _dialect!.Response((int)status, body, server.Simulation.Now, primitive);
        var beginning = _dialect.BeginningOfResponse(octets);
        var title = $"HTTP {HttpFields.Text((int)status)}";
        return new HttpUnit(HttpUnitKind.Response, octets[beginning..], beginning > 0 ? $"{title} fields" : title)
        {
            Beginning = Beginning(octets, beginning, title),
            Request = request,
            Message = message ?? default,
            CarriesMessage = message is not null,
            Original = original,
        };
    }

    /// <summary>The client has its response.</summary>
    private void Answered(HttpUnit response)
    {
        if (response.Request != _open)
        {
            return;
        }

        (_open, _isWritten) = (null, false);
        _timeout!.Stop();
        if (response.CarriesMessage)
        {
            _received = response.Account;
            _mustPoll = true;
        }

        if (options.Connection == ConnectionLife.PerMessage)
        {
            _isConnected = false;
            _connection!.Client.Close();
        }
        else
        {
            Continue();
        }
    }

    private void CloseIdle()
    {
        if (_connection is not { Server.IsClosing: false } idle)
        {
            return;
        }

        if (_dialect!.Farewell() is { } farewell)
        {
            idle.Server.Write(farewell);
        }

        idle.Server.Close();
    }

    private void GiveUp(DropReason reason)
    {
        _reconnection?.Stop();
        _open?.Withdraw(client, reason);
        (_open, _mustPoll) = (null, false);
        while (_waiting.Count > 0)
        {
            client.Observers.Dropped(_waiting.Dequeue(), reason, client.Simulation.Now);
        }
    }

    private void Forget()
    {
        (_connection, _isConnected, _isWritten) = (null, false, false);
        _timeout?.Stop();
        _idle?.Stop();
    }

    private byte[] Body(in Message message)
    {
        var content = message.Branch.Relation.Content;
        var body = new byte[PayloadEncoding.Size(content, options.Encoding)];
        PayloadEncoding.Write(content, options.Encoding, PayloadEncoding.Seed(message), body);
        return body;
    }
}

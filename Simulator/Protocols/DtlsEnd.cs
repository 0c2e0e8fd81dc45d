using System.Buffers.Binary;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>One end of a DTLS association: shakes hands, repeats flights that are not answered, and knows by which keys records are protected.</summary>
/// <remarks>
/// The state machine of RFC 6347, section 4.2.4: who waits for a flight repeats its own when its timer rings or when the flight before it comes again.
/// Whoever has something to send and no association begins. A handshake that both ends begin at once goes on as that of the near end.
/// </remarks>
internal sealed class DtlsEnd(DatagramEnd link, DatagramOptions options, DtlsHandshakes handshakes) : IEventTarget
{
    public const byte Handshake = 22;
    private const byte Application = 23;
    private const long TimeoutToken = 0;
    private const long WorkToken = 1;
    private const int Nothing = -1;

    private Alarm? _timer;
    private DtlsHandshake? _handshake;
    private SimTime _lastSent;
    private int _number;
    private int _begun;
    private int _heard;
    private int _awaited = Nothing;
    private int _received = Nothing;
    private int _sent = Nothing;
    private int _parts;
    private int _tries;
    private bool _isClient;
    private bool _isShaking;
    private bool _isKnown;
    private bool _isWanted;

    /// <summary>Number of the association; 0 for none.</summary>
    public int Association { get; private set; }

    /// <summary>Octets that a record adds [B].</summary>
    public int Overhead { get; } = handshakes.For(isKnown: false).RecordOverhead;

    public bool HasConnectionId => options.ConnectionId > 0;

    /// <summary>Whether records can be sent.</summary>
    public bool IsReady => Association != 0 && !(_isShaking && _isClient) && !HasLostAddress;

    /// <summary>The near end stands behind translators, which forget it when it is silent.</summary>
    private bool HasLostAddress =>
        !HasConnectionId && link.IsNear && options.HandshakeAfter > Duration.Zero && link.Now - _lastSent > options.HandshakeAfter;

    /// <summary>Puts a record around a datagram.</summary>
    public void Protect(Datagram datagram)
    {
        datagram.Association = Association;
        datagram.Overhead = Overhead;
        _lastSent = link.Now;
    }

    /// <summary>Begins a handshake unless one is going on; after one of the other end that fails, its own.</summary>
    public void Begin()
    {
        if (_isShaking)
        {
            _isWanted = !_isClient;
        }
        else
        {
            // The near end counts by odd numbers, the far end by even ones: each number once.
            _begun++;
            Start(2 * _begun + (link.IsNear ? 1 : 0), handshakes.For(_isKnown), isClient: true);
            SendFlight(0);
            Await(1);
        }
    }

    /// <summary>The association is in doubt.</summary>
    public void Forget()
    {
        if (!_isShaking)
        {
            Association = 0;
        }
    }

    public void Receive(DtlsDatagram flight)
    {
        if (flight.Flight == 0 && IsNew(flight))
        {
            _heard = flight.Number;
            Start(flight.Number, flight.Handshake, isClient: false);
            _awaited = 0;
        }

        if (_handshake is null || flight.Number != _number)
        {
            return;
        }

        if (flight.Flight == _awaited)
        {
            _parts |= 1 << flight.Part;
            if (_parts == (1 << _handshake.Datagrams[_awaited].Count) - 1)
            {
                Advance();
            }
        }
        else if (flight.Flight == _received && flight.Part == 0 && _sent > _received)
        {
            SendFlight(_sent);
        }
    }

    void IEventTarget.Fire(long token)
    {
        if (token == WorkToken)
        {
            if (_isShaking && _received == _handshake!.ServerFlight)
            {
                Continue();
            }
        }
        else if (_tries < options.HandshakeRetries && link.Node.IsUp)
        {
            _tries++;
            SendFlight(_sent);
            RestartTimer();
        }
        else
        {
            GiveUp(link.Node.IsUp ? link.Exhausted : DropReason.NodeDown);
        }
    }

    public void WriteRecord(int content, Span<byte> destination) => WriteRecord(Application, destination, content + Overhead);

    /// <summary>Writes a header of DTLS 1.2; what follows is filled with octets that look random, as is what only the ends can read.</summary>
    public static void WriteRecord(byte type, Span<byte> destination, int length)
    {
        Fill(destination[..length]);
        destination[0] = type;
        if (length > 13)
        {
            BinaryPrimitives.WriteUInt16BigEndian(destination[1..], 0xFEFD);
            BinaryPrimitives.WriteUInt16BigEndian(destination[11..], (ushort)(length - 13));
        }
    }

    /// <summary>Octets that look random, the same for the same length.</summary>
    public static void Fill(Span<byte> destination)
    {
        var state = unchecked((uint)(destination.Length * 2654435761u) | 1);
        foreach (ref var octet in destination)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            octet = (byte)(state >> 24);
        }
    }

    /// <summary>Whether a hello begins a handshake to be answered: not an old one, nor one against which the near end's own stands.</summary>
    private bool IsNew(DtlsDatagram hello) => hello.Number > _heard && !(_isShaking && _isClient && link.IsNear);

    private void Start(int number, DtlsHandshake handshake, bool isClient)
    {
        (_number, _handshake, _isClient, _isShaking) = (number, handshake, isClient, true);
        (_awaited, _received, _sent, _parts, _tries) = (Nothing, Nothing, Nothing, 0, 0);
        _timer?.Stop();
    }

    private void Advance()
    {
        var handshake = _handshake!;
        (_received, _awaited, _parts, _tries) = (_awaited, Nothing, 0, 0);
        _timer?.Stop();
        if (_isClient && _received == handshake.ServerFlight && handshake.HasPublicKeys && options.HandshakeWork > Duration.Zero)
        {
            link.Node.Simulation.After(options.HandshakeWork, this, WorkToken);
        }
        else
        {
            Continue();
        }
    }

    private void Continue()
    {
        var handshake = _handshake!;
        var next = _received + 1;
        if (next < handshake.Datagrams.Count)
        {
            SendFlight(next);
            if (next + 1 < handshake.Datagrams.Count)
            {
                Await(next + 1);
            }
        }

        if (_received == (_isClient ? handshake.ClientReady : handshake.ServerReady))
        {
            (Association, _isKnown, _isShaking, _isWanted) = (_number, true, false, false);
            link.BecomeReady();
        }
    }

    private void Await(int flight)
    {
        _awaited = flight;
        RestartTimer();
    }

    private void RestartTimer()
    {
        _timer ??= new Alarm(link.Node.Simulation, this, TimeoutToken);
        _timer.Restart(Duration.Min(options.HandshakeTimeout * (1L << Math.Min(_tries, 30)), options.HandshakeMaximum));
    }

    private void SendFlight(int flight)
    {
        _sent = flight;
        _lastSent = link.Now;
        for (var part = 0; part < _handshake!.Datagrams[flight].Count; part++)
        {
            link.Emit(new DtlsDatagram(_handshake, _number, flight, part) { Sender = link });
        }
    }

    /// <summary>A client whose last flight is not acknowledged does not know what the server has; a server lives on with what it had.</summary>
    private void GiveUp(DropReason reason)
    {
        (_handshake, _isShaking, _awaited) = (null, false, Nothing);
        if (_isClient)
        {
            Association = 0;
            link.Fail(reason);
        }
        else if (_isWanted)
        {
            _isWanted = false;
            Begin();
        }
    }
}

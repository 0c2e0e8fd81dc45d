using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>TLS between a TCP connection and the applications at its ends.</summary>
/// <remarks>Each unit that an application writes travels in records of its own, as libraries send what is written at once.</remarks>
/// <param name="user">The applications.</param>
/// <param name="handshake">The handshake with which the connection begins.</param>
/// <param name="work">Time for which the client computes in a full handshake.</param>
internal sealed class TlsLayer(ITransportUser user, TlsHandshake handshake, Duration work) : ITransportUser, IEventTarget
{
    private const int ClientHello = 0;
    private const int ServerFlight = 1;
    private const int ClientFlight = 2;
    private const int LastFlight = 3;
    private const int Alert = -1;
    private TcpConnection? _connection;
    private bool _isReady;

    public bool IsListening => user.IsListening;

    /// <summary>Octets that records add to a unit [B].</summary>
    public int Overhead(StreamUnit unit) =>
        unit is TlsFlight ? 0 : (unit.Length + TlsRecord.LongestContent - 1) / TlsRecord.LongestContent * handshake.RecordOverhead;

    /// <summary>The alert before the end of a stream; null while the handshake goes on.</summary>
    public StreamUnit? Farewell() => _isReady ? new TlsFlight(Alert, [handshake.Farewell]) : null;

    /// <summary>Writes the records of a unit.</summary>
    public void Write(StreamUnit unit, Span<byte> destination)
    {
        var left = unit.Length;
        while (left > 0)
        {
            var content = Math.Min(left, TlsRecord.LongestContent);
            var record = new TlsRecord(TlsRecord.Application, content + handshake.RecordOverhead);
            record.Write(destination);
            destination = destination[record.Length..];
            left -= content;
        }
    }

    public void Connected(TcpConnection connection)
    {
        _connection = connection;
        WriteFlight(connection.Client, ClientHello);
    }

    public void Received(TcpEnd end, StreamUnit unit, in Frame frame)
    {
        if (unit is not TlsFlight flight)
        {
            user.Received(end, unit, frame);
        }
        else if (flight.Number == ServerFlight && handshake.IsFull && work > Duration.Zero)
        {
            end.Node.Simulation.After(work, this);
        }
        else if (flight.Number == LastFlight)
        {
            Ready();
        }
        else if (flight.Number == ServerFlight)
        {
            Answer();
        }
        else if (flight.Number is ClientHello or ClientFlight)
        {
            WriteFlight(end, flight.Number + 1);
        }
    }

    public void PeerClosed(TcpEnd end) => user.PeerClosed(end);

    public void Failed(TcpEnd end, DropReason reason) => user.Failed(end, reason);

    void IEventTarget.Fire(long token)
    {
        if (!_connection!.Client.IsClosed)
        {
            Answer();
        }
    }

    private void Answer()
    {
        WriteFlight(_connection!.Client, ClientFlight);
        if (handshake.IsClientReadyEarly)
        {
            Ready();
        }
    }

    private void Ready()
    {
        if (!_isReady)
        {
            _isReady = true;
            user.Connected(_connection!);
        }
    }

    private void WriteFlight(TcpEnd end, int number)
    {
        if (handshake.Flights[number].Count > 0)
        {
            end.Write(new TlsFlight(number, handshake.Flights[number]));
        }
    }
}

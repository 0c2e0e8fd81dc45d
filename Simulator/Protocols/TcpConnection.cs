using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A TCP connection (RFC 9293) between two nodes, exact in octets and packets for exchanges of small messages.</summary>
/// <remarks>
/// <para>Modelled: three-way handshake with its options; segments of at most the maximum size; cumulative acknowledgements under a named
/// policy (<see cref="AcknowledgementPolicy"/>); the Nagle algorithm; round trips by time stamps (RFC 7323) or by Karn's rule; time-outs
/// (RFC 6298) with limited repetitions, also of the connection request; slow start, congestion avoidance (RFC 5681), an initial window of ten
/// segments (RFC 6928), fast retransmit and NewReno recovery (RFC 6582); pieces beyond gaps kept by the receiver and reported in
/// selective acknowledgements (RFC 2018, 2883); keep-alive probes; orderly close, with a limit on waiting for the other end's; resets: by an
/// end that aborts, and in answer to segments of a connection that is no longer known.</para>
/// <para>Left out: use of selective acknowledgements by the sender, tail loss probes, limited transmit, receiver windows (applications
/// read at once), urgent data, explicit congestion notification, path MTU discovery. The least time-out is a floor of the variation's part,
/// as in Linux (see <see cref="RoundTripEstimator"/>); the RFC puts 1 s below the whole. Time-wait costs nothing, as nobody reuses port numbers that soon.</para>
/// <para>Sources: the RFCs named; packet counts measured with tcpdump on Linux 6.18. Validated by <c>TcpTests</c>, <c>PushTests</c> and
/// <c>m2miot validate mqtt</c>.</para>
/// </remarks>
internal sealed class TcpConnection
{
    private readonly TlsLayer? _security;

    /// <param name="client">The node that asks for the connection.</param>
    /// <param name="server">The node that listens.</param>
    /// <param name="towardsServer">From client to server.</param>
    /// <param name="towardsClient">And back.</param>
    /// <param name="user">The applications at both ends.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="number">Which connection of this client, for its port number.</param>
    /// <param name="port">Port on which the server listens.</param>
    /// <param name="handshake">The security handshake with which it begins; null for none.</param>
    public TcpConnection(
        Node client,
        Node server,
        Route towardsServer,
        Route towardsClient,
        ITransportUser user,
        TransportOptions options,
        int number,
        ushort port,
        TlsHandshake? handshake = null
    )
    {
        (Options, ServerPort) = (options, port);
        _security = handshake is null ? null : new TlsLayer(user, handshake, options.HandshakeWork);
        User = _security ?? user;
        ClientPort = InternetAddress.Port(client.Entity, number);
        Client = new TcpEnd(this, client, towardsServer, isClient: true);
        Server = new TcpEnd(this, server, towardsClient, isClient: false);
        Client.Open();
    }

    public TcpEnd Client { get; }

    public TcpEnd Server { get; }

    public ITransportUser User { get; }

    public TransportOptions Options { get; }

    public ushort ClientPort { get; }

    public ushort ServerPort { get; }

    /// <summary>Octets that security adds to a unit [B].</summary>
    public int Overhead(StreamUnit unit) => _security?.Overhead(unit) ?? 0;

    /// <summary>What security sends before the end of a stream; null for nothing.</summary>
    public StreamUnit? Farewell() => _security?.Farewell();

    /// <summary>Writes the octets of a unit as they travel.</summary>
    public void Write(StreamUnit unit, Span<byte> destination)
    {
        if (unit.Overhead > 0)
        {
            _security!.Write(unit, destination);
        }
        else
        {
            unit.Write(destination);
        }
    }
}

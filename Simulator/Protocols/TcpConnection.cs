using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>A TCP connection (RFC 9293) between two nodes, exact in octets and packets for exchanges of small messages.</summary>
/// <remarks>
/// <para>Modelled: three-way handshake, segments of at most the maximum size, cumulative acknowledgements, the Nagle algorithm, time stamps
/// (RFC 7323) as the source of round trips, retransmission time-outs (RFC 6298), limited repetitions, orderly close with
/// time-wait. Acknowledgements as measured on Linux 6.18: at once for the first data segment of a connection and for every second one
/// not yet acknowledged, otherwise delayed or along with data.</para>
/// <para>Window: ten segments (RFC 6928); after a time-out one, growing by one per acknowledgement. Lost segments are repeated from
/// the first one on (go-back-N), as the receiver keeps nothing beyond a gap. Left out: fast retransmit and selective
/// acknowledgements, congestion avoidance beyond ten segments, receiver windows, keep-alive probes, resets. When one end gives up,
/// both know: the simulator spares the other its own time-outs.</para>
/// <para>Sources: the RFCs named; packet counts measured with tcpdump on Linux 6.18. Validated by <c>TcpTests</c> and <c>MqttTests</c>.</para>
/// </remarks>
internal sealed class TcpConnection
{
    /// <param name="client">The node that asks for the connection.</param>
    /// <param name="server">The node that listens.</param>
    /// <param name="towardsServer">From client to server.</param>
    /// <param name="towardsClient">And back.</param>
    /// <param name="user">The applications at both ends.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="number">Which connection of this client, for its port number.</param>
    /// <param name="port">Port on which the server listens.</param>
    public TcpConnection(
        Node client,
        Node server,
        Route towardsServer,
        Route towardsClient,
        ITransportUser user,
        TransportOptions options,
        int number,
        ushort port
    )
    {
        (User, Options, ServerPort) = (user, options, port);
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

    /// <summary>Whether an end has given up.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Gives up.</summary>
    public void Fail(DropReason reason)
    {
        if (!HasFailed)
        {
            HasFailed = true;
            Client.Abandon();
            Server.Abandon();
            User.Failed(this, reason);
        }
    }
}

using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>The applications at both ends of a connection.</summary>
internal interface ITransportUser
{
    /// <summary>Whether the end that listens is there; otherwise it keeps silent, like a host without power.</summary>
    bool IsListening { get; }

    /// <summary>The end that asked for the connection has it.</summary>
    void Connected(TcpConnection connection);

    /// <summary>A unit has arrived in full and in order, the last of its octets by a frame.</summary>
    void Received(TcpEnd end, StreamUnit unit, in Frame frame);

    /// <summary>The other end will write no more.</summary>
    void PeerClosed(TcpEnd end);

    /// <summary>An end gave up, or learnt that the other one did; nothing more will leave or reach it.</summary>
    void Failed(TcpEnd end, DropReason reason);
}

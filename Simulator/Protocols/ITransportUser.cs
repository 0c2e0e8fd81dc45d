using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>The applications at both ends of a connection.</summary>
internal interface ITransportUser
{
    /// <summary>The end that asked for the connection has it.</summary>
    void Connected(TcpConnection connection);

    /// <summary>A unit has arrived in full and in order, the last of its octets by a frame.</summary>
    void Received(TcpEnd end, StreamUnit unit, in Frame frame);

    /// <summary>The other end will write no more.</summary>
    void PeerClosed(TcpEnd end);

    /// <summary>One end gave up; nothing more will arrive at either.</summary>
    void Failed(TcpConnection connection, DropReason reason);
}

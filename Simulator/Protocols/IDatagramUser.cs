using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>The application at an end of a datagram session.</summary>
internal interface IDatagramUser
{
    /// <summary>The end may send now, after it was not ready.</summary>
    void Ready();

    /// <summary>The end could not be made ready.</summary>
    void Failed(DropReason reason);

    /// <summary>A datagram has arrived and is genuine.</summary>
    void Received(Datagram datagram, in Frame frame);

    /// <summary>A datagram that was to come here will not: for the account of losses only.</summary>
    void Lost(Datagram datagram, DropReason reason);
}

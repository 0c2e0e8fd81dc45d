using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A technology whose devices say that a connection may end if nothing is expected back, unless it is written.</summary>
public interface IReleasesConnections
{
    /// <summary>What a device tells the network of its further traffic.</summary>
    /// <param name="load">What the packets of the protocols that cross it come to.</param>
    ReleaseAssistance ReleaseOf(WireLoad load);
}

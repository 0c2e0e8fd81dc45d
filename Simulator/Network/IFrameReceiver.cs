namespace M2mVsIoTSim.Network;

/// <summary>The end of a route.</summary>
public interface IFrameReceiver
{
    /// <summary>A frame has arrived.</summary>
    void Receive(in Frame frame);

    /// <summary>A frame was lost. This is for the account of losses; a protocol must not react to it, as no real one could.</summary>
    void Lost(in Frame frame, DropReason reason);
}

using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media;

/// <summary>Where the frames of a <see cref="FrameLine"/> come out.</summary>
internal interface IFrameExit
{
    /// <summary>A frame comes out, now.</summary>
    void Leave(in Frame frame, FrameLine line);
}

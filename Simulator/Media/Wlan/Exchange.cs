using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>Frames that follow each other once a station has won the channel, from the beginning of the first.</summary>
/// <param name="First">Length of the first frame: what collides.</param>
/// <param name="DataBegin">When the data begin.</param>
/// <param name="DataEnd">When the data have arrived.</param>
/// <param name="Whole">When the acknowledgement has arrived.</param>
/// <param name="IsProtected">Whether the first frame is a request to send.</param>
internal readonly record struct Exchange(Duration First, Duration DataBegin, Duration DataEnd, Duration Whole, bool IsProtected);

using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A port that sends frames along one direction of a cable.</summary>
internal interface IEgress
{
    /// <summary>For how long it has been sending, frames that wait included.</summary>
    Duration Busy { get; }

    /// <summary>Whether frames that it sends come out of a line.</summary>
    bool Owns(FrameLine line);

    /// <summary>Takes a frame of a class.</summary>
    void Send(in Frame frame, Luck luck, TrafficClass traffic);
}

using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Platform;

/// <summary>Counts what passes it.</summary>
internal interface ICountsMessages
{
    /// <summary>Messages taken in and copies handed out since the start.</summary>
    MessageCounts Messages { get; }
}

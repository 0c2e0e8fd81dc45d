using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Messages that one device sends or receives.</summary>
/// <param name="Content">What each of them carries.</param>
/// <param name="MessagesPerSecond">How many, on average [1/s]; 0 for what happens once.</param>
/// <param name="IsToDevice">Whether the device receives them.</param>
public sealed record DeviceFlow(Content Content, double MessagesPerSecond, bool IsToDevice = false)
{
    /// <summary>How many in the busiest hour of the day [1/s]: what holds for an hour, such as a duty cycle, is held against it.</summary>
    public double BusiestPerSecond { get; init; } = MessagesPerSecond;
}

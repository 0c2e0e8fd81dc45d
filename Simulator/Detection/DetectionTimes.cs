using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>When something is looked at.</summary>
/// <param name="Begin">Begin of the measurement.</param>
/// <param name="End">Its end; no alarm is raised from then on.</param>
/// <param name="Pause">For how long nobody looks at a device, or at all of them, after an alarm about it.</param>
public sealed record DetectionTimes(SimTime Begin, SimTime End, Duration Pause);

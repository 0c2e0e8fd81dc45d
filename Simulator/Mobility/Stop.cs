using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Mobility;

/// <summary>A place of a round.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Pause">For how long one rests there.</param>
/// <param name="Travel">How long the way to the next place takes, of the last one back to the first.</param>
public readonly record struct Stop(Position Place, Duration Pause, Duration Travel);

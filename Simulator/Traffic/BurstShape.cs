using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Traffic;

/// <summary>The messages that one event sets off: the first at once, the others at a fixed spacing.</summary>
/// <param name="Messages">How many, at least 1 [1].</param>
/// <param name="Every">From one to the next, at least 1 ns.</param>
public readonly record struct BurstShape(int Messages, Duration Every);

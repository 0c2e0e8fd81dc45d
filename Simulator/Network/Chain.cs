using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>A chain of relations, each of which causes the next: sense, decide, act.</summary>
/// <param name="Start">Index of the relation whose messages tell how many arrivals are due: the first, or the last that is sent under a condition only.</param>
/// <param name="Due">Arrivals at the end of the chain that are due for each message of that relation [1].</param>
/// <param name="Deadline">Within which the chain has to end, from the production of its first message; null if there is no such demand.</param>
public sealed record Chain(int Start, int Due, Duration? Deadline);

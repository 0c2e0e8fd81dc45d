using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Places of an area, with a luck of their own: what whoever plans knows of it before anything is built.</summary>
/// <remarks>The same for every replication and fleet, so that what is built is a decision.</remarks>
/// <param name="Places">Where devices might stand; they take no part in the run.</param>
/// <param name="Random">Their luck, such as shadowing.</param>
public sealed record Survey(IReadOnlyList<Node> Places, Randomness Random);

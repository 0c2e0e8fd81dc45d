using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>A relation and the tree along which its messages travel.</summary>
/// <param name="Spec">The relation as the job tells it.</param>
/// <param name="Root">Where the tree begins.</param>
/// <param name="Ends">Where it ends at the members of each consuming party.</param>
public sealed record RelationTree(RelationSpec Spec, Branch Root, ILookup<string, Branch> Ends);

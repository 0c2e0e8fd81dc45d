using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>Messages of a relation that equipment took in or handed out; of the short message service, parts that were submitted.</summary>
/// <param name="Equipment">By whom.</param>
/// <param name="Relation">Name of the relation.</param>
/// <param name="Number">How many [1].</param>
internal sealed record HandledMessages(Equipment Equipment, string Relation, long Number);

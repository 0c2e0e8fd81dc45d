using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Traces;
using M2mVsIoTSim.Scenarios.Results;

namespace M2mVsIoTSim.Scenarios.Tracing;

/// <summary>What was written down of a run.</summary>
/// <param name="Result">What the run measured: the same as without a trace.</param>
/// <param name="Events">Everything that happened to the traced members' messages and frames.</param>
/// <param name="Diagrams">For each relation of theirs, the way of one message.</param>
/// <param name="Captures">By node, what would have been captured there: a pcapng file.</param>
/// <param name="IsCut">Whether more happened than was to be written down.</param>
public sealed record Trace(
    CaseResult Result,
    IReadOnlyList<EventRow> Events,
    IReadOnlyList<SequenceDiagram> Diagrams,
    IReadOnlyDictionary<string, byte[]> Captures,
    bool IsCut
);

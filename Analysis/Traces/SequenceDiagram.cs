namespace M2mVsIoTSim.Analysis.Traces;

/// <summary>The way of one message as packets between the places that they pass.</summary>
/// <param name="Name">For the file's name.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Where">Of which run.</param>
/// <param name="Lines">Names of the places, from left to right.</param>
/// <param name="Arrows">The packets, in the order of their beginning.</param>
/// <param name="Notes">What happened to the message.</param>
public sealed record SequenceDiagram(
    string Name,
    string Title,
    string Where,
    IReadOnlyList<string> Lines,
    IReadOnlyList<SequenceArrow> Arrows,
    IReadOnlyList<SequenceNote> Notes
);

/// <summary>A packet.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Stops">Numbers of the places that it passed, and when [s].</param>
/// <param name="Loss">Why it was lost, on the way to which place, and when [s]; null if it was not.</param>
public sealed record SequenceArrow(
    string Label,
    IReadOnlyList<(int Line, double Seconds)> Stops,
    (string Reason, int Line, double Seconds)? Loss = null
);

/// <summary>Something that happened.</summary>
/// <param name="Seconds">When [s].</param>
/// <param name="Text">What.</param>
public sealed record SequenceNote(double Seconds, string Text);

using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Something that happened in a traced run: a row of <c>events.csv</c>.</summary>
/// <param name="Ordinal">Number of the event, from 1, in the order in which things happened.</param>
/// <param name="Seconds">When [s].</param>
/// <param name="Event">What: <c>produced</c>, <c>delivered</c>, <c>duplicate</c> or <c>dropped</c> of a message; <c>entered</c>, <c>left</c> or <c>lost</c> of a frame.</param>
/// <param name="Relation">The message's relation; empty for a frame.</param>
/// <param name="Producer">Who produced the message; empty for a frame.</param>
/// <param name="Serial">Number of the message of this producer and relation, from 0; empty for a frame.</param>
/// <param name="Medium">The technology that the frame crosses; empty for a message.</param>
/// <param name="From">Where the frame entered it.</param>
/// <param name="To">Where the frame leaves it, or the consumer of a message.</param>
/// <param name="Bytes">Octets of the frame from the network layer up [B]; empty for a message.</param>
/// <param name="Detail">What the frame carries, or why something was lost.</param>
[CsvRecord]
public sealed partial record EventRow(
    [property: CsvColumn("ordinal")] int Ordinal,
    [property: CsvColumn("time_s")] double Seconds,
    [property: CsvColumn("event")] string Event,
    [property: CsvColumn("relation")] string Relation,
    [property: CsvColumn("producer")] string Producer,
    [property: CsvColumn("serial")] int? Serial,
    [property: CsvColumn("medium")] string Medium,
    [property: CsvColumn("from")] string From,
    [property: CsvColumn("to")] string To,
    [property: CsvColumn("bytes")] int? Bytes,
    [property: CsvColumn("detail")] string Detail
) : IRow<EventRow>
{
    /// <inheritdoc/>
    public static string FileName => "events.csv";

    string? IRow<EventRow>.Problem => !double.IsFinite(Seconds) || Seconds < 0 ? $"nothing happens at {Seconds} s" : null;

    /// <inheritdoc/>
    public static int Compare(EventRow left, EventRow right) => default(RowOrder).Then(left.Ordinal, right.Ordinal).Sign;
}

using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A step of setting something up, or a kind of credential: a row of <c>setup.csv</c>.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="For"><c>add-device</c> and <c>add-consumer</c> for a step, <c>credential</c> for what is kept.</param>
/// <param name="Party">The party to which a member is added; empty for a credential.</param>
/// <param name="Number">Place in the list, from 1.</param>
/// <param name="Where">Where it is done, or for whom it is kept.</param>
/// <param name="What">What it is.</param>
/// <param name="Why">Why it is needed, or of which kind the credential is.</param>
/// <param name="Count">How often, or how many [1].</param>
[CsvRecord]
public sealed partial record SetupRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("for")] string For,
    [property: CsvColumn("party")] string Party,
    [property: CsvColumn("number")] int Number,
    [property: CsvColumn("where")] string Where,
    [property: CsvColumn("what")] string What,
    [property: CsvColumn("why")] string Why,
    [property: CsvColumn("count")] double Count
) : IRow<SetupRow>
{
    /// <inheritdoc/>
    public static string FileName => "setup.csv";

    string? IRow<SetupRow>.Problem =>
        For is not ("add-device" or "add-consumer" or "credential")
            ? $"it is for '{For}'; legal are add-device, add-consumer and credential"
        : !double.IsFinite(Count) || Count < 0 ? $"the count is {Count}"
        : null;

    /// <inheritdoc/>
    public static int Compare(SetupRow left, SetupRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Architecture, right.Architecture)
            .Then(left.Point, right.Point)
            .Then(left.For, right.For)
            .Then(left.Party, right.Party)
            .Then(left.Number, right.Number)
            .Sign;
}

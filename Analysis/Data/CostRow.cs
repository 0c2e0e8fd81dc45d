using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A position of the bill of a case: a row of <c>costs.csv</c>.</summary>
/// <remarks>The totals of a case sum to its total cost.</remarks>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Replication">Number of the replication, from 1.</param>
/// <param name="Kind">Part of the bill: devices, subscriptions, gateways …</param>
/// <param name="Item">Name of the price.</param>
/// <param name="Of">Whose it is: a party, a tier, a technology.</param>
/// <param name="Quantity">Lots that are paid for at a time, or visits over the horizon, the last of a device by its fraction [1].</param>
/// <param name="EachLow">Price of a lot, low end [EUR], or [EUR/a] where it is paid yearly.</param>
/// <param name="EachMid">As reckoned with.</param>
/// <param name="EachHigh">High end.</param>
/// <param name="When"><c>once</c>, <c>yearly</c>, <c>per-use</c> (each year), <c>per-replacement</c> (each year) or <c>per-battery</c>.</param>
/// <param name="Payments">How often it is paid over the horizon; less where later payments count less [1].</param>
/// <param name="TotalLow">What it comes to over the horizon, low end [EUR].</param>
/// <param name="TotalMid">As reckoned with.</param>
/// <param name="TotalHigh">High end.</param>
[CsvRecord]
public sealed partial record CostRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("replication")] int Replication,
    [property: CsvColumn("kind")] string Kind,
    [property: CsvColumn("item")] string Item,
    [property: CsvColumn("of")] string Of,
    [property: CsvColumn("quantity")] double Quantity,
    [property: CsvColumn("each_low_eur")] double EachLow,
    [property: CsvColumn("each_mid_eur")] double EachMid,
    [property: CsvColumn("each_high_eur")] double EachHigh,
    [property: CsvColumn("when")] string When,
    [property: CsvColumn("payments")] double Payments,
    [property: CsvColumn("total_low_eur")] double TotalLow,
    [property: CsvColumn("total_mid_eur")] double TotalMid,
    [property: CsvColumn("total_high_eur")] double TotalHigh
) : IRow<CostRow>
{
    /// <inheritdoc/>
    public static string FileName => "costs.csv";

    string? IRow<CostRow>.Problem =>
        !double.IsFinite(Quantity) || Quantity < 0 ? $"the quantity is {Quantity}"
        : !double.IsFinite(TotalMid) || TotalMid < 0 ? $"the total is {TotalMid}"
        : null;

    /// <inheritdoc/>
    public static int Compare(CostRow left, CostRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Architecture, right.Architecture)
            .Then(left.Point, right.Point)
            .Then(left.Replication, right.Replication)
            .Then(left.Kind, right.Kind)
            .Then(left.Item, right.Item)
            .Then(left.Of, right.Of)
            .Then(left.When, right.When)
            .Sign;
}

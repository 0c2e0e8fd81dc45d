using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A kind of node, or of session between nodes, that an architecture was built of: a row of <c>topology.csv</c>.</summary>
/// <param name="Comparison">The comparison's name.</param>
/// <param name="Architecture">The architecture's name.</param>
/// <param name="Point">The design point; empty when nothing is swept.</param>
/// <param name="Kind"><c>node</c> or <c>session</c>.</param>
/// <param name="Name">The tier or the hop.</param>
/// <param name="Detail">Role, protocol or technologies, in words.</param>
/// <param name="Count">How many there are [1].</param>
[CsvRecord]
public sealed partial record TopologyRow(
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("architecture")] string Architecture,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("kind")] string Kind,
    [property: CsvColumn("name")] string Name,
    [property: CsvColumn("detail")] string Detail,
    [property: CsvColumn("count")] long Count
) : IRow<TopologyRow>
{
    /// <inheritdoc/>
    public static string FileName => "topology.csv";

    string? IRow<TopologyRow>.Problem =>
        Kind is not ("node" or "session") ? $"the kind is '{Kind}'; legal are node and session"
        : Count < 0 ? $"the count is {Count}"
        : null;

    /// <inheritdoc/>
    public static int Compare(TopologyRow left, TopologyRow right) =>
        default(RowOrder)
            .Then(left.Comparison, right.Comparison)
            .Then(left.Architecture, right.Architecture)
            .Then(left.Point, right.Point)
            .Then(left.Kind, right.Kind)
            .Then(left.Name, right.Name)
            .Then(left.Detail, right.Detail)
            .Sign;
}

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Cells that were run for a comparison without being points of its question. Their rows stand in all tables under <see cref="Name"/>.</summary>
/// <param name="Name">As in the tables: <c>metering~uncertain</c>.</param>
/// <param name="Origin">The comparison that they belong to.</param>
/// <param name="Kind">What they are for: <c>uncertain</c> for points of the plausible ranges.</param>
/// <param name="Architectures">What was run.</param>
/// <param name="Infeasible">Cells that cannot work.</param>
public sealed record DerivedManifest(
    string Name,
    string Origin,
    string Kind,
    IReadOnlyList<string> Architectures,
    IReadOnlyList<InfeasibleCell> Infeasible
);

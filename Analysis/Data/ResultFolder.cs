namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Everything that the runs of a study left behind.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Manifest">What was run.</param>
/// <param name="Runs">All values of all runs.</param>
/// <param name="Distributions">Latency counts; empty when the study kept none.</param>
/// <param name="Hops">Latency by stage; empty when the study kept none.</param>
/// <param name="Topology">What the architectures were built of; empty when the study kept none.</param>
public sealed record ResultFolder(
    string Path,
    StudyManifest Manifest,
    IReadOnlyList<RunRow> Runs,
    IReadOnlyList<DistributionRow> Distributions,
    IReadOnlyList<HopRow> Hops,
    IReadOnlyList<TopologyRow> Topology
)
{
    /// <summary>Positions of the bills; empty when the study kept none.</summary>
    public IReadOnlyList<CostRow> Costs { get; init; } = [];

    /// <summary>What somebody sets up by hand; empty when the study kept none.</summary>
    public IReadOnlyList<SetupRow> Setup { get; init; } = [];

    /// <summary>Reads the folder <paramref name="directory"/>.</summary>
    /// <remarks><c>manifest.json</c> and <c>runs.csv</c> must be there; the other tables are optional.</remarks>
    /// <exception cref="ResultFormatException">A file is missing or cannot be read; the message names it and the line.</exception>
    public static ResultFolder Read(string directory) =>
        new(
            directory,
            JsonFile.ReadManifest(directory),
            RowFile.ReadFrom<RunRow>(directory),
            ReadOptional<DistributionRow>(directory),
            ReadOptional<HopRow>(directory),
            ReadOptional<TopologyRow>(directory)
        )
        {
            Costs = ReadOptional<CostRow>(directory),
            Setup = ReadOptional<SetupRow>(directory),
        };

    private static IReadOnlyList<T> ReadOptional<T>(string directory)
        where T : IRow<T> => File.Exists(System.IO.Path.Combine(directory, T.FileName)) ? RowFile.ReadFrom<T>(directory) : [];
}

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What of a study is to be run, and how.</summary>
public sealed record RunRequest
{
    /// <summary>Names of the comparisons; all if empty.</summary>
    public IReadOnlyList<string> Comparisons { get; init; } = [];

    /// <summary>A quick look: 3 replications, first and last value of each sweep, small fleets, short runs.</summary>
    public bool Quick { get; init; }

    /// <summary>Replications instead of those in the file.</summary>
    public int? Replications { get; init; }

    /// <summary>Relative half-width of the intervals to reach by adding replications [1]; null for a fixed number.</summary>
    public double? Precision { get; init; }

    /// <summary>Confidence of those intervals [1].</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Seed instead of the one in the file.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Values of factors of a cross in place of those in the file.</summary>
    public IReadOnlyDictionary<string, string> Varied { get; init; } = new Dictionary<string, string>();

    /// <summary>Values set on the command line: path and text.</summary>
    public IReadOnlyList<(string Path, string Value)> Settings { get; init; } = [];
}

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A scenario file: jobs, the architectures that could do them, and the comparisons that ask a question.</summary>
public sealed record ScenarioFile
{
    /// <summary>What holds for every comparison unless it says otherwise.</summary>
    public required StudySettings Study { get; init; }

    /// <summary>What is needed, free of technology.</summary>
    public IReadOnlyDictionary<string, Job> Jobs { get; init; } = new Dictionary<string, Job>();

    /// <summary>Technologies with options under a name of the file's own, which hops and parameters may use like any other.</summary>
    public IReadOnlyDictionary<string, TechnologyUse> Technologies { get; init; } = new Dictionary<string, TechnologyUse>();

    /// <summary>How it could be done.</summary>
    public IReadOnlyDictionary<string, Architecture> Architectures { get; init; } = new Dictionary<string, Architecture>();

    /// <summary>Which questions are asked.</summary>
    public IReadOnlyDictionary<string, Comparison> Comparisons { get; init; } = new Dictionary<string, Comparison>();

    /// <summary>Statements that are put to the test.</summary>
    public IReadOnlyDictionary<string, Claim> Claims { get; init; } = new Dictionary<string, Claim>();

    /// <summary>What is said of M2M and IoT, statement by statement, with what puts it to the test.</summary>
    public IReadOnlyList<ArticleStatement> Article { get; init; } = [];

    /// <summary>Own prices, and over how long costs are counted.</summary>
    public PriceSettings Prices { get; init; } = new();
}

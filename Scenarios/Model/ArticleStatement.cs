using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Something that is said of M2M and IoT, with what puts it to the test.</summary>
public sealed record ArticleStatement : IChecked
{
    /// <summary>What is said: a paraphrase or a short quotation.</summary>
    public required string Says { get; init; }

    /// <summary>The heading under which it is said; statements of one heading stand together.</summary>
    public string? Section { get; init; }

    /// <summary>Names of the claims that test it: each speaks for it where it is supported, and against it where it is refuted.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Names of claims to be read beside it, which speak neither for nor against it.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>A comparison that shows what there is to say, where no claim decides.</summary>
    public string? Comparison { get; init; }

    /// <summary>Why nothing tests it; exclusive with the other two.</summary>
    public string? NotTested { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        (Claims.Count > 0 || Comparison is not null) == NotTested is not null
            ?
            [
                (
                    "",
                    "a statement has either what tests it ('claims', 'comparison') or 'not-tested' with the reason why nothing does",
                    [nameof(Claims), nameof(Comparison), nameof(NotTested)]
                ),
            ]
            : [];
}

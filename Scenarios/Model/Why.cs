namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Two architectures between which factors are swapped one by one, to see which of them makes the difference.</summary>
public sealed record Why
{
    /// <summary>The one architecture of the comparison.</summary>
    public required string From { get; init; }

    /// <summary>The other one.</summary>
    public required string To { get; init; }

    /// <summary>Where they are swapped: values of the factors of the cross, each one of those that it varies; the first of them if absent.</summary>
    public IReadOnlyDictionary<string, string> At { get; init; } = new Dictionary<string, string>();
}

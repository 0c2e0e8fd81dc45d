using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A statement that a comparison puts to the test.</summary>
public sealed record Claim
{
    /// <summary>The statement as somebody made it.</summary>
    public string? Quote { get; init; }

    /// <summary>Who made it.</summary>
    public string? Source { get; init; }

    /// <summary>The comparison that tests it.</summary>
    public required string Comparison { get; init; }

    /// <summary>When it holds, such as <c>latency-p95(direct, reading) &lt; latency-p95(brokered, reading)</c>; the section on claims says what else there is.</summary>
    public required string HoldsIf { get; init; }

    /// <summary>The least difference that matters, in the metric's unit.</summary>
    [Advice("it has no unit, since it is in the metric's: a year of battery life is 1, a second of latency 1, a percentage point 0.01")]
    public double Margin { get; init; }
}

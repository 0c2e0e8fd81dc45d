using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>How a rate follows the hours of the day, with its source.</summary>
public sealed record DayProfileSpec : IChecked
{
    /// <summary>What it is the day of.</summary>
    public required string Description { get; init; }

    /// <summary>A weight for each hour of the day from midnight on, of which only the proportions matter.</summary>
    [Unit("1", Minimum = 0)]
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Weights.Count != 24 || Weights.All(weight => weight == 0)
            ? [(nameof(Weights), "a day has 24 weights, at least one of them above 0", [nameof(Weights)])]
            : [];
}

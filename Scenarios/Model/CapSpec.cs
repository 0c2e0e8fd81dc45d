using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A limit to what a device pays for something: a flat rate that it would rather take.</summary>
public sealed record CapSpec : IChecked
{
    /// <summary>What somebody pays who pays little.</summary>
    public required Money Low { get; init; }

    /// <summary>What is reckoned with.</summary>
    public required Money Mid { get; init; }

    /// <summary>What somebody pays who pays much.</summary>
    public required Money High { get; init; }

    /// <summary>When that was so.</summary>
    public required string Date { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the least sure of them is.</summary>
    public required Mark Mark { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Low.IsPerTime && Mid.IsPerTime && High.IsPerTime
            ? []
            : [("", "a device pays at most so much a time, such as '240 EUR / year'", [nameof(Low), nameof(Mid), nameof(High)])];
}

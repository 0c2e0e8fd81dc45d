using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>The price list of the library.</summary>
public sealed record PriceFile
{
    /// <summary>What is paid in EUR for a USD.</summary>
    public required ExchangeSpec Exchange { get; init; }

    /// <summary>Prices by name.</summary>
    public required IReadOnlyDictionary<string, PriceSpec> Items { get; init; }
}

/// <summary>A rate of exchange with its source.</summary>
public sealed record ExchangeSpec
{
    /// <summary>EUR for a USD.</summary>
    [Unit("1", Minimum = 0.01, Maximum = 100)]
    public required double Value { get; init; }

    /// <summary>When that was so.</summary>
    public required string Date { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>A price of the library.</summary>
public sealed record PriceSpec : IChecked
{
    /// <summary>What one gets for it.</summary>
    public required string Description { get; init; }

    /// <summary>The part of a bill to which it belongs.</summary>
    public required CostKind Kind { get; init; }

    /// <summary>What somebody pays who pays little.</summary>
    public required Money Low { get; init; }

    /// <summary>What is reckoned with.</summary>
    public required Money Mid { get; init; }

    /// <summary>What somebody pays who pays much.</summary>
    public required Money High { get; init; }

    /// <summary>How many of what is counted it buys.</summary>
    [Unit("1", Minimum = 1e-9)]
    public double Units { get; init; } = 1;

    /// <summary>Whether only whole lots are sold, to each member by itself.</summary>
    public bool Whole { get; init; }

    /// <summary>How many of what is counted each device has free in a year.</summary>
    [Unit("1", Minimum = 0)]
    public double Included { get; init; }

    /// <summary>What each device pays for it at most in a year, however much it uses; no limit if absent.</summary>
    public CapSpec? AtMost { get; init; }

    /// <summary>Name of the price that a household pays instead; the same as anybody if absent.</summary>
    public string? AtHome { get; init; }

    /// <summary>When that was the price.</summary>
    public required string Date { get; init; }

    /// <summary>Where the figures come from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the least sure of them is.</summary>
    public required Mark Mark { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Low.IsPerTime != Mid.IsPerTime || Mid.IsPerTime != High.IsPerTime
            ? [("", "either all of low, mid and high are per time or none", [nameof(Low), nameof(Mid), nameof(High)])]
            : [];
}

using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>What a scenario has to say about money: own prices, over how long costs are counted, and at which rate.</summary>
[ShortForm(nameof(File))]
public sealed record PriceSettings
{
    /// <summary>Own prices: a CSV file next to the scenario, with columns item, low, mid, high, unit, date, source.</summary>
    public string? File { get; init; }

    /// <summary>Own prices by the name that they have in the library; they win over those of the file.</summary>
    public IReadOnlyDictionary<string, OwnPrice> Items { get; init; } = new Dictionary<string, OwnPrice>();

    /// <summary>EUR for a USD, if not as in the library.</summary>
    [Unit("1", Minimum = 0.01, Maximum = 100)]
    public double? Exchange { get; init; }

    /// <summary>How long everything is kept and paid for.</summary>
    [Unit("s", Minimum = 31557600, Maximum = 3155760000)]
    public Duration Horizon { get; init; } = Duration.FromSeconds(10 * 31557600.0);

    /// <summary>What a payment is worth less for each year that it lies ahead.</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    public double Discount { get; init; }
}

/// <summary>A price of one's own. A single amount is known for sure: low and high are the same.</summary>
[ShortForm(nameof(Mid))]
public sealed record OwnPrice
{
    /// <summary>What is reckoned with.</summary>
    public required Money Mid { get; init; }

    /// <summary>The least that it may be; as mid if absent.</summary>
    public Money? Low { get; init; }

    /// <summary>The most that it may be; as mid if absent.</summary>
    public Money? High { get; init; }

    /// <summary>How many of what is counted it buys; as in the library if absent.</summary>
    [Unit("1", Minimum = 1e-9)]
    public double? Units { get; init; }

    /// <summary>Whether only whole lots are sold; as in the library if absent.</summary>
    public bool? Whole { get; init; }

    /// <summary>How many of what is counted each device has free in a year; as in the library if absent.</summary>
    [Unit("1", Minimum = 0)]
    public double? Included { get; init; }

    /// <summary>What each device pays for it at most in a year, however much it uses; as in the library if absent.</summary>
    public OwnCap? AtMost { get; init; }

    /// <summary>The part of a bill to which it belongs; needed for what the library has no price of.</summary>
    public CostKind? Kind { get; init; }

    /// <summary>When that was the price.</summary>
    public string? Date { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }
}

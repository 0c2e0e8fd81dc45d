using CsvHelper;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What became of one part of a claim at one point: a row of <c>claims.csv</c>.</summary>
/// <param name="Claim">The claim's name.</param>
/// <param name="Comparison">The comparison that tests it.</param>
/// <param name="Point">The factors that the part does not hold at a value; empty when there are none.</param>
/// <param name="Part">Number of the part of the condition, from 1.</param>
/// <param name="Verdict">The outcome.</param>
/// <param name="Replications">Replications that all sides have [1].</param>
/// <param name="Difference">Mean of the left side less the right; null where it was not measured.</param>
/// <param name="Low">Lower end of its interval; null with fewer than two replications.</param>
/// <param name="High">Upper end of its interval; null with fewer than two replications.</param>
/// <param name="Margin">The least difference that matters.</param>
/// <param name="Unit">The metric's unit.</param>
[CsvRecord]
public sealed partial record ClaimRow(
    [property: CsvColumn("claim")] string Claim,
    [property: CsvColumn("comparison")] string Comparison,
    [property: CsvColumn("point")] string Point,
    [property: CsvColumn("part")] int Part,
    [property: CsvColumn("verdict")] ClaimVerdict Verdict,
    [property: CsvColumn("replications")] int Replications,
    [property: CsvColumn("difference")] double? Difference,
    [property: CsvColumn("low")] double? Low,
    [property: CsvColumn("high")] double? High,
    [property: CsvColumn("margin")] double Margin,
    [property: CsvColumn("unit")] string Unit
) : IRow<ClaimRow>
{
    /// <summary>Mean difference in standard deviations of the differences between replications [1]; null with fewer than two or where none differ.</summary>
    [CsvColumn("effect_size")]
    public double? EffectSize { get; init; }

    /// <summary>Share of the plausible ranges of the uncertain inputs in which the whole claim holds [1]; null at other points than that around which they vary.</summary>
    [CsvColumn("share")]
    public double? Share { get; init; }

    /// <summary>Lower end of the interval of that share [1].</summary>
    [CsvColumn("share_low")]
    public double? ShareLow { get; init; }

    /// <summary>Upper end of the interval of that share [1].</summary>
    [CsvColumn("share_high")]
    public double? ShareHigh { get; init; }

    /// <summary>The input whose change alone turns the claim soonest; null where none does.</summary>
    [CsvColumn("flip_factor")]
    public string? FlipFactor { get; init; }

    /// <summary>The value at which it turns, with its unit.</summary>
    [CsvColumn("flip_value")]
    public string? FlipValue { get; init; }

    /// <summary>How far that is from the nominal value, in half-widths of its range [1].</summary>
    [CsvColumn("flip_distance")]
    public double? FlipDistance { get; init; }

    /// <summary>The least change of all inputs together that turns the claim, in half-widths of their ranges by Euclid's measure [1]; null where none does.</summary>
    [CsvColumn("flip_together")]
    public double? FlipTogether { get; init; }

    /// <inheritdoc/>
    public static string FileName => "claims.csv";

    string? IRow<ClaimRow>.Problem => Difference is { } value && !double.IsFinite(value) ? $"the difference is {value}" : null;

    /// <inheritdoc/>
    public static int Compare(ClaimRow left, ClaimRow right) =>
        default(RowOrder).Then(left.Claim, right.Claim).Then(left.Point, right.Point).Then(left.Part, right.Part).Sign;
}

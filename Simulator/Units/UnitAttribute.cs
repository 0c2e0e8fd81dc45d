namespace M2mVsIoTSim.Units;

/// <summary>Unit and legal range of a number that users may set; the reader, the schema and <c>explain</c> use it.</summary>
/// <param name="symbol">The unit in which the property holds its value, e.g. <c>dBm</c>, <c>A</c>, <c>1</c>.</param>
/// <remarks>On a <see cref="Duration"/>, <see cref="Frequency"/> or <see cref="BitRate"/> the bounds are in s, Hz and bit/s.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UnitAttribute(string symbol) : Attribute
{
    /// <summary>The unit in which the value is held.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>Least legal value, in <see cref="Symbol"/>.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Greatest legal value, in <see cref="Symbol"/>.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;
}

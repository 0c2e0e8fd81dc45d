namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>What something costs [EUR]: for those who pay little, as reckoned with, for those who pay much.</summary>
/// <param name="Low">Low end.</param>
/// <param name="Mid">What is reckoned with.</param>
/// <param name="High">High end.</param>
public readonly record struct PriceRange(double Low, double Mid, double High)
{
    /// <summary>So many of it.</summary>
    public static PriceRange operator *(double factor, PriceRange range) =>
        new(factor * range.Low, factor * range.Mid, factor * range.High);

    /// <summary>Both together.</summary>
    public static PriceRange operator +(PriceRange one, PriceRange other) =>
        new(one.Low + other.Low, one.Mid + other.Mid, one.High + other.High);
}

namespace M2mVsIoTSim.Units;

/// <summary>A unit, or one unit per another: <c>ms</c>, <c>/ h</c>, <c>EUR / month</c>.</summary>
/// <param name="Symbol">How it is written.</param>
/// <param name="Above">What is measured, or what stands above the fraction bar.</param>
/// <param name="Below">What stands below the fraction bar; <see cref="Dimension.One"/> where there is none.</param>
/// <param name="Multiplier">Base units in one of this, numerator [1].</param>
/// <param name="Divisor">Base units in one of this, denominator [1].</param>
/// <remarks>Two whole numbers instead of one factor, because 29 / 1000 is the double nearest to 0.029 while 29 × 0.001 need not be.</remarks>
public sealed record MeasureUnit(string Symbol, Dimension Above, Dimension Below, double Multiplier, double Divisor)
{
    /// <summary>Whether values convert between the two units.</summary>
    public bool Fits(MeasureUnit other) => Above == other.Above && Below == other.Below;

    /// <summary>A value of this unit, in another unit of the same dimension; rounded once where the units are multiples of each other.</summary>
    /// <exception cref="ArgumentException">The units measure different things.</exception>
    public double Convert(double value, MeasureUnit to)
    {
        if (!Fits(to))
        {
            throw new ArgumentException($"'{Symbol}' does not convert to '{to.Symbol}'.", nameof(to));
        }

        var (up, down) = (Multiplier * to.Divisor, Divisor * to.Multiplier);
        return up % down == 0 ? value * (up / down)
            : down % up == 0 ? value / (down / up)
            : value * up / down;
    }
}

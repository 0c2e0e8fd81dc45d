namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Always the same number. Takes no number of the draw.</summary>
public sealed record Constant : IDistribution
{
    /// <param name="value">The number.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    public Constant(double value) => Mean = Legal.Finite(value);

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance => 0;

    /// <inheritdoc/>
    public double Minimum => Mean;

    /// <inheritdoc/>
    public double Maximum => Mean;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => Mean;
}

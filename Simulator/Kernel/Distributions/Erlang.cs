namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Erlang: the sum of a number of equal exponential phases, by that number and the mean of the whole.</summary>
/// <remarks>Logarithm of a product of uniforms; takes as many numbers as there are phases. For very many phases <see cref="Gamma"/> is faster.</remarks>
public sealed record Erlang : IDistribution
{
    /// <param name="shape">Number of phases [1], at least 1.</param>
    /// <param name="mean">Mean of the sum, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public Erlang(int shape, double mean)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape, 1);
        (Shape, Mean) = (shape, Legal.Positive(mean));
    }

    /// <summary>Number of phases [1].</summary>
    public int Shape { get; }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance => Mean * Mean / Shape;

    /// <inheritdoc/>
    public double Minimum => 0;

    /// <inheritdoc/>
    public double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => draw.Erlang(Shape, Mean);
}

namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>One of several distributions, chosen by weight: most requests are short, some are long.</summary>
/// <remarks>Takes one number to choose, and those that the chosen distribution takes.</remarks>
public sealed class Mixture : IDistribution
{
    private readonly IDistribution[] _parts;
    private readonly double[] _shares;

    /// <param name="parts">Weights [1], not negative, not all zero, of which only the proportions matter, and distributions.</param>
    /// <exception cref="ArgumentException">Weights that make no distribution.</exception>
    public Mixture(params ReadOnlySpan<(double Weight, IDistribution Distribution)> parts)
    {
        _parts = new IDistribution[parts.Length];
        var weights = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(parts[i].Distribution);
            (weights[i], _parts[i]) = parts[i];
        }

        _shares = Legal.Shares(weights);
        (Minimum, Maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var (share, part) in Present())
        {
            Mean += share * part.Mean;
            (Minimum, Maximum) = (Math.Min(Minimum, part.Minimum), Math.Max(Maximum, part.Maximum));
        }

        foreach (var (share, part) in Present())
        {
            Variance += double.IsFinite(Mean) ? share * (part.Variance + (part.Mean - Mean) * (part.Mean - Mean)) : double.PositiveInfinity;
        }
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <inheritdoc/>
    public double Variance { get; }

    /// <inheritdoc/>
    public double Minimum { get; }

    /// <inheritdoc/>
    public double Maximum { get; }

    /// <inheritdoc/>
    public double Sample(ref Draw draw) => _parts[draw.Choice(_shares)].Sample(ref draw);

    private IEnumerable<(double Share, IDistribution Part)> Present() => _shares.Zip(_parts).Where(part => part.First > 0);
}

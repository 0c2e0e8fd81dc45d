using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel.Distributions;

/// <summary>Refuses parameters that make no distribution.</summary>
internal static class Legal
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"The {name} is a finite number.");

    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {name} is finite and not negative.");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The {name} is finite and positive.");

    /// <summary>Weights as shares of their sum.</summary>
    /// <exception cref="ArgumentException">A weight is negative or not finite, or none is positive.</exception>
    public static double[] Shares(ReadOnlySpan<double> weights)
    {
        var (shares, sum) = (new double[weights.Length], 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            sum += NotNegative(weights[i], $"weight {i}");
        }

        if (!(sum > 0 && double.IsFinite(sum)))
        {
            throw new ArgumentException("At least one weight must be positive, and their sum finite.", nameof(weights));
        }

        for (var i = 0; i < weights.Length; i++)
        {
            shares[i] = weights[i] / sum;
        }

        return shares;
    }
}

namespace M2mVsIoTSim.Radio.Nr;

/// <summary>Q(x), probability that a standard normal number exceeds x.</summary>
/// <remarks>
/// Abramowitz and Stegun 26.2.11 (series) below 3 and 26.2.14 (continued fraction) from there on, from memory: twelve digits of either, so that rates of 1e-9 and less are right too.
/// </remarks>
public static class GaussianTail
{
    private const double Switch = 3;
    private const int Terms = 100;

    /// <summary>Q(x) [1].</summary>
    public static double Of(double x)
    {
        if (x < 0)
        {
            return 1 - Of(-x);
        }

        var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (x < Switch)
        {
            var (term, sum) = (x, x);
            for (var i = 1; i < Terms && term > 1e-18; i++)
            {
                term *= x * x / (2 * i + 1);
                sum += term;
            }

            return 0.5 - density * sum;
        }

        var fraction = x;
        for (var i = Terms; i > 0; i--)
        {
            fraction = x + i / fraction;
        }

        return density / fraction;
    }
}

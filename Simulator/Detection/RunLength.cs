namespace M2mVsIoTSim.Detection;

/// <summary>Average run lengths of detectors: values until an alarm in the mean, for independent normal values.</summary>
/// <remarks>
/// The threshold in closed form. The others by the integral equation of the average run length, which Page stated for cumulative sums (Biometrika 41,
/// 1954) and S. V. Crowder for moving averages (Technometrics 29, 1987), solved on the nodes of a Gauss–Legendre rule (Nyström's method). A sum for
/// either direction: the rates of alarms of the two add (K. W. Kemp, J. R. Stat. Soc. B 23, 1961). Validated in the suite <c>detectors</c>.
/// </remarks>
public static class RunLength
{
    private const int Nodes = 64;
    private static readonly (double X, double Weight)[] Rule = GaussLegendre(Nodes);

    /// <summary>Of a threshold [1].</summary>
    /// <param name="limit">In standard deviations [1].</param>
    /// <param name="shift">What all values are off by [1].</param>
    public static double OfThreshold(double limit, double shift = 0) => 1 / (Upper(limit - shift) + Upper(limit + shift));

    /// <summary>Of an exponentially weighted moving average that begins at 0, with limits of the steady state [1].</summary>
    /// <param name="smoothing">λ [1].</param>
    /// <param name="width">L [1].</param>
    /// <param name="shift">What all values are off by [1].</param>
    public static double OfEwma(double smoothing, double width, double shift = 0)
    {
        var limit = EwmaDetector.LimitOf(smoothing, width);
        var lengths = Solve(
            -limit,
            limit,
            (from, to) => Density((to - (1 - smoothing) * from) / smoothing - shift) / smoothing,
            _ => 0,
            out var nodes
        );
        var sum = 1.0;
        for (var i = 0; i < Nodes; i++)
        {
            sum += nodes[i].Weight * lengths[i] * Density(nodes[i].X / smoothing - shift) / smoothing;
        }

        return sum;
    }

    /// <summary>Of cumulative sums in both directions that begin at 0 [1].</summary>
    /// <param name="reference">k [1].</param>
    /// <param name="interval">h [1].</param>
    /// <param name="shift">What all values are off by [1].</param>
    public static double OfCusum(double reference, double interval, double shift = 0) =>
        shift == 0
            ? OfOneSide(reference, interval) / 2
            : 1 / (1 / OfOneSide(reference, interval, shift) + 1 / OfOneSide(reference, interval, -shift));

    /// <summary>Of a cumulative sum in one direction that begins at 0 [1].</summary>
    /// <param name="reference">k [1].</param>
    /// <param name="interval">h [1].</param>
    /// <param name="shift">What all values are off by in that direction [1].</param>
    public static double OfOneSide(double reference, double interval, double shift = 0)
    {
        // From a sum s: 1 + P(back to 0) · (from 0) + ∫ over the sums within the interval.
        var lengths = Solve(
            0,
            interval,
            (from, to) => Density(to - from + reference - shift),
            from => Upper(from - reference + shift),
            out _
        );
        return lengths[Nodes];
    }

    /// <summary>Probability that a standard normal variable is above x [1].</summary>
    /// <remarks>The power series of the distribution function below 3 and the continued fraction of Mills's ratio beyond (Abramowitz, Stegun 26.2.11 and 26.2.14).</remarks>
    public static double Upper(double x)
    {
        if (x < 0)
        {
            return 1 - Upper(-x);
        }

        if (x < 3)
        {
            // Φ(x) − ½ = φ(x) (x + x³/3 + x⁵/(3·5) + …)
            var (sum, term) = (x, x);
            for (var i = 3; term > 1e-18 * sum; i += 2)
            {
                term *= x * x / i;
                sum += term;
            }

            return 0.5 - Density(x) * sum;
        }

        // φ(x) / (x + 1/(x + 2/(x + 3/(x + …))))
        var fraction = x;
        for (var i = 120; i >= 1; i--)
        {
            fraction = x + i / fraction;
        }

        return Density(x) / fraction;
    }

    /// <summary>Density of a standard normal variable.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>Solves L(s) = 1 + a(s) L(0) + ∫ L(t) K(s, t) dt at the nodes of the rule, and at 0 in the last place.</summary>
    private static double[] Solve(
        double from,
        double to,
        Func<double, double, double> kernel,
        Func<double, double> back,
        out (double X, double Weight)[] nodes
    )
    {
        var (middle, half) = ((from + to) / 2, (to - from) / 2);
        var points = Array.ConvertAll(Rule, node => (X: middle + half * node.X, Weight: half * node.Weight));
        nodes = points;
        const int Size = Nodes + 1;
        var rows = new double[Size][];
        for (var i = 0; i < Size; i++)
        {
            var start = i < Nodes ? points[i].X : 0;
            var row = rows[i] = new double[Size + 1];
            for (var j = 0; j < Nodes; j++)
            {
                row[j] = -points[j].Weight * kernel(start, points[j].X);
            }

            row[Nodes] = -back(start);
            row[i] += 1;
            row[Size] = 1;
        }

        return Eliminate(rows);
    }

    /// <summary>Gauss's elimination with partial pivoting.</summary>
    private static double[] Eliminate(double[][] rows)
    {
        var size = rows.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < size; row++)
            {
                pivot = Math.Abs(rows[row][column]) > Math.Abs(rows[pivot][column]) ? row : pivot;
            }

            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            var head = rows[column];
            for (var row = column + 1; row < size; row++)
            {
                var below = rows[row];
                var factor = below[column] / head[column];
                for (var k = column; factor != 0 && k <= size; k++)
                {
                    below[k] -= factor * head[k];
                }
            }
        }

        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var rest = rows[row][size];
            for (var k = row + 1; k < size; k++)
            {
                rest -= rows[row][k] * solution[k];
            }

            solution[row] = rest / rows[row][row];
        }

        return solution;
    }

    /// <summary>Nodes and weights on [−1, 1]: roots of the Legendre polynomial by Newton's method (Abramowitz, Stegun 25.4.29).</summary>
    private static (double X, double Weight)[] GaussLegendre(int count)
    {
        var rule = new (double X, double Weight)[count];
        for (var i = 0; i < count; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (count + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 100; step++)
            {
                var (before, value) = (1.0, x);
                for (var n = 2; n <= count; n++)
                {
                    (before, value) = (value, ((2 * n - 1) * x * value - (n - 1) * before) / n);
                }

                slope = count * (x * value - before) / (x * x - 1);
                var correction = value / slope;
                x -= correction;
                if (Math.Abs(correction) < 1e-15)
                {
                    break;
                }
            }

            rule[i] = (x, 2 / ((1 - x * x) * slope * slope));
        }

        return rule;
    }
}

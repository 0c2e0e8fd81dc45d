namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Points that fill a unit cube evenly, always the same ones.</summary>
/// <remarks>J. H. Halton, Numerische Mathematik 2 (1960), from memory: coordinate k is the number of the point mirrored at the point in the k-th prime base.</remarks>
public static class Halton
{
    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

    /// <summary>Most edges of a cube [1]: in larger bases the first thousands of points lie in lines.</summary>
    public static int MostEdges => Primes.Length;

    /// <summary>A point.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="edges">Number of coordinates [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more edges than <see cref="MostEdges"/>.</exception>
    public static double[] Point(int number, int edges)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(edges, MostEdges);
        var point = new double[edges];
        for (var edge = 0; edge < edges; edge++)
        {
            var weight = 1.0;
            for (var rest = number; rest > 0; rest /= Primes[edge])
            {
                weight /= Primes[edge];
                point[edge] += weight * (rest % Primes[edge]);
            }
        }
        return point;
    }
}

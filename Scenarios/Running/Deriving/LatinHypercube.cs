using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Scenarios.Running.Deriving;

/// <summary>Points of a unit cube that fill each of its edges evenly.</summary>
/// <remarks>
/// McKay, Beckman and Conover, Technometrics 21 (1979): each edge is cut into as many strata as there are points, and each stratum holds one. Of several such samples the one is taken whose
/// nearest two points are farthest apart (maximin; Johnson, Moore and Ylvisaker, J. Statist. Plann. Inference 26 (1990)). Both from memory. Draws are addressed by the name of
/// the edge, so that another edge leaves the rest of the luck as it was.
/// </remarks>
internal static class LatinHypercube
{
    /// <summary>Samples of which the best is taken [1]; chosen: more change little for a handful of edges.</summary>
    private const int Tries = 30;

    private static readonly Purpose Stratum = Purpose.Named("uncertain stratum");
    private static readonly Purpose Place = Purpose.Named("uncertain place");

    /// <summary>Takes a sample.</summary>
    /// <param name="edges">Names of the edges.</param>
    /// <param name="count">Number of points [1], 1 or more.</param>
    /// <param name="seed">Of the study.</param>
    /// <returns>For each point a coordinate between 0 and 1 for each edge.</returns>
    public static IReadOnlyList<double[]> Of(IReadOnlyList<string> edges, int count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Enumerable.Range(0, Tries).Select(number => Sample(edges, count, new Randomness(seed, number))).MaxBy(Separation)!;
    }

    private static double[][] Sample(IReadOnlyList<string> edges, int count, Randomness random)
    {
        var points = Enumerable.Range(0, count).Select(_ => new double[edges.Count]).ToArray();
        for (var edge = 0; edge < edges.Count; edge++)
        {
            var entity = Entity.Of(edges[edge]);
            var (keys, places) = (random.Stream(entity, Stratum), random.Stream(entity, Place));
            int[] strata =
            [
                .. Enumerable.Range(0, count).Select(i => (i, Key: keys.Uniform())).OrderBy(one => one.Key).Select(one => one.i),
            ];
            for (var i = 0; i < count; i++)
            {
                points[i][edge] = (strata[i] + places.Uniform()) / count;
            }
        }

        return points;
    }

    private static double Separation(double[][] points) =>
        points.SelectMany((a, i) => points.Skip(i + 1).Select(b => a.Zip(b, (x, y) => (x - y) * (x - y)).Sum())).DefaultIfEmpty(0).Min();
}

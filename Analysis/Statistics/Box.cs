namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>What several inputs may plausibly be, as changes from their nominal values in half-widths of their ranges; the origin is nominal.</summary>
/// <param name="Low">Least change of each input, 0 or less [1].</param>
/// <param name="High">Greatest change of each input, 0 or more [1].</param>
public sealed record Box(IReadOnlyList<double> Low, IReadOnlyList<double> High)
{
    /// <summary>Points over which shares are counted [1]: they tell them to about a thousandth.</summary>
    private const int Samples = 4096;

    /// <summary>Directions in which a turn is looked for [1].</summary>
    private const int Directions = 1024;

    /// <summary>Steps along a direction until a turn is passed over [1].</summary>
    private const int Steps = 100;

    private readonly Lazy<double[][]> _points = new(() =>
        [
            .. Enumerable
                .Range(1, Samples)
                .Select(number => Halton.Point(number, Low.Count).Select((share, i) => Low[i] + (share * (High[i] - Low[i]))).ToArray()),
        ]
    );

    /// <summary>Number of inputs [1].</summary>
    public int Edges => Low.Count;

    /// <summary>Share of the box in which something holds [1].</summary>
    public double Share(Func<double[], bool> holds) => (double)_points.Value.Count(holds) / Samples;

    /// <summary>The nearest change of one input alone at which a value changes its sign; null where none does.</summary>
    /// <param name="value">Of a point; its sign at the origin is what turns. 0 counts as positive.</param>
    public Turn? NearestAlone(Func<double[], double> value) =>
        Enumerable
            .Range(0, Edges)
            .SelectMany(edge => new[] { Axis(edge, 1), Axis(edge, -1) })
            .Select(direction => Along(direction, value))
            .OfType<Turn>()
            .MinBy(turn => turn.Distance);

    /// <summary>The nearest change of any inputs together, by Euclid's measure, at which a value changes its sign; null where none does.</summary>
    /// <param name="value">Of a point; its sign at the origin is what turns. 0 counts as positive.</param>
    public Turn? Nearest(Func<double[], double> value)
    {
        var best = NearestAlone(value);
        if (Edges == 1)
            return best;
        double[]? towards = best?.Point;
        foreach (var direction in Enumerable.Range(1, Directions).Select(Direction))
            Try(direction);
        // Nearer and nearer around the best direction.
        for (var spread = 0.2; best is not null && spread > 1e-4; spread /= 2)
        {
            for (var number = 1; number <= 8 * Edges; number++)
            {
                var shift = Direction(number);
                var scale = best.Distance == 0 ? 1 : best.Distance;
                Try([.. towards!.Select((x, i) => (x / scale) + (spread * shift[i]))]);
            }
        }
        return best;

        void Try(double[] direction)
        {
            if (Along(direction, value) is { } turn && (best is null || turn.Distance < best.Distance - 1e-12))
                (best, towards) = (turn, turn.Point);
        }
    }

    /// <summary>The first turn on the way from the origin to the side of the box.</summary>
    private Turn? Along(double[] direction, Func<double[], double> value)
    {
        var length = Math.Sqrt(direction.Sum(x => x * x));
        if (length == 0)
            return null;
        double[] unit = [.. direction.Select(x => x / length)];
        var reach = unit.Select(
                (x, i) =>
                    x > 0 ? High[i] / x
                    : x < 0 ? Low[i] / x
                    : double.PositiveInfinity
            )
            .Min();
        if (reach <= 0)
            return null;
        var sign = value(new double[Edges]) >= 0;
        var before = 0.0;
        for (var step = 1; step <= Steps; step++)
        {
            var at = reach * step / Steps;
            if (value(Point(at)) >= 0 != sign)
            {
                for (var i = 0; i < 50; i++)
                {
                    var middle = (before + at) / 2;
                    if (value(Point(middle)) >= 0 == sign)
                        before = middle;
                    else
                        at = middle;
                }
                return new(Point(at), at);
            }
            before = at;
        }
        return null;

        double[] Point(double distance) => [.. unit.Select(x => x * distance)];
    }

    private double[] Axis(int edge, double sign) => [.. Enumerable.Range(0, Edges).Select(i => i == edge ? sign : 0)];

    /// <summary>Directions that are spread over the sphere: even points of a cube, made normal and so round.</summary>
    private double[] Direction(int number) =>
        [.. Halton.Point(number, Edges).Select(share => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share))];
}

/// <summary>Where a verdict turns.</summary>
/// <param name="Point">The changes from the nominal values, in half-widths of the ranges [1].</param>
/// <param name="Distance">Euclidean length of the change [1].</param>
public sealed record Turn(double[] Point, double Distance);

using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Detection;

/// <summary>Scores of a detector on independent normal values, from which the limit follows that gives a run length.</summary>
/// <remarks>
/// The noise is cut into blocks of <see cref="Block"/> values, each from a fresh start. Of each only the records of its score are kept: they say for every limit when the first alarm
/// comes, if one does. The run length at a limit is the time until the alarm or the block's end, summed over blocks, per alarm: the estimator for censored exponential times (B. Epstein,
/// M. Sobel, J. Am. Stat. Assoc. 48, 1953). There are as many blocks as give <see cref="Alarms"/> alarms, so that the run length has a relative standard error of
/// <see cref="Error"/>. Longer runs than a block are taken to have a constant rate of alarms, from the first value on; until the longest window is full it is lower, which is 1 % of a
/// block. The draws have an address of their own, so limits have nothing of the luck of the runs that they are used in. Tested in <c>Tests/Detection/LearnedTests</c>.
/// </remarks>
internal sealed class SimulatedRuns
{
    /// <summary>Alarms that a limit is found from [1].</summary>
    public const int Alarms = 256;

    private const int Block = 4096;
    private const int PerDraw = 4;
    private static readonly Purpose Noise = Purpose.Named("noise to set limits by");
    private static readonly Entity Nobody = Entity.Of("detector's limit");

    private readonly List<(int Time, double Score)[]> _blocks = [];
    private readonly double _runLength;

    /// <param name="detector">Scores; its limit is not asked.</param>
    /// <param name="runLength">The one that is sought [1].</param>
    /// <param name="seed">Of the noise.</param>
    public SimulatedRuns(LearnedDetector detector, double runLength, ulong seed)
    {
        _runLength = runLength;
        var random = new Randomness(seed, 0);
        var count = (int)Math.Ceiling(Alarms / (1 - Math.Exp(-Block / runLength)));
        for (var block = 0; block < count; block++)
        {
            detector.Reset();
            _blocks.Add(Records(detector, random, block));
        }
    }

    /// <summary>Relative standard error of the run length that a limit gives [1].</summary>
    public static double Error => 1 / Math.Sqrt(Alarms);

    /// <summary>The limit, by bisection [1].</summary>
    public double Limit()
    {
        var (low, high) = (0.0, _blocks.Max(block => block[^1].Score));
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = RunLengthAt(middle) < _runLength ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private double RunLengthAt(double limit)
    {
        var (time, alarms) = (0L, 0);
        foreach (var block in _blocks)
        {
            var first = Array.FindIndex(block, record => record.Score > limit);
            time += first < 0 ? Block : block[first].Time;
            alarms += first < 0 ? 0 : 1;
        }

        return (double)time / alarms;
    }

    private static (int Time, double Score)[] Records(LearnedDetector detector, Randomness random, int block)
    {
        List<(int, double)> records = [];
        var highest = double.NegativeInfinity;
        Span<double> values = stackalloc double[PerDraw];
        for (var time = 0; time < Block; time += PerDraw)
        {
            var draw = random.Draw(Nobody, Noise, ((long)block * Block + time) / PerDraw);
            (values[0], values[1]) = Signal.Pair(ref draw);
            (values[2], values[3]) = Signal.Pair(ref draw);
            for (var i = 0; i < PerDraw; i++)
            {
                var score = detector.Score(values[i]);
                if (score > highest)
                {
                    highest = score;
                    records.Add((time + i + 1, score));
                }
            }
        }

        return [.. records];
    }
}

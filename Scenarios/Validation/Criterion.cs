using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>When a model agrees with what is expected.</summary>
public abstract record Criterion
{
    /// <summary>Confidence of the intervals that are printed and judged [1].</summary>
    public const double Confidence = 0.99;

    /// <summary>Beyond this one, chance is no excuse, however many rows there are [1].</summary>
    private const double Certainty = 0.9999;

    /// <summary>In words, for the page.</summary>
    public abstract string Text { get; }

    /// <summary>Equal to the last digit.</summary>
    public static Criterion Exact { get; } = new Equality();

    /// <summary>Theory lies in the 99 % interval of the mean, and its half-width is at most a share of the theory.</summary>
    /// <param name="width">Greatest half-width, as a share of what is expected [1].</param>
    public static Criterion InInterval(double width = 0.02) => new Coverage(width);

    /// <summary>Within a tolerance that comes with the reference.</summary>
    /// <param name="tolerance">Greatest difference, in the unit of the row.</param>
    /// <param name="width">Greatest half-width of the 99 % interval, in the unit of the row.</param>
    public static Criterion Within(double tolerance, double width = double.PositiveInfinity) => new Tolerance(tolerance, width);

    /// <summary>Within a share of what is expected.</summary>
    /// <param name="share">Greatest difference, as a share of what is expected [1].</param>
    public static Criterion WithinShare(double share) => new Share(share);

    /// <summary>At most so many times, and at least that part of, what is expected.</summary>
    /// <param name="factor">Above 1 [1].</param>
    public static Criterion WithinFactor(double factor) => new Ratio(factor);

    /// <summary>What is expected is a requirement that has to be met: the whole 99 % interval lies at it or above.</summary>
    public static Criterion AtLeast { get; } = new Requirement();

    /// <summary>The means of two samples, of which the reference is one, do not differ at 99 % (Welch's test).</summary>
    /// <param name="count">Runs of the reference [1].</param>
    /// <param name="deviation">Standard deviation between them, in the unit of the row.</param>
    public static Criterion SameMean(int count, double deviation) => new Welch(count, deviation);

    /// <summary>The reference is a single run: it has to lie in the 99 % prediction interval of one more run of ours.</summary>
    public static Criterion OneMoreDraw { get; } = new Prediction(1);

    /// <summary>
    /// The reference is the mean of a few runs: it has to lie in the 99 % prediction interval of the mean of as many more runs of ours. With three runs it tells
    /// far smaller differences than a test that has to guess their spread from three values.
    /// </summary>
    /// <param name="count">Runs of the reference [1].</param>
    public static Criterion MoreDraws(int count) => new Prediction(count);

    internal abstract ValidationVerdict Judge(double expected, Measurement obtained);

    private static ValidationVerdict Judge(double difference, Func<double, double> halfWidth) =>
        difference <= halfWidth(Confidence) ? ValidationVerdict.Agrees
        : difference <= halfWidth(Certainty) ? ValidationVerdict.Marginal
        : ValidationVerdict.Differs;

    private sealed record Equality : Criterion
    {
        public override string Text => "exact";

        internal override ValidationVerdict Judge(double expected, Measurement obtained) =>
            obtained.Mean.Equals(expected) ? ValidationVerdict.Agrees : ValidationVerdict.Differs;
    }

    private sealed record Coverage(double Width) : Criterion
    {
        public override string Text => $"in the 99 % interval, at most ±{100 * Width:0.#} % wide";

        internal override ValidationVerdict Judge(double expected, Measurement obtained) =>
            obtained.HalfWidth(Confidence) > Width * Math.Abs(expected)
                ? ValidationVerdict.TooWide
                : Judge(Math.Abs(obtained.Mean - expected), obtained.HalfWidth);
    }

    private sealed record Tolerance(double Greatest, double Width) : Criterion
    {
        public override string Text => $"within {Greatest:G3}" + (double.IsFinite(Width) ? $", interval at most ±{Width:G3} wide" : "");

        internal override ValidationVerdict Judge(double expected, Measurement obtained) =>
            obtained.HalfWidth(Confidence) > Width ? ValidationVerdict.TooWide
            : Math.Abs(obtained.Mean - expected) <= Greatest ? ValidationVerdict.Agrees
            : ValidationVerdict.Differs;
    }

    private sealed record Share(double Greatest) : Criterion
    {
        public override string Text => $"within {100 * Greatest:0.#} %";

        internal override ValidationVerdict Judge(double expected, Measurement obtained) =>
            Math.Abs(obtained.Mean - expected) <= Greatest * Math.Abs(expected) ? ValidationVerdict.Agrees : ValidationVerdict.Differs;
    }

    private sealed record Ratio(double Greatest) : Criterion
    {
        public override string Text => $"within a factor of {Greatest:G3}";

        internal override ValidationVerdict Judge(double expected, Measurement obtained) =>
            obtained.Mean <= Greatest * expected && obtained.Mean * Greatest >= expected
                ? ValidationVerdict.Agrees
                : ValidationVerdict.Differs;
    }

    private sealed record Requirement : Criterion
    {
        public override string Text => "at least that, with its 99 % interval";

        internal override ValidationVerdict Judge(double expected, Measurement obtained) =>
            obtained.Mean - obtained.HalfWidth(Confidence) >= expected ? ValidationVerdict.Agrees
            : obtained.Mean + obtained.HalfWidth(Confidence) >= expected ? ValidationVerdict.Marginal
            : ValidationVerdict.Differs;
    }

    private sealed record Prediction(int Draws) : Criterion
    {
        public override string Text =>
            Draws == 1
                ? "one more run of ours (prediction interval, 99 %)"
                : $"mean of {Draws} more runs of ours (prediction interval, 99 %)";

        internal override ValidationVerdict Judge(double expected, Measurement obtained) =>
            Judge(
                Math.Abs(obtained.Mean - expected),
                confidence =>
                    Student.TwoSided(confidence, obtained.Count - 1)
                    * obtained.Deviation
                    * Math.Sqrt((1.0 / Draws) + (1.0 / obtained.Count))
            );
    }

    private sealed record Welch(int Count, double Deviation) : Criterion
    {
        public override string Text => $"same mean as {Count} runs of the reference (Welch, 99 %)";

        internal override ValidationVerdict Judge(double expected, Measurement obtained)
        {
            var (theirs, ours) = (Deviation * Deviation / Count, obtained.StandardError * obtained.StandardError);
            var sum = theirs + ours;
            if (sum == 0)
            {
                return Exact.Judge(expected, obtained);
            }

            // Welch and Satterthwaite's degrees of freedom.
            var freedom = sum * sum / (theirs * theirs / (Count - 1) + ours * ours / (obtained.Count - 1));
            return Judge(
                Math.Abs(obtained.Mean - expected),
                confidence => Student.TwoSided(confidence, Math.Max(1, (int)freedom)) * Math.Sqrt(sum)
            );
        }
    }
}

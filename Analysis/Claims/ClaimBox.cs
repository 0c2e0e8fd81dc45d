using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>What becomes of a claim over the plausible ranges of the uncertain inputs, around one point of its comparison.</summary>
/// <remarks>
/// Where there are enough points, a response surface for each part (<see cref="ClaimSurface"/>) says at how much of the ranges the claim holds, and the nearest change that turns it; with 95 % its band holds the true differences everywhere,
/// so the share of the ranges in which the claim holds surely and that in which it may hold enclose the true share. With fewer points the points are counted, with the interval of Clopper and Pearson.
/// </remarks>
public sealed class ClaimBox
{
    private const double Rounding = 1e-12;

    private readonly ClaimCondition _condition;
    private readonly double _margin;
    private readonly IReadOnlyList<ClaimSurface>? _surfaces;

    private ClaimBox(
        ClaimCondition condition,
        double margin,
        BoxManifest manifest,
        IReadOnlyList<BoxSample> samples,
        IReadOnlyList<ClaimSurface>? surfaces
    )
    {
        (_condition, _margin, Manifest, Samples, _surfaces) = (condition, margin, manifest, samples, surfaces);
        Box = new(
            [.. manifest.Inputs.Select(input => input.Coded(input.Low))],
            [.. manifest.Inputs.Select(input => input.Coded(input.High))]
        );
        IsHeldNominally = Judge(new double[manifest.Inputs.Count]) ?? samples.Count(sample => sample.Holds) * 2 > samples.Count;
        if (surfaces is null)
        {
            var sure = samples.Count(sample => sample.Holds && sample.IsSure);
            var possible = samples.Count(sample => sample.Holds || !sample.IsSure);
            Share = new(
                (double)samples.Count(sample => sample.Holds) / samples.Count,
                Proportion.ClopperPearson(sure, samples.Count, Summary.Confidence).Low,
                Proportion.ClopperPearson(possible, samples.Count, Summary.Confidence).High
            );
            return;
        }
        Share = new(
            Box.Share(point => Judge(point)!.Value),
            Box.Share(point => Score(point, surely: true) is var low && Holds(low)),
            Box.Share(point => Holds(Score(point, surely: false)))
        );
        Alone = Box.NearestAlone(Signed);
        Together = Box.Nearest(Signed);

        double Signed(double[] point) => Judge(point)!.Value ? 1 : -1;
    }

    /// <summary>The ranges.</summary>
    public BoxManifest Manifest { get; }

    /// <summary>The ranges in half-widths from the nominal point.</summary>
    public Box Box { get; }

    /// <summary>What was found at the points that were run.</summary>
    public IReadOnlyList<BoxSample> Samples { get; }

    /// <summary>Points of the ranges at which a side could not work or was not measured [1]; the share is about the rest.</summary>
    public int Unmeasured { get; private init; }

    /// <summary>Share of the ranges in which the claim holds [1], with the interval that encloses the true share with 95 %.</summary>
    public Proportion Share { get; }

    /// <summary>Whether a surface was fitted, rather than points counted.</summary>
    public bool HasSurface => _surfaces is not null;

    /// <summary>Polynomials of the parts; empty where points were counted.</summary>
    public IReadOnlyList<ClaimSurface> Surfaces => _surfaces ?? [];

    /// <summary>Whether the claim holds at the nominal point, by its mean.</summary>
    public bool IsHeldNominally { get; }

    /// <summary>The nearest change of one input alone that turns the claim; null where none does, or where there is no surface.</summary>
    public Turn? Alone { get; }

    /// <summary>The nearest change of inputs together that turns the claim; null where none does, or where there is no surface.</summary>
    public Turn? Together { get; }

    /// <summary>Whether the claim holds at a point; null without a surface.</summary>
    /// <param name="point">Changes from the nominal values, in half-widths of the ranges.</param>
    public bool? Judge(double[] point) =>
        _surfaces is null ? null : Holds(Joined([.. _condition.Parts.Select((part, i) => Score(part, _surfaces[i].At(point), 0).Low)]));

    /// <summary>What can be said of the claim at a point with 95 % at all points at once; undecided without a surface.</summary>
    /// <param name="point">Changes from the nominal values, in half-widths of the ranges.</param>
    public ClaimVerdict VerdictAt(double[] point) =>
        _surfaces is null ? ClaimVerdict.Undecided
        : Holds(Score(point, surely: true)) ? ClaimVerdict.Supported
        : !Holds(Score(point, surely: false)) ? ClaimVerdict.Refuted
        : ClaimVerdict.Undecided;

    /// <summary>How much each input changes the claim's value over its range, the others nominal, in the metric's unit: the most of all parts.</summary>
    public IReadOnlyList<double> Influence =>
        [
            .. Manifest.Inputs.Select(
                (_, edge) =>
                    Surfaces
                        .Select(surface =>
                        {
                            double[] heights = [.. Enumerable.Range(0, 11).Select(step => surface.At(On(edge, step / 10.0)))];
                            return heights.Max() - heights.Min();
                        })
                        .DefaultIfEmpty(0)
                        .Max()
            ),
        ];

    /// <summary>Puts a claim to the test over the ranges.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="condition">When it holds.</param>
    /// <param name="manifest">The ranges.</param>
    /// <param name="nominal">For each part the difference in each replication at the nominal point.</param>
    /// <param name="flat">For each part the half-width that its arrivals leave where replications do not differ, in the metric's unit (<see cref="FlatShares"/>); 0 where they do.</param>
    /// <param name="points">The points that were run, with the difference of each part in each replication; a part without any could not be measured there.</param>
    /// <returns>Null where nothing was measured.</returns>
    public static ClaimBox? Of(
        ClaimManifest claim,
        ClaimCondition condition,
        BoxManifest manifest,
        IReadOnlyList<IReadOnlyDictionary<int, double>> nominal,
        IReadOnlyList<double> flat,
        IReadOnlyList<(DesignPoint Point, IReadOnlyList<IReadOnlyDictionary<int, double>> Parts)> points
    )
    {
        var measured = points.Where(point => point.Parts.All(part => part.Count > 0)).ToList();
        if (measured.Count == 0 || nominal.Any(part => part.Count == 0) || manifest.Inputs.Count > Halton.MostEdges)
            return null;
        var coded = measured
            .Select(one => manifest.Inputs.Select(input => input.Coded(input.ValueAt(one.Point)!.Value)).ToArray())
            .ToList();
        var confidence = 1 - ((1 - Summary.Confidence) / condition.Parts.Count);
        List<ClaimSurface> surfaces = [];
        for (var part = 0; part < condition.Parts.Count; part++)
        {
            if (SurfaceOf(coded, [.. measured.Select(one => one.Parts[part])], nominal[part], flat[part], confidence) is { } surface)
                surfaces.Add(surface);
        }
        var samples = measured.Select((one, i) => SampleOf(claim, condition, coded[i], one.Parts, nominal, flat, confidence)).ToList();
        return new(condition, claim.Margin, manifest, samples, surfaces.Count == condition.Parts.Count ? surfaces : null)
        {
            Unmeasured = points.Count - measured.Count,
        };
    }

    private static ClaimSurface? SurfaceOf(
        List<double[]> points,
        IReadOnlyList<IReadOnlyDictionary<int, double>> values,
        IReadOnlyDictionary<int, double> nominal,
        double flat,
        double confidence
    )
    {
        int[] common = [.. values.Select(one => one.Keys).Aggregate(nominal.Keys, Enumerable.Intersect).Order()];
        if (common.Length == 0)
            return null;
        double Mean(IReadOnlyDictionary<int, double> one) => common.Average(replication => one[replication]);
        var surface = ResponseSurface.Fit([.. points, new double[points[0].Length]], [.. values.Select(Mean), Mean(nominal)]);
        var level = Estimate.Of(nominal.OrderBy(one => one.Key).Select(one => one.Value), confidence);
        return surface is null
            ? null
            : new ClaimSurface(surface, level.Mean - Mean(nominal), Math.Max(flat, level.HalfWidth ?? double.PositiveInfinity), confidence);
    }

    private static BoxSample SampleOf(
        ClaimManifest claim,
        ClaimCondition condition,
        double[] point,
        IReadOnlyList<IReadOnlyDictionary<int, double>> parts,
        IReadOnlyList<IReadOnlyDictionary<int, double>> nominal,
        IReadOnlyList<double> flat,
        double confidence
    )
    {
        var scores = condition
            .Parts.Select(
                (part, i) =>
                {
                    var deviation = Estimate.Of(nominal[i].Values, confidence) is { HalfWidth: { } half } level
                        ? Math.Max(flat[i], half) * Math.Sqrt((double)level.Count / parts[i].Count)
                        : double.PositiveInfinity;
                    var mean = parts[i].OrderBy(one => one.Key).Average(one => one.Value);
                    return (At: Score(part, mean, 0, claim.Margin).Low, Band: Score(part, mean, deviation, claim.Margin));
                }
            )
            .ToList();
        var holds = Holds(Joined(condition, [.. scores.Select(one => one.At)]), claim.Margin);
        var isSure =
            Holds(Joined(condition, [.. scores.Select(one => one.Band.Low)]), claim.Margin)
            == Holds(Joined(condition, [.. scores.Select(one => one.Band.High)]), claim.Margin);
        return new(point, holds, isSure, [.. parts.Select(part => part.OrderBy(one => one.Key).Average(one => one.Value))]);
    }

    private double[] On(int edge, double share) =>
        [.. Manifest.Inputs.Select((_, i) => i == edge ? Box.Low[i] + (share * (Box.High[i] - Box.Low[i])) : 0)];

    /// <summary>By how much a claim holds at least or at most, in the metric's unit; below 0 where it does not.</summary>
    private double Score(double[] point, bool surely) =>
        Joined([
            .. _condition.Parts.Select(
                (part, i) => Score(part, _surfaces![i].At(point), _surfaces[i].Band(point)) is var score && surely ? score.Low : score.High
            ),
        ]);

    private (double Low, double High) Score(ClaimPart part, double difference, double band) => Score(part, difference, band, _margin);

    private static (double Low, double High) Score(ClaimPart part, double difference, double band, double margin) =>
        part.Relation switch
        {
            ClaimRelation.Below => (-difference - band - margin, -difference + band - margin),
            ClaimRelation.Above => (difference - band - margin, difference + band - margin),
            _ => (margin - Math.Abs(difference) - band, margin - Math.Max(0, Math.Abs(difference) - band)),
        };

    private double Joined(double[] scores) => Joined(_condition, scores);

    private static double Joined(ClaimCondition condition, double[] scores) => condition.IsAny ? scores.Max() : scores.Min();

    private bool Holds(double score) => Holds(score, _margin);

    /// <summary>Nothing is not less than nothing: without a margin, equal sides do not hold.</summary>
    private static bool Holds(double score, double margin) => margin > 0 ? score >= -Rounding * margin : score > Rounding;
}

/// <summary>What was found at one point of the ranges.</summary>
/// <param name="Point">Changes from the nominal values, in half-widths of the ranges [1].</param>
/// <param name="Holds">Whether the claim holds there, by the means.</param>
/// <param name="IsSure">Whether the spread of replications, as it is at the nominal point, leaves no doubt of that.</param>
/// <param name="Differences">Means of the difference of each part, in the metric's unit.</param>
public sealed record BoxSample(double[] Point, bool Holds, bool IsSure, IReadOnlyList<double> Differences);

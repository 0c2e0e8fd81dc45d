using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>Holds a claim against results.</summary>
/// <remarks>
/// At each point the difference of the two sides is taken replication by replication, as all of them met the same luck, and gets a t-interval. With m tests in the claim each interval
/// holds with 1 − 0.05/m (Bonferroni), so that all of them hold at once with 95 %. A part with &lt; is supported where the whole interval lies below −margin, refuted where it lies
/// above; with = it is supported where the interval lies within ±margin, and refuted where it lies outside. Anything else is undecided. Shares that are the same in every
/// replication have the interval of their count (<see cref="FlatShares"/>). What is longer than readers are told (<see cref="Metric.ToldUpTo"/>: lives beyond what a cell keeps on a
/// shelf) counts as that long, so that no verdict rests on 80 against 160 years.
/// </remarks>
public sealed class ClaimTest
{
    /// <summary>Size of a difference, and of its spread, that rounding alone explains, relative to what was added up [1].</summary>
    private const double Rounding = 1e-12;

    private readonly ComparisonResults _results;
    private readonly ILookup<(string, string, string, string), RunRow> _runs;
    private readonly HashSet<(string, string)> _infeasible;

    private ClaimTest(ComparisonResults results, ClaimManifest claim)
    {
        (_results, Claim, Condition) = (results, claim, ClaimCondition.Parse(claim.HoldsIf));
        _runs = results.Runs.ToLookup(run => (run.Architecture, run.Point, run.Relation, run.Metric));
        _infeasible = [.. results.Comparison.Infeasible.Select(one => (one.Architecture, one.Point))];
        string[] free =
        [
            .. results.Comparison.Factors.Select(factor => factor.Name).Where(name => Condition.Terms.Any(term => !IsHeld(term, name))),
        ];
        Points =
        [
            .. results
                .Points.Concat(results.Comparison.Infeasible.Select(one => one.Point))
                .Select(point => DesignPoint.Of(DesignPoint.Parse(point).Values.Where(pair => free.Contains(pair.Factor))).ToString())
                .Distinct(),
        ];
        Box = BoxOf();
        Rows = [.. Points.SelectMany(point => Condition.Parts.Select((part, i) => Row(point, part, i + 1)))];
    }

    /// <summary>What becomes of it over the plausible ranges of uncertain inputs; null where the comparison has none.</summary>
    public ClaimBox? Box { get; }

    /// <summary>The point around which uncertain inputs are varied, as far as the claim does not hold factors itself; null where none are.</summary>
    public string? BoxPoint =>
        _results.Uncertain is { } uncertain
            ? DesignPoint
                .Of(
                    DesignPoint
                        .Parse(uncertain.Box.At)
                        .Values.Where(pair => Points.Any(point => DesignPoint.Parse(point)[pair.Factor] is not null))
                )
                .ToString()
            : null;

    /// <summary>The claim.</summary>
    public ClaimManifest Claim { get; }

    /// <summary>When it holds.</summary>
    public ClaimCondition Condition { get; }

    /// <summary>What runs through all values: the points at which the claim is tested.</summary>
    public IReadOnlyList<string> Points { get; }

    /// <summary>A row for each part at each point.</summary>
    public IReadOnlyList<ClaimRow> Rows { get; }

    /// <summary>Puts a claim to the test.</summary>
    /// <param name="results">Of the comparison that the claim names.</param>
    /// <param name="claim">The claim.</param>
    /// <exception cref="ClaimSyntaxException">Its condition cannot be read.</exception>
    public static ClaimTest Of(ComparisonResults results, ClaimManifest claim) => new(results, claim);

    /// <summary>Every claim on a comparison, in the order of the file.</summary>
    public static IReadOnlyList<ClaimTest> Of(ComparisonResults results) =>
        [.. results.Study.Claims.Where(claim => claim.Comparison == results.Comparison.Name).Select(claim => Of(results, claim))];

    /// <summary>What became of it at a point.</summary>
    public ClaimVerdict At(string point)
    {
        ClaimVerdict[] parts = [.. Rows.Where(row => row.Point == point).Select(row => row.Verdict)];
        var (enough, against) = Condition.IsAny
            ? (ClaimVerdict.Supported, ClaimVerdict.Refuted)
            : (ClaimVerdict.Refuted, ClaimVerdict.Supported);
        return parts.Contains(enough) ? enough
            : parts.Contains(ClaimVerdict.Infeasible) ? ClaimVerdict.Infeasible
            : parts.Contains(ClaimVerdict.NotMeasured) ? ClaimVerdict.NotMeasured
            : parts.Contains(ClaimVerdict.Undecided) ? ClaimVerdict.Undecided
            : against;
    }

    /// <summary>What became of it altogether: over all points at which both sides could be measured.</summary>
    public ClaimVerdict Overall
    {
        get
        {
            var verdicts = Points.Select(At).ToHashSet();
            return verdicts.Contains(ClaimVerdict.Supported) && verdicts.Contains(ClaimVerdict.Refuted) ? ClaimVerdict.Depends
                : verdicts.Contains(ClaimVerdict.Undecided) ? ClaimVerdict.Undecided
                : verdicts.Contains(ClaimVerdict.Supported) ? ClaimVerdict.Supported
                : verdicts.Contains(ClaimVerdict.Refuted) ? ClaimVerdict.Refuted
                : verdicts.Contains(ClaimVerdict.Infeasible) ? ClaimVerdict.Infeasible
                : ClaimVerdict.NotMeasured;
        }
    }

    /// <summary>The larger of the two sides of a part, where it is largest, in the metric's unit; null where a side was not measured anywhere.</summary>
    /// <remarks>As no metric is negative, no difference can be larger; a margin above it is one that nothing exceeds.</remarks>
    internal double? LargestSide(ClaimPart part) =>
        Points
            .Select(point =>
                part.Terms.Select(term =>
                        (term.Factor, Row: _results.Find(term.Architecture, PointOf(term, point), term.About, term.Metric))
                    )
                    .ToArray()
            )
            .Where(terms => terms.All(term => term.Row is not null))
            .Select(terms => (double?)Math.Max(Side(terms, 1) + Math.Max(part.Constant, 0), Side(terms, -1) + Math.Max(-part.Constant, 0)))
            .Max();

    /// <summary>Whether all sides of a row are longer than readers are told, and count as that long.</summary>
    internal bool IsBeyond(ClaimRow row) => Beyond(row).All(one => one);

    /// <summary>Whether some side of a row is.</summary>
    internal bool IsCut(ClaimRow row) => Beyond(row).Any(one => one);

    private IEnumerable<bool> Beyond(ClaimRow row) =>
        Condition
            .Parts[row.Part - 1]
            .Terms.Select(term =>
                _results.Find(term.Architecture, PointOf(term, row.Point), term.About, term.Metric)?.Mean
                > MetricTable.Find(term.Metric).ToldUpTo
            );

    private static double Side((double Factor, SummaryRow? Row)[] terms, int sign) =>
        terms.Where(term => Math.Sign(term.Factor) == sign).Sum(term => Math.Abs(term.Factor) * term.Row!.Mean);

    private ClaimRow Row(string point, ClaimPart part, int number)
    {
        var unit = MetricTable.Find(part.Terms[0].Metric).Unit;
        (ClaimTerm Term, string Point)[] cells = [.. part.Terms.Select(term => (term, PointOf(term, point)))];
        if (cells.Any(cell => _infeasible.Contains((cell.Term.Architecture, cell.Point))))
            return Empty(ClaimVerdict.Infeasible);
        var differences = Differences(part, term => (_runs, PointOf(term, point)));
        int[] common = [.. differences.Keys.Order()];
        if (common.Length == 0 || cells.Any(cell => !IsSound(cell.Term, cell.Point)))
            return Empty(ClaimVerdict.NotMeasured);
        var confidence = 1 - ((1 - Summary.Confidence) / (Points.Count * Condition.Parts.Count));
        var estimate = Estimate.Of(common.Select(replication => differences[replication]), confidence);
        var (low, high) = FlatShares.Of(_results, part, cells, estimate, confidence) ?? (estimate.Low, estimate.High);
        return new(
            Claim.Name,
            Claim.Comparison,
            point,
            number,
            Judge(part.Relation, low, high),
            common.Length,
            estimate.Mean,
            low,
            high,
            Claim.Margin,
            unit
        )
        {
            EffectSize = EffectOf([.. common.Select(replication => differences[replication])]),
            Share = At(box => box.Share.Share),
            ShareLow = At(box => box.Share.Low),
            ShareHigh = At(box => box.Share.High),
            FlipFactor = point == BoxPoint && Box?.Alone is { } alone ? Changed(alone).Input.Factor : null,
            FlipValue = point == BoxPoint && Box?.Alone is { } turn ? Changed(turn).Text : null,
            FlipDistance = At(box => box.Alone?.Distance),
            FlipTogether = At(box => box.Together?.Distance),
        };

        double? At(Func<ClaimBox, double?> read) => point == BoxPoint && Box is { } box ? read(box) : null;

        ClaimRow Empty(ClaimVerdict verdict) =>
            new(Claim.Name, Claim.Comparison, point, number, verdict, 0, null, null, null, Claim.Margin, unit);
    }

    /// <summary>The input that a turn by one input alone changes, and the value at which it turns.</summary>
    private (UncertainInput Input, string Text) Changed(Turn turn)
    {
        var edge = turn.Point.Index().First(one => one.Item != 0).Index;
        var input = Box!.Manifest.Inputs[edge];
        return (input, input.Text(input.Value(turn.Point[edge])));
    }

    /// <summary>Mean of the differences in standard deviations of them (Cohen's d of pairs); null with fewer than two or where they do not differ.</summary>
    private static double? EffectOf(double[] differences) =>
        Moments.Of(differences) is { Mean: var mean, Variance: > 0 and var variance } ? mean / Math.Sqrt(variance) : null;

    /// <summary>Holds the claim against the ranges around the point where they were sampled.</summary>
    private ClaimBox? BoxOf()
    {
        if (_results.Uncertain is not { } uncertain || BoxPoint is not { } at || !Points.Contains(at))
            return null;
        var nominal = Condition.Parts.Select(part => Differences(part, term => (_runs, PointOf(term, at)))).ToList();
        if (Condition.Terms.Any(term => !IsSound(term, PointOf(term, at))))
            return null;
        var runs = uncertain.Runs.ToLookup(run => (run.Architecture, run.Point, run.Relation, run.Metric));
        var inputs = uncertain.Box.Inputs;
        var places = uncertain
            .Points.Select(DesignPoint.Parse)
            .Select(point => DesignPoint.Of(inputs.Select(input => (input.Factor, point[input.Factor]!))))
            .DistinctBy(place => place.ToString())
            .ToList();
        var confidence = 1 - ((1 - Summary.Confidence) / Condition.Parts.Count);
        double[] flat = [.. Condition.Parts.Select((part, i) => FlatShares.HalfWidth(_results, part, Cells(part), nominal[i], confidence))];
        return ClaimBox.Of(
            Claim,
            Condition,
            uncertain.Box,
            nominal,
            flat,
            [
                .. places.Select(place =>
                    (
                        place,
                        (IReadOnlyList<IReadOnlyDictionary<int, double>>)
                            [.. Condition.Parts.Select(part => Differences(part, term => (runs, At(term, place))))]
                    )
                ),
            ]
        );

        (ClaimTerm, string)[] Cells(ClaimPart part) => [.. part.Terms.Select(term => (term, PointOf(term, at)))];

        // As the cells were laid out: the factors of the comparison, then the uncertain inputs.
        string At(ClaimTerm term, DesignPoint place) =>
            DesignPoint
                .Of(
                    DesignPoint
                        .Parse(uncertain.Box.At)
                        .Values.Where(pair => place[pair.Factor] is null)
                        .Select(pair =>
                            (
                                pair.Factor,
                                term.At.Where(one => one.Factor == pair.Factor).Select(one => one.Value).FirstOrDefault(pair.Value)
                            )
                        )
                        .Concat(place.Values)
                )
                .ToString();
    }

    /// <summary>The difference of a part in each replication that all its terms have; what rounding alone explains is none.</summary>
    private static Dictionary<int, double> Differences(
        ClaimPart part,
        Func<ClaimTerm, (ILookup<(string, string, string, string), RunRow> Runs, string Point)> at
    )
    {
        var values = part
            .Terms.Select(term =>
                at(term) is var (runs, point)
                    ? runs[(term.Architecture, point, term.About, term.Metric)]
                        .ToDictionary(
                            run => run.Replication,
                            run => term.Factor * Math.Min(run.Value, MetricTable.Find(term.Metric).ToldUpTo)
                        )
                    : []
            )
            .ToArray();
        var differences = values
            .Select(value => value.Keys.AsEnumerable())
            .Aggregate(Enumerable.Intersect)
            .ToDictionary(replication => replication, replication => part.Constant + values.Sum(value => value[replication]));
        if (differences.Count == 0)
            return differences;
        // Sums of the same parts in another order differ in their last digits: neither from zero nor from each other, for any of our purposes.
        var mean = differences.Values.Average();
        var noise =
            Rounding * differences.Keys.Max(replication => Math.Abs(part.Constant) + values.Sum(value => Math.Abs(value[replication])));
        var level = Math.Abs(mean) <= noise ? 0 : mean;
        return differences.ToDictionary(one => one.Key, one => Math.Abs(one.Value - mean) <= noise ? level : one.Value);
    }

    private ClaimVerdict Judge(ClaimRelation relation, double? lower, double? upper)
    {
        if (lower is not { } low || upper is not { } high)
            return ClaimVerdict.Undecided;
        var margin = Claim.Margin;
        return relation switch
        {
            ClaimRelation.Equal => low >= -margin && high <= margin ? ClaimVerdict.Supported
            : low > margin || high < -margin ? ClaimVerdict.Refuted
            : ClaimVerdict.Undecided,
            ClaimRelation.Below => Beyond(-high, -low),
            _ => Beyond(low, high),
        };

        // Nothing is not less than nothing: without a margin, equal sides refute.
        ClaimVerdict Beyond(double least, double most) =>
            least > margin || (least == margin && margin > 0) ? ClaimVerdict.Supported
            : most < margin || (most == margin && margin == 0) ? ClaimVerdict.Refuted
            : ClaimVerdict.Undecided;
    }

    private bool IsSound(ClaimTerm term, string point) =>
        _results.Find(term.Architecture, point, term.About, term.Metric) is { } row && _results.IsSound(row);

    /// <summary>The point at which a term is taken, in the order of the comparison's factors.</summary>
    private string PointOf(ClaimTerm term, string point)
    {
        var free = DesignPoint.Parse(point);
        return DesignPoint
            .Of(
                _results
                    .Comparison.Factors.Select(factor =>
                        (
                            factor.Name,
                            Value: term.At.Where(one => one.Factor == factor.Name).Select(one => one.Value).FirstOrDefault()
                                ?? free[factor.Name]
                        )
                    )
                    .Where(factor => factor.Value is not null)
                    .Select(factor => (factor.Name, factor.Value!))
            )
            .ToString();
    }

    private static bool IsHeld(ClaimTerm term, string factor) => term.At.Any(one => one.Factor == factor);
}

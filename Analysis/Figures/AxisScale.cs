using M2mVsIoTSim.Analysis.Data;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>How a metric lies along an axis: linear or logarithmic, in which unit, and where the ticks are.</summary>
internal sealed class AxisScale
{
    /// <summary>A wider span than this is unreadable on a linear axis.</summary>
    private const double LinearSpan = 20;

    // csharpier-ignore
    private static readonly double[] Times =
    [
        1e-9, 2e-9, 5e-9, 1e-8, 2e-8, 5e-8, 1e-7, 2e-7, 5e-7, 1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4,
        1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800,
        3600, 7200, 18000, 43200, 86400, 172800, 432000, 864000, 2592000, 8640000,
    ];

    /// <summary>Every so many of the candidates for ticks [1].</summary>
    private static readonly int[] Thinnings = [1, 2, 4, 8, 16];

    private readonly Metric _metric;
    private readonly bool _log;
    private readonly double _size;
    private readonly bool _whole;

    private AxisScale(Metric metric, bool log, double low, double high, double size, string title)
    {
        (_metric, _log, _size) = (metric, log, size);
        _whole = metric.Family == MetricFamily.Complexity;
        var (from, to) = (Map(low), Map(high));
        var pad = to > from ? 0.06 * (to - from) : Math.Max(Math.Abs(to) * 0.1, 1e-12);
        (Low, High) = (from == 0 ? 0 : from - pad, to + pad);
        // Nothing lies beyond all of it.
        if (metric.IsShare && to <= 1)
            High = Math.Min(High, 1 + (0.06 * (1 - Low)));
        if (!log && low >= 0)
            Low = Math.Max(Low, 0);
        Title = !log && Low > 0 ? title + ", not from 0" : title;
    }

    /// <summary>Beginning of the axis, mapped.</summary>
    public double Low { get; }

    /// <summary>End of the axis, mapped.</summary>
    public double High { get; }

    /// <summary>Name of the axis with its unit.</summary>
    public string Title { get; }

    /// <summary>A scale that holds all <paramref name="values"/>; logarithmic when they span much and are positive.</summary>
    public static AxisScale Of(Metric metric, IReadOnlyCollection<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var log = !metric.IsShare && low > 0 && high / low > LinearSpan;
        var (size, unit) = Unit(metric, high);
        // Ticks of a logarithmic time axis carry their own units.
        var title =
            log && metric.Unit == "s" ? $"{metric.Title} (logarithmic)"
            : log ? $"{metric.Title}{Bracket(unit, ", logarithmic")}"
            : $"{metric.Title}{Bracket(unit, "")}";
        return new(metric, log, low, high, size, title);
    }

    /// <summary>A linear scale that holds all <paramref name="values"/>, on which lengths can be compared.</summary>
    public static AxisScale Linear(Metric metric, IReadOnlyCollection<double> values)
    {
        var (size, unit) = Unit(metric, values.Max(Math.Abs));
        return new(metric, log: false, values.Min(), values.Max(), size, $"{metric.Title}{Bracket(unit, "")}");
    }

    /// <summary>A linear scale from 0 with room for labels behind the longest bar.</summary>
    public static AxisScale OfBars(Metric metric, double longest)
    {
        var high = longest > 0 ? longest : 1;
        var (size, unit) = Unit(metric, high);
        return new(metric, log: false, 0, high * 1.45, size, $"{metric.Title}{Bracket(unit, "")}");
    }

    /// <summary>A logarithmic scale for durations.</summary>
    public static AxisScale OfTimes(Metric metric, double low, double high) =>
        new(metric, log: true, low, high, 1, "Latency (logarithmic)");

    /// <summary>Where a value lies.</summary>
    public double Map(double value) => _log ? Math.Log10(value) : value;

    /// <summary>Where a value lies; what a logarithmic axis cannot show is drawn at its beginning.</summary>
    public double MapClipped(double value) => _log && value <= 0 ? Low : Math.Max(Map(value), Low);

    /// <summary>Ticks for an axis of so many pixels.</summary>
    public ITickGenerator Ticks(float pixels, float pixelsPerTick) => Ticks(Math.Max(2, (int)(pixels / pixelsPerTick)));

    /// <summary>So many ticks at most.</summary>
    public ITickGenerator Ticks(int most) => _log ? LogTicks(most) : LinearNumbers(most);

    /// <summary>Labels as wide as any on an axis with room for so many ticks.</summary>
    public IReadOnlyList<string> SampleLabels(int ticks) => _log ? [.. LogValues(ticks).Select(LogLabel)] : LinearTicks(ticks).Labels;

    private NumericManual LinearNumbers(int most)
    {
        var (values, labels) = LinearTicks(most);
        return new(values, labels);
    }

    /// <summary>
    /// Multiples of 1, 2 or 5 times a power of ten, all with the same digits; none at the very end, where its label would meet the next plot's.
    /// </summary>
    private (double[] Values, string[] Labels) LinearTicks(int most)
    {
        var (low, span) = (Low / _size, (High - Low) / _size);
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / most)));
        var step = power * ((int[])[1, 2, 5, 10]).First(digit => digit * power * most >= span);
        if (_whole)
            step = Math.Max(1, step);
        var first = (long)Math.Ceiling((low / step) - 1e-9);
        var last = (long)Math.Floor((low + (0.97 * span)) / step);
        // All of it is worth a tick wherever it lies.
        if (_metric.IsShare && High >= 1)
            last = (long)Math.Floor((1 / (_size * step)) + 1e-9);
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        double[] shown = [.. Enumerable.Range(0, (int)Math.Max(1, last - first + 1)).Select(i => (first + i) * step)];
        return (
            [.. shown.Select(value => value * _size)],
            [.. shown.Select(value => Readable.Fixed(value, decimals) + (_metric.IsShare ? " %" : ""))]
        );
    }

    private NumericManual LogTicks(int most)
    {
        var chosen = LogValues(most);
        var ticks = new NumericManual([.. chosen.Select(Map)], [.. chosen.Select(LogLabel)]);
        foreach (var value in Candidates().Except(chosen))
            ticks.AddMinor(Map(value));
        return ticks;
    }

    /// <summary>Of all candidates, decades only, or every second, fourth … of either: what shows most without labels that meet, which are closer together from 1 to 2 than from 2 to 5.</summary>
    private double[] LogValues(int most)
    {
        var room = (High - Low) / most;
        var choices = new[] { Candidates(), [.. Candidates().Where(IsDecade)] }
            .SelectMany(all => Thinnings.Select(step => all.Where((_, i) => i % step == 0).ToArray()))
            .ToList();
        return choices
                .Where(choice => choice.Zip(choice.Skip(1)).All(pair => Map(pair.Second) - Map(pair.First) >= room))
                .MaxBy(choice => choice.Length)
            ?? choices.MinBy(choice => choice.Length)!;
    }

    private double[] Candidates() => [.. (_metric.Unit == "s" ? Times : Numbers()).Where(value => Map(value) >= Low && Map(value) <= High)];

    private string LogLabel(double value) => _metric.Unit == "s" ? Readable.Duration(value) : Readable.Significant(value / _size);

    private IEnumerable<double> Numbers()
    {
        for (var decade = (int)Math.Floor(Low); decade <= Math.Ceiling(High); decade++)
        {
            foreach (var digit in (int[])[1, 2, 5])
                yield return digit * Math.Pow(10, decade);
        }
    }

    private bool IsDecade(double value) =>
        _metric.Unit == "s" && value >= 60
            ? value is 60 or 600 or 3600 or 43200 or 432000 or 8640000
            : Math.Abs(Math.Log10(value) - Math.Round(Math.Log10(value))) < 1e-9;

    private static (double Size, string Name) Unit(Metric metric, double high) =>
        metric.IsShare ? (0.01, "") : Readable.Scale(metric, high);

    private static string Bracket(string unit, string more) =>
        unit.Length == 0 ? (more.Length == 0 ? "" : $" ({more[2..]})") : $" ({unit}{more})";
}

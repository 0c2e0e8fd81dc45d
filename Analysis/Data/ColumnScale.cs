namespace M2mVsIoTSim.Analysis.Data;

/// <summary>How the values of one column of a table are written: all in one unit, so that they can be compared at a glance.</summary>
/// <param name="Metric">What the column holds.</param>
/// <param name="Size">Size of the unit, in the metric's own.</param>
/// <param name="Unit">Its symbol; empty for plain numbers.</param>
public sealed record ColumnScale(Metric Metric, double Size, string Unit)
{
    /// <summary>More digits than this are noise.</summary>
    private const int MostDigits = 4;

    /// <summary>The unit that suits the largest value, or a smaller one where the smallest would drown in zeros.</summary>
    /// <param name="metric">What the column holds.</param>
    /// <param name="values">Its values, in the metric's own unit.</param>
    public static ColumnScale Of(Metric metric, IEnumerable<double> values)
    {
        double[] sizes = [.. values.Select(Math.Abs).Where(value => value > 0).Order()];
        if (sizes.Length == 0)
            return Single(metric, 0);
        var scale = Single(metric, sizes[^1]);
        for (var value = sizes[^1]; sizes[0] / scale.Size < 0.01 && value >= sizes[0]; value /= 10)
            scale = Single(metric, value);
        return scale;
    }

    /// <summary>A mean with its interval, such as <c>1.82 [1.77, 1.87]</c>; the mean alone where the interval is missing or too narrow to show.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="low">Lower end of its interval; null if there is none.</param>
    /// <param name="high">Upper end.</param>
    public string Text(double mean, double? low = null, double? high = null)
    {
        var middle = mean / Size;
        if (low is not { } from || high is not { } to || from == to)
            return Readable.Fixed(middle, middle == Math.Floor(middle) && Math.Abs(middle) < 1e6 ? 0 : Most(middle));
        var half = Math.Max(mean - from, to - mean) / Size;
        var decimals = Math.Min(Readable.Decimals(half, 2), middle == 0 ? int.MaxValue : Most(middle));
        var (text, lowText, highText) = (
            Readable.Fixed(middle, decimals),
            Readable.Fixed(from / Size, decimals),
            Readable.Fixed(to / Size, decimals)
        );
        return lowText == text && highText == text ? text : $"{text} [{lowText}, {highText}]";
    }

    /// <summary>As <see cref="Text"/>, with the unit.</summary>
    public string TextWithUnit(double mean, double? low = null, double? high = null) =>
        Unit.Length == 0 ? Text(mean, low, high) : $"{Text(mean, low, high)}\u00A0{Unit}";

    /// <summary>A measured mean as <see cref="Text"/> writes it, with <c>&gt; 25</c> for what is larger than readers are told (<see cref="Metric.ToldUpTo"/>), and <c>&lt; −25</c> for a difference that is as large.</summary>
    public string Level(double mean, double? low = null, double? high = null)
    {
        var limit = Metric.ToldUpTo;
        if (Math.Abs(mean) <= limit && !(low < -limit) && !(high > limit))
            return Text(mean, low, high);
        string End(double value) =>
            value > limit ? $">\u00A0{Text(limit)}"
            : value < -limit ? $"<\u00A0{Text(-limit)}"
            : Readable.Significant(value / Size);
        var (from, to) = (End(low ?? mean), End(high ?? mean));
        return from == to ? from : $"{End(mean)} [{from}, {to}]";
    }

    /// <summary>As <see cref="Level"/>, with the unit.</summary>
    public string LevelWithUnit(double mean, double? low = null, double? high = null) =>
        Unit.Length == 0 ? Level(mean, low, high) : $"{Level(mean, low, high)}\u00A0{Unit}";

    // Close to 100 % it is the rest that counts: 99.98 % must not read as 100 %.
    private int Most(double value) =>
        Math.Max(Readable.Decimals(value, MostDigits), Metric.IsShare && value != 100 ? Readable.Decimals(100 - value, 1) : 0);

    private static ColumnScale Single(Metric metric, double value)
    {
        var (size, name) = Readable.Scale(metric, value);
        return new(metric, size, name);
    }
}

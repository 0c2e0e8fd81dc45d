using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Where a claim holds, where it does not, and where that is undecided: over its two most influential inputs.</summary>
public static class BoundaryMap
{
    private const int Fineness = 60;
    private const int MostTicks = 7;

    /// <summary>The map of a claim: over uncertain inputs where the comparison has some, else over the factors that it sweeps; null where there is nothing to spread it over.</summary>
    public static Figure? Of(ClaimTest test) => test.Box is { HasSurface: true } box ? OfBox(test, box) : SweptMap.Of(test);

    private static Figure OfBox(ClaimTest test, ClaimBox box)
    {
        var influence = box.Influence;
        int[] edges = [.. Enumerable.Range(0, influence.Count).OrderByDescending(edge => influence[edge]).Take(2)];
        var inputs = edges.Select(edge => box.Manifest.Inputs[edge]).ToArray();
        var others = box
            .Manifest.Inputs.Where(input => !inputs.Contains(input))
            .Select(input => $"{input.Factor} {input.Text(input.Nominal)}")
            .ToArray();
        return new Figure(
            $"claim-{test.Claim.Name}",
            $"Where \"{test.Claim.Name}\" holds within the plausible range",
            "Fields: what can be said with 95 % everywhere at once, from the fitted surface"
                + (others.Length == 0 ? "" : $" at {string.Join(", ", others)}")
                + ". Circles: points that were run, filled where the claim held by its means"
                + (others.Length == 0 ? "." : ", at whatever value the other inputs had."),
            title => Draw(title, box, edges, inputs)
        );
    }

    private static Sheet Draw(string title, ClaimBox box, int[] edges, UncertainInput[] inputs)
    {
        var plot = new Plot();
        var (x, y) = (inputs[0], inputs.Length > 1 ? inputs[1] : null);
        var (low, high) = (y?.Low ?? 0, y?.High ?? 1);
        var (width, height) = ((x.High - x.Low) / Fineness, (high - low) / Fineness);
        for (var row = 0; row < Fineness; row++)
        {
            var bottom = low + (row * height);
            ClaimVerdict At(int column)
            {
                var point = new double[box.Manifest.Inputs.Count];
                point[edges[0]] = x.Coded(x.Low + ((column + 0.5) * width));
                if (y is not null)
                    point[edges[1]] = y.Coded(bottom + (height / 2));
                return box.VerdictAt(point);
            }

            for (var from = 0; from < Fineness; )
            {
                var to = from + 1;
                while (to < Fineness && At(to) == At(from))
                    to++;
                VerdictField.Add(plot, x.Low + (from * width), x.Low + (to * width), bottom, bottom + height, At(from));
                from = to;
            }
        }

        var frame = plot.Add.Rectangle(x.Low, x.High, low, high);
        frame.FillColor = Colors.Transparent;
        frame.LineColor = Color.FromHex("#555555");
        frame.LineWidth = 1;
        foreach (var sample in box.Samples)
            Mark(plot, sample.Holds ? VerdictField.Held : VerdictField.NotHeld, X(sample.Point), Y(sample.Point));
        Mark(plot, VerdictField.Nominal, x.Nominal, y?.Nominal ?? 0.5);
        var turns = box.Alone is { } alone && alone.Point.Index().All(one => one.Item == 0 || edges.Contains(one.Index)) ? alone : null;
        if (turns is not null)
            Mark(plot, VerdictField.Turn, X(turns.Point), Y(turns.Point));
        plot.Axes.SetLimits(
            x.Low - (0.03 * (x.High - x.Low)),
            x.High + (0.03 * (x.High - x.Low)),
            low - (0.05 * (high - low)),
            high + (0.05 * (high - low))
        );
        var (ticks, labels) = Ticks(low, high);
        var shown = y is null ? [] : labels;
        plot.Axes.Left.TickGenerator = y is null ? new NumericManual() : new NumericManual(ticks, labels);
        return new Sheet(
            title,
            [
                new Panel(
                    "",
                    plot,
                    Named(x),
                    _ => Ticks(x.Low, x.High) is var (at, text) ? new NumericManual(at, text) : new NumericManual()
                ),
            ],
            [.. VerdictField.Legend, .. VerdictField.Points(turns is not null)],
            y is null ? 240 : 420,
            1,
            shown,
            y is null ? "" : Named(y)
        );

        double X(double[] point) => x.Value(point[edges[0]]);
        double Y(double[] point) => y?.Value(point[edges[1]]) ?? 0.5;
    }

    private static void Mark(Plot plot, int style, double x, double y) =>
        plot.Add.Marker(x, y, Palette.Marker(style), 10, Palette.Line(style));

    private static string Named(UncertainInput input) => input.Unit.Length == 0 ? input.Factor : $"{input.Factor} ({input.Unit})";

    /// <summary>Multiples of 1, 2 or 5 times a power of ten within a range.</summary>
    private static (double[] At, string[] Labels) Ticks(double low, double high)
    {
        var span = high - low;
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / MostTicks)));
        var step = power * ((double[])[1, 2, 5, 10]).First(digit => digit * power * MostTicks >= span);
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        var first = (long)Math.Ceiling((low / step) - 1e-9);
        double[] at = [.. Enumerable.Range(0, (int)((long)Math.Floor((high / step) + 1e-9) - first + 1)).Select(i => (first + i) * step)];
        return (at, [.. at.Select(value => Readable.Fixed(value, decimals))]);
    }
}

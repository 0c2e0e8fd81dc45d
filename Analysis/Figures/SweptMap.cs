using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Where a claim holds over the two factors of a sweep that change its value most.</summary>
internal static class SweptMap
{
    /// <summary>The map; null where nothing is swept or nothing was measured.</summary>
    public static Figure? Of(ClaimTest test)
    {
        var points = test.Points.Select(DesignPoint.Parse).ToArray();
        string[] factors =
        [
            .. points
                .SelectMany(point => point.Values.Select(pair => pair.Factor))
                .Distinct()
                .Where(factor => points.Select(point => point[factor]).Distinct().Count() > 1)
                .OrderByDescending(factor => Influence(test, points, factor))
                .Take(2),
        ];
        if (factors.Length == 0)
            return null;
        var rest = points.SelectMany(point => point.Values.Select(pair => pair.Factor)).Distinct().Except(factors).ToArray();
        return new(
            $"claim-{test.Claim.Name}",
            $"Where \"{test.Claim.Name}\" holds",
            "One field for each value of the factors; the intervals of all points hold at once with 95 %."
                + (rest.Length == 0 ? "" : $" Undecided is also where the verdict changes with {string.Join(" or ", rest)}."),
            title => Draw(title, test, points, factors)
        );
    }

    private static Sheet Draw(string title, ClaimTest test, DesignPoint[] points, string[] factors)
    {
        var plot = new Plot();
        string[] columns = Values(factors[0]);
        string[] rows = factors.Length > 1 ? Values(factors[1]) : [""];
        foreach (var (x, column) in columns.Index())
        {
            foreach (var (y, row) in rows.Index())
            {
                var verdicts = points
                    .Where(point => point[factors[0]] == column && (factors.Length == 1 || point[factors[1]] == row))
                    .Select(point => test.At(point.ToString()))
                    .Distinct()
                    .ToArray();
                if (verdicts.Length > 0)
                    VerdictField.Add(
                        plot,
                        x - 0.5,
                        x + 0.5,
                        y - 0.5,
                        y + 0.5,
                        verdicts is [var only] ? only : ClaimVerdict.Depends,
                        outlined: true
                    );
            }
        }

        plot.Axes.SetLimits(-0.6, columns.Length - 0.4, -0.6, rows.Length - 0.4);
        plot.Axes.Left.TickGenerator = Ticks(rows);
        return new(
            title,
            [new("", plot, factors[0], _ => Ticks(columns))],
            [.. VerdictField.Legend, VerdictField.NotMeasured],
            150 + (60 * rows.Length),
            1,
            rows,
            factors.Length > 1 ? factors[1] : ""
        );

        string[] Values(string factor) => [.. points.Select(point => point[factor]!).Distinct()];
    }

    private static NumericManual Ticks(string[] labels) => new([.. labels.Select((_, i) => (double)i)], labels);

    /// <summary>How far apart the mean differences of any part lie between values of a factor, in margins of nothing: their range over their values.</summary>
    private static double Influence(ClaimTest test, DesignPoint[] points, string factor) =>
        test
            .Rows.Where(row => row.Difference is not null)
            .GroupBy(row => row.Part)
            .Select(part =>
            {
                double[] means =
                [
                    .. part.GroupBy(row => DesignPoint.Parse(row.Point)[factor])
                        .Select(group => group.Average(row => row.Difference!.Value)),
                ];
                return means.Max() - means.Min();
            })
            .DefaultIfEmpty(0)
            .Max();
}

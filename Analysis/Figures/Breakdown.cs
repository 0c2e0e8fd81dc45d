using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Metrics that are parts of a whole: energy by state, losses by reason.</summary>
internal static class Breakdown
{
    /// <summary>With fewer arrivals due, a share of a few percent is a matter of single messages.</summary>
    private const int FewArrivals = 100;

    public static IEnumerable<Figure> Energy(ComparisonResults results)
    {
        var metric = MetricTable.Find("energy-per-day") with { Title = "Energy per day" };
        foreach (var contrast in Contrast.Of(results))
        foreach (
            var figure in Of(
                results,
                contrast,
                "energy:",
                metric,
                party =>
                    (
                        $"{results.Comparison.Name}-energy-{party}{contrast.Suffix}",
                        $"What {party} devices spend their energy on{contrast.Phrase}",
                        $"Energy that the mean {party} draws per day, by state of its radio and electronics."
                    ),
                Glossary.Energy,
                (_, _, _) => "nothing",
                party => $"has no {party}",
                // Each technology has states of its own; side by side what they have in common counts.
                contrast.IsOfFactor
                    ? Glossary.StateOf
                    : part => part,
                contrast.IsOfFactor ? "Share of the energy; number: all of it" : null
            )
        )
            yield return figure;
    }

    public static IEnumerable<Figure> Losses(ComparisonResults results) =>
        Contrast.Of(results).SelectMany(contrast => Losses(results, contrast));

    public static IEnumerable<Figure> Costs(ComparisonResults results) =>
        Contrast
            .Of(results)
            .SelectMany(contrast =>
                Of(
                    results,
                    contrast,
                    "cost:",
                    MetricTable.Find(MetricTable.TotalCost),
                    _ =>
                        (
                            $"{results.Comparison.Name}-costs{contrast.Suffix}",
                            $"What the total cost is made of{contrast.Phrase}",
                            $"{MetricTable.Find(MetricTable.TotalCost).Definition} Each panel has its own scale. Whiskers: all prices at their low and at their high ends."
                        ),
                    Glossary.Costs,
                    (_, _, _) => "nothing",
                    _ => "not known",
                    part => part,
                    null,
                    (architecture, point) =>
                        results.Find(architecture, point, "", "cost-total-low") is { } low
                        && results.Find(architecture, point, "", "cost-total-high") is { } high
                            ? (low.Mean, high.Mean)
                            : null
                )
            );

    private static IEnumerable<Figure> Losses(ComparisonResults results, Contrast contrast) =>
        Of(
            results,
            contrast,
            "dropped:",
            MetricTable.Find("deadline-miss") with
            {
                Title = "Lost",
            },
            relation =>
                (
                    $"{results.Comparison.Name}-losses-{relation}{contrast.Suffix}",
                    $"Why messages of {relation} are lost{contrast.Phrase}",
                    $"Share of the expected arrivals of {relation} that were lost, by reason.{FewMessages(results, relation)}"
                ),
            Glossary.Losses,
            (relation, architecture, point) => $"none of {Readable.Significant(results.Arrivals(architecture, point, relation))}",
            _ => "no message was due",
            part => part,
            null
        );

    private static IEnumerable<Figure> Of(
        ComparisonResults results,
        Contrast contrast,
        string family,
        Metric metric,
        Func<string, (string Name, string Title, string Caption)> words,
        Func<IEnumerable<string>, string> glossary,
        Func<string, string, string, string> zero,
        Func<string, string> missing,
        Func<string, string> partOf,
        string? wholeTitle,
        Func<string, string, (double Low, double High)?>? ends = null
    )
    {
        var (panels, note) = BarPanel.Of(results, contrast);
        var points = panels.SelectMany(panel => panel.Bars).Select(bar => bar.Point).ToHashSet();
        foreach (
            var group in results
                .Runs.Where(row => row.Metric.StartsWith(family, StringComparison.Ordinal) && points.Contains(row.Point))
                .GroupBy(row => row.Relation)
        )
        {
            string[] names =
            [
                .. group
                    .GroupBy(row => partOf(row.Metric[family.Length..]))
                    .Where(part => part.Any(row => row.Value > 0))
                    .OrderByDescending(part => part.Sum(row => row.Value))
                    .ThenBy(part => part.Key, StringComparer.Ordinal)
                    .Select(part => part.Key),
            ];
            if (names.Length == 0)
                continue;
            var parts = new BarParts(
                names,
                [.. group.Select(row => (row.Architecture, row.Point, row.Replication, partOf(row.Metric[family.Length..]), row.Value))]
            );
            var (name, title, caption) = words(group.Key);
            yield return new(
                name,
                title,
                $"{caption}{(wholeTitle is null && ends is null ? StackedBars.Whiskers : "")}{note}{glossary(names)}",
                new StackedBars(
                    results,
                    metric,
                    panels,
                    parts,
                    (architecture, point) => zero(group.Key, architecture, point),
                    missing(group.Key),
                    wholeTitle,
                    ends
                ).Draw
            );
        }
    }

    private static string FewMessages(ComparisonResults results, string relation)
    {
        var fewest = results
            .Means.Where(row => row.Metric == "expected-arrivals" && row.Relation == relation)
            .Select(row => row.Mean * row.Replications)
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();
        return fewest < FewArrivals
            ? $" Some bars rest on as few as {Readable.Significant(Math.Round(fewest))} expected arrivals in all replications: too few to tell a loss of a few percent from none. Run longer (duration) for more."
            : "";
    }
}

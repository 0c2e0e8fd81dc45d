using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>Where the mean latency is spent, stage by stage.</summary>
internal static class Waterfall
{
    public static IEnumerable<Figure> Of(ComparisonResults results)
    {
        var (panels, note) = BarPanel.Of(results, Contrast.ByArchitecture(results));
        var points = panels.SelectMany(panel => panel.Bars).Select(bar => bar.Point).ToHashSet();
        foreach (var relation in results.Comparison.Relations.Select(relation => relation.Name))
        {
            HopRow[] rows = [.. results.Hops.Where(row => row.Relation == relation && points.Contains(row.Point))];
            if (rows.Length == 0)
                continue;
            string[] stages =
            [
                .. rows.GroupBy(row => row.Hop)
                    .OrderBy(stage => stage.Max(row => row.Ordinal))
                    .ThenBy(stage => stage.Key, StringComparer.Ordinal)
                    .Select(stage => stage.Key),
            ];
            var parts = new BarParts(
                stages,
                [.. rows.Select(row => (row.Architecture, row.Point, row.Replication, row.Hop, row.MeanSeconds))]
            );
            yield return new(
                $"{results.Comparison.Name}-waterfall-{relation}",
                $"Where {relation} spends its time on the way: mean latency, stage by stage",
                $"The stages of a bar add up to the mean latency of delivered {relation}.{StackedBars.Whiskers}"
                    + $"{note}{Glossary.OnTheWay(stages)}",
                new StackedBars(results, MetricTable.Find("latency-mean"), panels, parts, (_, _) => "no time", "nothing arrived").Draw
            );
        }
    }
}

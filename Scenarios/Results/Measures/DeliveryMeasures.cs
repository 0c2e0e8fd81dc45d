using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>Whether messages arrive, when, and along which stages.</summary>
internal sealed class DeliveryMeasures(CaseFindings run, CaseSheet sheet)
{
    /// <summary>How a relation was served.</summary>
    public void Add(Relation relation)
    {
        var consumers = Enumerable.Range(0, relation.Consumers.Count).ToList();
        var outcomes = consumers.Select(consumer => run.Probes.Deliveries.Of(relation, consumer)).ToList();
        var (sent, delivered, inTime) = (outcomes.Sum(o => o.Sent), outcomes.Sum(o => o.Delivered), outcomes.Sum(o => o.InTime));
        var seconds = run.Cell.Times.Measurement.TotalSeconds;
        sheet.Add(relation.Name, "offered-load", sent / seconds);
        sheet.Add(relation.Name, "expected-arrivals", sent);
        sheet.Add(relation.Name, "carried-load", delivered / seconds);
        AddReactions(relation);
        if (sent == 0)
        {
            return;
        }

        sheet.Add(relation.Name, "delivery", (double)delivered / sent);
        sheet.Add(relation.Name, "duplicates", (double)run.Probes.Deliveries.Duplicates(relation) / sent);
        if (relation.Deadline is not null)
        {
            sheet.Add(relation.Name, "delivery-in-time", (double)inTime / sent);
            sheet.Add(relation.Name, "deadline-miss", 1 - (double)inTime / sent);
        }

        foreach (var reason in Enum.GetValues<DropReason>().Where(IsPossible))
        {
            var dropped = consumers.Sum(consumer => run.Probes.Drops.Count(relation, consumer, reason));
            // Zeros too: a mean over the replications in which something was lost would be too high.
            sheet.Add(relation.Name, $"dropped:{Names.Kebab(reason.ToString())}", (double)dropped / sent);
        }

        if (delivered > 0)
        {
            AddLatency(relation, [.. outcomes.Select(o => o.Latency).Where(latency => latency.Count > 0)]);
            AddStages(relation, consumers);
            AddTrend(relation);
        }
    }

    /// <summary>Whether a message can be lost for a reason at all: where there are no people, nobody fails to notice.</summary>
    private bool IsPossible(DropReason reason) =>
        reason != DropReason.Unnoticed || run.Network.Plan.Tiers.Any(tier => tier.Platform is Platform.Person);

    /// <summary>How the chain does that a relation ends: a chain that was torn is missing at its end.</summary>
    private void AddReactions(Relation relation)
    {
        if (run.Probes.Reactions.Of(relation) is not { Sent: > 0 } reactions)
        {
            return;
        }

        sheet.Add(relation.Name, "reactions-due", reactions.Sent);
        sheet.Add(relation.Name, "reactions", (double)reactions.Delivered / reactions.Sent);
        if (relation.Chain!.Deadline is not null)
        {
            sheet.Add(relation.Name, "reactions-in-time", (double)reactions.InTime / reactions.Sent);
        }

        if (reactions.Delivered > 0)
        {
            var quantiles = run.Probes.Reactions.Quantiles(relation)!;
            sheet.Add(relation.Name, "reaction-time-mean", reactions.Latency.Mean!.Value);
            sheet.Add(relation.Name, "reaction-time-p50", quantiles.Quantile(0.5)!.Value);
            sheet.Add(relation.Name, "reaction-time-p95", quantiles.Quantile(0.95)!.Value);
            sheet.Add(relation.Name, "reaction-time-p99", quantiles.Quantile(0.99)!.Value);
            sheet.Add(relation.Name, "reaction-time-max", reactions.Latency.Greatest!.Value.TotalSeconds);
        }
    }

    private void AddLatency(Relation relation, IReadOnlyList<LatencyHistogram> consumers)
    {
        var all = new LogHistogram();
        foreach (var latency in consumers)
        {
            for (var bucket = 0; bucket < LatencyHistogram.Buckets; bucket++)
            {
                all.Add(bucket, latency.CountIn(bucket));
            }
        }

        var mean = consumers.Sum(latency => latency.Mean!.Value * latency.Count) / all.Count;
        var variance =
            consumers.Sum(latency => (Square(latency.Deviation!.Value) + Square(latency.Mean!.Value - mean)) * latency.Count) / all.Count;
        sheet.Add(relation.Name, "latency-mean", mean);
        var quantiles = run.Probes.Deliveries.Quantiles(relation);
        sheet.Add(relation.Name, "latency-p50", quantiles.Quantile(0.5)!.Value);
        sheet.Add(relation.Name, "latency-p95", quantiles.Quantile(0.95)!.Value);
        sheet.Add(relation.Name, "latency-p99", quantiles.Quantile(0.99)!.Value);
        sheet.Add(relation.Name, MetricTable.LatencyResolution, quantiles.Resolution);
        sheet.Add(relation.Name, "latency-max", consumers.Max(latency => latency.Greatest!.Value.TotalSeconds));
        sheet.Add(relation.Name, "latency-jitter", Math.Sqrt(variance));
        foreach (var (bucket, count) in all.Buckets)
        {
            sheet.Distributions.Add(
                DistributionRow.Of(
                    run.Cell.Comparison,
                    run.Cell.Architecture,
                    sheet.Point,
                    run.Replication,
                    relation.Name,
                    "latency",
                    bucket,
                    count
                )
            );
        }
    }

    private void AddTrend(Relation relation)
    {
        if (WarmUp.Of([.. run.Probes.Trend.Of(relation).Select(slice => (slice.Count, slice.Seconds))]) is { } warmUp)
        {
            sheet.Add(relation.Name, "warm-up-left", warmUp.Left);
            sheet.Add(relation.Name, "latency-settled", warmUp.Mean);
        }
    }

    /// <summary>Stages by name over all consumers, so that their means sum to the mean latency.</summary>
    private void AddStages(Relation relation, IReadOnlyList<int> consumers)
    {
        var stages = consumers
            .SelectMany(consumer => run.Probes.Stages.Of(relation, consumer).Select((stage, place) => (stage, place)))
            .ToList();
        var delivered = consumers.Sum(consumer => run.Probes.Deliveries.Of(relation, consumer).Delivered);
        var total = stages.Sum(s => (double)s.stage.Nanoseconds);
        var ordinal = 1;
        foreach (var group in stages.GroupBy(s => s.stage.Name).OrderBy(group => group.Min(s => s.place)))
        {
            var sum = group.Sum(s => (double)s.stage.Nanoseconds);
            if (sum > 0)
            {
                sheet.Hops.Add(
                    new HopRow(
                        run.Cell.Comparison,
                        run.Cell.Architecture,
                        sheet.Point,
                        run.Replication,
                        relation.Name,
                        ordinal++,
                        group.Key,
                        sum / delivered / 1e9,
                        sum / total
                    )
                );
            }
        }
    }

    private static double Square(double x) => x * x;
}

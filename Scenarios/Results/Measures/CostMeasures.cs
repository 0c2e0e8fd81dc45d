using System.Globalization;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Costs;
using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>The bill.</summary>
internal sealed class CostMeasures(CaseFindings run, BatteryMeasures batteries, CaseSheet sheet)
{
    /// <summary>The bill. What cannot be told without a battery's life is left out, which has a warning.</summary>
    public void Add()
    {
        var measured = run.Cell.Times.Measurement;
        var usage = new CostUsage(
            run.Messages.GroupBy(one => one.Equipment, (IEqualityComparer<Equipment>)ReferenceEqualityComparer.Instance)
                .ToDictionary<IGrouping<Equipment, HandledMessages>, Equipment, double>(
                    handled => handled.Key,
                    handled => YearlyMessages.Of(run.Network.Plan.Job, handled, measured),
                    ReferenceEqualityComparer.Instance
                ),
            batteries.Lives
        );
        var bill = Bill.Of(Takeoff.Of(run.Network.Plan, run.Network.Equipment, usage, run.Study.Library), run.Study.PricesOf(run.Cell));
        sheet.Add("", "capex", bill.Capex.Mid);
        if (batteries.NotKnown.Count > 0)
        {
            sheet.Warn(
                $"no total cost: the battery life of {string.Join(", ", batteries.NotKnown)} is not known, and so is how often somebody has to go there"
            );
            return;
        }

        sheet.Add("", "opex", bill.Opex.Mid);
        sheet.Add("", MetricTable.TotalCost, bill.Total.Mid);
        sheet.Add("", "cost-total-low", bill.Total.Low);
        sheet.Add("", "cost-total-high", bill.Total.High);
        var arrivals = run.Probes.Deliveries.Relations.Sum(relation =>
            Enumerable.Range(0, relation.Consumers.Count).Sum(consumer => run.Probes.Deliveries.Of(relation, consumer).Delivered)
            * YearlyMessages.Times(run.Network.Plan.Job, relation.Name, measured)
        );
        if (arrivals > 0)
        {
            sheet.Add("", "cost-per-message", bill.Total.Mid / (arrivals * run.Study.Prices.Years));
        }

        // Also what comes to nothing in this replication: means of parts over replications have to sum to the mean of the total.
        foreach (var kind in bill.Kinds)
        {
            sheet.Add("", $"cost:{Names.Kebab($"{kind}")}", bill.Items.Where(item => item.Kind == kind).Sum(item => item.Total.Mid));
        }

        sheet.Costs.AddRange(bill.Items.Select(CostOf));
    }

    private CostRow CostOf(BillItem item) =>
        new(
            run.Cell.Comparison,
            run.Cell.Architecture,
            sheet.Point,
            run.Replication,
            Names.Kebab($"{item.Kind}"),
            item.Item,
            item.Of,
            Rounded(item.Quantity),
            Rounded(item.Each.Low),
            Rounded(item.Each.Mid),
            Rounded(item.Each.High),
            Names.Kebab($"{item.When}"),
            Rounded(item.Payments),
            Rounded(item.Total.Low),
            Rounded(item.Total.Mid),
            Rounded(item.Total.High)
        );

    /// <summary>To twelve digits, far more than any price has: what is left of binary fractions is no money. Only rows are rounded, no sums.</summary>
    private static double Rounded(double value) =>
        double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>What one metric means.</summary>
/// <param name="Name">The name used in files, scenarios and figures; a family of metrics ends in a colon.</param>
/// <param name="Unit">The unit, <c>1</c> for a plain number.</param>
/// <param name="Family">What it says something about.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Title">Its name for a reader.</param>
/// <param name="Definition">What exactly is measured, in one sentence.</param>
public sealed record Metric(string Name, string Unit, MetricFamily Family, MetricDirection Direction, string Title, string Definition)
{
    /// <summary>Whether the metric is a share of a whole, to be shown in percent.</summary>
    public bool IsShare { get; init; }

    /// <summary>The largest value that readers are told, in the metric's unit; what lies beyond is called "more than" it. Tables in files have every value.</summary>
    public double ToldUpTo { get; init; } = double.PositiveInfinity;

    /// <summary>What is possible and nearest to <paramref name="value"/>: nothing is negative, and a share is 1 at most.</summary>
    public double Clip(double value) => Math.Clamp(value, 0, IsShare ? 1 : double.PositiveInfinity);
}

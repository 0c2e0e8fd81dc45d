namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>A mean whose interval is wider than was asked for.</summary>
/// <param name="Cell">Comparison, architecture and point.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Relation">What it is of; empty for the architecture as a whole.</param>
/// <param name="Reason">How far it is from the target, and why no more replications were run.</param>
public sealed record PrecisionMiss(string Cell, string Metric, string Relation, string Reason)
{
    /// <summary>The miss as a sentence.</summary>
    public override string ToString() => $"{Cell}: {Metric}{(Relation.Length == 0 ? "" : $" of {Relation}")}: {Reason}";
}

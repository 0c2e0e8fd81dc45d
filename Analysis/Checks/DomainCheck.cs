using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Passes on what the simulator warned of, such as models used outside their domain.</summary>
public sealed class DomainCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results) =>
        results.Comparison.Warnings.Select(text => new Remark(RemarkKind.Warning, text));
}

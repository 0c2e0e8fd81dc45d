using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Marks shortened runs.</summary>
public sealed class QuickRunCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        if (results.Study.Quick)
        {
            yield return new(
                RemarkKind.Warning,
                $"This is a quick run: it shows the way and proves nothing. {Wording.Ran(results)}Leave out --quick for results to rely on."
            );
        }
    }
}

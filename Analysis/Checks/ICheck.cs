using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Looks at the results of a comparison and says what a reader should know.</summary>
public interface ICheck
{
    /// <summary>The sentences, in a fixed order.</summary>
    IEnumerable<Remark> Of(ComparisonResults results);
}

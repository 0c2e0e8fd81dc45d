namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A row of one of the result files.</summary>
/// <remarks>
/// The order is total over the rows of a file: two rows that compare as equal describe the same thing, and a file with both is refused.
/// </remarks>
/// <typeparam name="TSelf">The row's own type.</typeparam>
public interface IRow<TSelf>
    where TSelf : IRow<TSelf>
{
    /// <summary>The name of the file that holds such rows.</summary>
    static abstract string FileName { get; }

    /// <summary>Orders rows within their file; 0 says that both describe the same thing.</summary>
    static abstract int Compare(TSelf left, TSelf right);

    /// <summary>What is wrong with the row in itself, or null.</summary>
    string? Problem { get; }
}

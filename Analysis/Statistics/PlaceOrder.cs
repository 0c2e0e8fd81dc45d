namespace M2mVsIoTSim.Analysis.Statistics;

/// <summary>Compares lists of numbers from left to right.</summary>
internal sealed class PlaceOrder : IComparer<int[]>
{
    public static PlaceOrder Instance { get; } = new();

    public int Compare(int[]? x, int[]? y) => x.AsSpan().SequenceCompareTo(y);
}

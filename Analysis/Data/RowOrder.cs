namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Compares two rows field by field; the first difference decides.</summary>
/// <remarks>Text is compared by code unit, so that the order of rows depends on no culture.</remarks>
internal readonly record struct RowOrder(int Sign)
{
    public RowOrder Then(string left, string right) => Sign != 0 ? this : new(string.CompareOrdinal(left, right));

    public RowOrder Then(int left, int right) => Sign != 0 ? this : new(left.CompareTo(right));
}

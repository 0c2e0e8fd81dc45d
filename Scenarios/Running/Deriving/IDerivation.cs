namespace M2mVsIoTSim.Scenarios.Running.Deriving;

/// <summary>Says what has to be run for a comparison beyond the points of its question.</summary>
internal interface IDerivation
{
    /// <summary>What the cells are for: the part of the derived comparison's name after <c>~</c>.</summary>
    string Kind { get; }

    /// <summary>The cells; none where the comparison asks for none.</summary>
    /// <param name="from">The comparison that they belong to.</param>
    IEnumerable<DerivedCell> Cells(DerivedFrom from);
}

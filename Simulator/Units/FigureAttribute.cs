namespace M2mVsIoTSim.Units;

/// <summary>How sure we are of a figure.</summary>
public enum Mark
{
    /// <summary>Read in the named source.</summary>
    Confirmed,

    /// <summary>Computed from confirmed figures by a stated rule.</summary>
    Derived,

    /// <summary>Measured for this project under stated conditions.</summary>
    Measured,

    /// <summary>Known from memory of the named source; check before relying on the last digit.</summary>
    FromMemory,

    /// <summary>A modelling choice of ours, not a measurement.</summary>
    Chosen,
}

/// <summary>Source and mark of the default value of an option. Every technology option carries one; a test refuses those without.</summary>
/// <param name="mark">How sure the figure is.</param>
/// <param name="source">Document, section or table, or the rule by which it was derived.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FigureAttribute(Mark mark, string source) : Attribute
{
    /// <summary>How sure the figure is.</summary>
    public Mark Mark { get; } = mark;

    /// <summary>Document, section or table, or the rule by which it was derived.</summary>
    public string Source { get; } = source;
}

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>Names of derived comparisons: cells that belong to a comparison without being points of its question, such as <c>metering~uncertain</c>.</summary>
public static class DerivedName
{
    /// <summary>Parts the name of the comparison from the kind; no name in a scenario file may hold it.</summary>
    public const char Mark = '~';

    /// <summary>The name of what is derived from a comparison.</summary>
    /// <param name="origin">The comparison.</param>
    /// <param name="kind">What the cells are for, such as <c>uncertain</c>.</param>
    public static string Of(string origin, string kind) => $"{origin}{Mark}{kind}";

    /// <summary>Whether a name is that of a derived comparison.</summary>
    public static bool IsDerived(string name) => name.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The comparison that a name belongs to; the name itself where nothing is derived.</summary>
    public static string Origin(string name) => name.Split(Mark)[0];

    /// <summary>What the cells of a derived comparison are for; empty for a comparison of the file.</summary>
    public static string Kind(string name) => IsDerived(name) ? name[(name.IndexOf(Mark, StringComparison.Ordinal) + 1)..] : "";
}

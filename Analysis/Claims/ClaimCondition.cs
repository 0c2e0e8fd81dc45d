namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>When a claim holds: comparisons of metrics, joined by "and" or by "or".</summary>
/// <param name="Parts">The comparisons; at least one.</param>
/// <param name="IsAny">Whether one of them is enough.</param>
public sealed record ClaimCondition(IReadOnlyList<ClaimPart> Parts, bool IsAny)
{
    /// <summary>All terms of all parts.</summary>
    public IEnumerable<ClaimTerm> Terms => Parts.SelectMany(part => part.Terms);

    /// <summary>Reads a condition.</summary>
    /// <remarks>
    /// <c>part { and part }</c> or <c>part { or part }</c>; a part is <c>sum &lt; sum</c>, <c>sum &gt; sum</c> or <c>sum = sum</c>; a sum joins terms with <c>+</c> and <c>-</c>; a term
    /// is a number, or <c>metric(architecture)</c> or <c>metric(architecture, relation)</c>, with a number and <c>x</c> before it if it is to be multiplied, and <c>at {factor=value, …}</c> behind
    /// it if it is to be taken at that value of a factor.
    /// </remarks>
    /// <exception cref="ClaimSyntaxException">The text is no condition.</exception>
    public static ClaimCondition Parse(string text) => new ClaimReader(text).Read();
}

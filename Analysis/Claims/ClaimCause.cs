using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>Says in how many factors the sides of a claim differ: a cause may be named only where it is one.</summary>
public static class ClaimCause
{
    /// <summary>A sentence for each two sides of the claim that differ otherwise; empty where every part compares like with like.</summary>
    public static IReadOnlyList<string> Of(ClaimTest test, ComparisonManifest comparison) =>
        [.. test.Condition.Parts.SelectMany(part => Pairs(part).Select(pair => Of(pair.A, pair.B, comparison))).Distinct()];

    /// <summary>Each term that is taken away against each that it is taken from.</summary>
    private static IEnumerable<(ClaimTerm A, ClaimTerm B)> Pairs(ClaimPart part) =>
        from a in part.Terms
        where a.Factor > 0
        from b in part.Terms
        where b.Factor < 0
        select (a, b);

    private static string Of(ClaimTerm a, ClaimTerm b, ComparisonManifest comparison)
    {
        var difference = comparison.Differences.FirstOrDefault(one =>
            (one.A == a.Architecture && one.B == b.Architecture) || (one.A == b.Architecture && one.B == a.Architecture)
        );
        string[] factors =
        [
            .. difference?.Factors.Select(factor => factor.Factor) ?? [],
            .. a
                .At.Select(one => one.Factor)
                .Union(b.At.Select(one => one.Factor))
                .Where(factor => ValueAt(a, factor) != ValueAt(b, factor)),
        ];
        var sides = a.Architecture == b.Architecture ? a.Architecture : $"{a.Architecture} and {b.Architecture}";
        return factors switch
        {
            [] => $"{sides}: the same on both sides.",
            [var only] => $"{sides}: one factor differs, {only}, which may be named as the cause.",
            _ =>
                $"{sides}: a package, as {factors.Length} factors differ ({string.Join(", ", factors)}); none of them may be named as the cause.",
        };
    }

    private static string? ValueAt(ClaimTerm term, string factor) =>
        term.At.Where(one => one.Factor == factor).Select(one => one.Value).FirstOrDefault();
}

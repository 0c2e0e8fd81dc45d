using M2mVsIoTSim.Analysis.Claims;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Reports;

/// <summary>Says in words what becomes of a claim over the plausible ranges of uncertain inputs.</summary>
internal static class BoxAnswer
{
    /// <summary>The share and the point around which it was found, as part of a sentence.</summary>
    public static string Share(ClaimTest test, ClaimBox box) =>
        Share(box, test.BoxPoint is { Length: > 0 } at ? $" around {Readable.Point(at)}" : "");

    private static string Share(ClaimBox box, string around) =>
        $"holds in {Readable.Percent(box.Share.Share)} of the plausible range{around} (95 % interval {Readable.Percent(box.Share.Low)} to {Readable.Percent(box.Share.High)})";

    /// <summary>The share, how it was found, and what turns the claim.</summary>
    public static IReadOnlyList<string> Sentences(ClaimTest test)
    {
        if (test.Box is not { } box)
            return [];
        var at = box.Manifest.At.Length == 0 ? "" : $", around {Readable.Point(box.Manifest.At)}";
        return
        [
            $"Plausible range{at}: {string.Join("; ", box.Manifest.Inputs.Select(Range))}. The claim {Share(box, "")}; {Basis(box)}.",
            $"{Turns(box)}.",
        ];
    }

    /// <summary>What turns the claim, as a sentence without its stop.</summary>
    public static string Turns(ClaimBox box)
    {
        if (!box.HasSurface)
            return "How far the claim is from turning cannot be said from so few points";
        var to = box.IsHeldNominally ? "It turns false" : "It turns true";
        var (alone, together) = (box.Alone, box.Together);
        return together is null
                ? $"It does not turn within the plausible range: nominally {(box.IsHeldNominally ? "true" : "false")}, and so everywhere in it"
            : alone is null ? $"{to} only where several inputs change together, nearest at {Place(box, together)}"
            : alone.Distance <= NearlyAlone * together.Distance ? $"{to} at {Place(box, alone)}, all else nominal"
            : $"{to} at {Place(box, alone)}, all else nominal; with smaller changes together, at {Place(box, together)}";
    }

    /// <summary>A change of one input is told alone unless several together need this much less of a change [1].</summary>
    private const double NearlyAlone = 1.1;

    private static string Range(UncertainInput input) =>
        $"{input.Factor} {input.Text(input.Low)} to {input.Text(input.High)} (nominal {input.Text(input.Nominal)})";

    private static string Place(ClaimBox box, Turn turn) =>
        string.Join(
            ", ",
            box.Manifest.Inputs.Zip(turn.Point)
                .Where(one => Math.Abs(one.Second) > 1e-3 * turn.Distance)
                .Select(one =>
                    $"{one.First.Factor} {one.First.Text(one.First.Value(one.Second))} (nominal {one.First.Text(one.First.Nominal)})"
                )
        ) + $", {Readable.Significant(turn.Distance)} half-widths away";

    private static string Basis(ClaimBox box)
    {
        var points = $"{box.Samples.Count} points, at {box.Samples.Count(sample => sample.Holds)} of which it holds by its means";
        var missing = box.Unmeasured == 0 ? "" : $"; {box.Unmeasured} more could not be measured and are left out";
        var shape = box.Surfaces.Select(surface => surface.Surface.Kind).DefaultIfEmpty().Max() switch
        {
            SurfaceKind.Quadratic => "quadratic surface",
            SurfaceKind.PlaneAndSquares => "quadratic surface without products",
            _ => "plane",
        };
        return (box.HasSurface ? $"from a {shape} through {points}" : $"counted over {points} (Clopper and Pearson)") + missing;
    }
}

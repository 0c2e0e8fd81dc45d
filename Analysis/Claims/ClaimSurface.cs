using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Claims;

/// <summary>The difference of the two sides of a part of a claim over the plausible ranges.</summary>
/// <remarks>
/// The surface is fitted to means over the replications that were run in the ranges; as luck is the same everywhere, they tell its shape. Its height is corrected by what all replications of the
/// comparison say at the nominal point, whose t-interval is added in squares to the band of the surface.
/// </remarks>
/// <param name="surface">Through the means.</param>
/// <param name="shift">By how much all replications say more at the nominal point than those of the surface, in the metric's unit.</param>
/// <param name="levelError">Half-width of the interval at the nominal point, in the metric's unit; infinite where there is none.</param>
/// <param name="confidence">Of the band [1].</param>
public sealed class ClaimSurface(ResponseSurface surface, double shift, double levelError, double confidence)
{
    /// <summary>The polynomial.</summary>
    public ResponseSurface Surface => surface;

    /// <summary>The difference at a point.</summary>
    /// <param name="point">Changes from the nominal values, in half-widths of the ranges.</param>
    public double At(double[] point) => surface.At(point) + shift;

    /// <summary>How far the true difference may lie from it at a point, at all points at once.</summary>
    /// <param name="point">Changes from the nominal values, in half-widths of the ranges.</param>
    public double Band(double[] point)
    {
        var band = surface.Band(point, confidence);
        return Math.Sqrt((band * band) + (levelError * levelError));
    }
}

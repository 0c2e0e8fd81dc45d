namespace M2mVsIoTSim.Detection;

/// <summary>A fault as a detector sees it in its values.</summary>
/// <param name="Size">By how much values are off, at the end of it if it grows, in their standard deviations [1].</param>
/// <param name="Looks">Values that it lasts, at least 1 [1].</param>
/// <param name="Grows">Whether it grows from nothing.</param>
public sealed record SeenFault(double Size, double Looks, bool Grows)
{
    /// <summary>What a window of <see cref="RecentMeans"/> that it fills shows of it, in standard deviations [1].</summary>
    public double Visibility => Size * Math.Sqrt(Math.Min(Looks, RecentMeans.Longest));

    /// <summary>By how much a value is off.</summary>
    /// <param name="look">Number of the value since the beginning, from 1; none before.</param>
    public double At(double look) =>
        look < 1 ? 0
        : Grows ? Size * Math.Min((look - 0.5) / Looks, 1)
        : Size;
}

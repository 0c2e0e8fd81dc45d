namespace M2mVsIoTSim.Technologies;

/// <summary>Sites on a hexagonal grid with three sectors each, as evaluations of cellular networks take them (ITU-R M.2412 §8, from memory).</summary>
public static class HexagonalGrid
{
    /// <summary>Sectors of a site [1].</summary>
    public const int Sectors = 3;

    /// <summary>Area of a site, (√3/2) d² [m²].</summary>
    /// <param name="distance">d, between neighbouring sites [m].</param>
    public static double SiteArea(double distance) => Math.Sqrt(3) / 2 * distance * distance;

    /// <summary>Area of a sector [m²].</summary>
    /// <param name="distance">Between neighbouring sites [m].</param>
    public static double SectorArea(double distance) => SiteArea(distance) / Sectors;

    /// <summary>Distance between neighbouring sites, √(2 A/√3) [m].</summary>
    /// <param name="area">A, of a site [m²].</param>
    public static double Distance(double area) => Math.Sqrt(2 * area / Math.Sqrt(3));

    /// <summary>The 18 sites of the two rings around a site at the origin, in distances between neighbouring sites [1].</summary>
    public static IReadOnlyList<(double X, double Y)> TwoRings { get; } =
    [
        .. from east in Enumerable.Range(-2, 5)
        from north in Enumerable.Range(-2, 5)
        where (east, north) != (0, 0) && Math.Abs(east + north) <= 2
        select (east + north / 2.0, north * Math.Sqrt(3) / 2),
    ];

    /// <summary>Radius of the disc with the area of a site [m].</summary>
    /// <param name="distance">Between neighbouring sites [m].</param>
    public static double DiscRadius(double distance) => Math.Sqrt(SiteArea(distance) / Math.PI);
}

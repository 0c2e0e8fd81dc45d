using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Even places in a disc around the origin, for any number of them.</summary>
/// <remarks>Vogel, Mathematical Biosciences 44, 1979: place k of n at radius R √((k + ½)/n) and angle k times the golden angle; a single one in the middle.</remarks>
public static class Sunflower
{
    private static readonly double GoldenAngle = Math.PI * (3 - Math.Sqrt(5));

    /// <summary>The places.</summary>
    /// <param name="count">n, at least 1 [1].</param>
    /// <param name="radius">R [m].</param>
    /// <param name="height">Above ground [m].</param>
    public static Position[] Places(int count, double radius, double height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (count == 1)
        {
            return [new Position(0, 0, height)];
        }

        var places = new Position[count];
        for (var k = 0; k < count; k++)
        {
            var (sine, cosine) = Math.SinCos(k * GoldenAngle);
            var distance = radius * Math.Sqrt((k + 0.5) / count);
            places[k] = new Position(distance * cosine, distance * sine, height);
        }

        return places;
    }
}

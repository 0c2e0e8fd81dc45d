using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Where the members of a party stand. Addressed by the member, so that every architecture has the same places.</summary>
public static class SiteLayout
{
    private static readonly Purpose Place = Purpose.Named("place");
    private static readonly Purpose Inside = Purpose.Named("indoor");

    /// <summary>Height of a device above ground [m].</summary>
    public const double DeviceHeight = 1.5;

    /// <summary>Place of a member and whether it is inside a building.</summary>
    public static (Position Position, bool Indoor) Of(Randomness random, Area area, Party party, Entity member, int number)
    {
        var draw = random.Draw(member, Place);
        var (x, y) = (party.Place, area.Shape) switch
        {
            (Placement.Grid, _) => Grid(number, party.Count, area.Radius),
            (_, AreaShape.Square) => (draw.Uniform(-area.Radius, area.Radius), draw.Uniform(-area.Radius, area.Radius)),
            _ => Disc(ref draw, area.Radius),
        };
        var indoor = random.Draw(member, Inside);
        return (new Position(x, y, DeviceHeight), indoor.Bernoulli(party.Indoor));
    }

    private static (double X, double Y) Disc(ref Draw draw, double radius)
    {
        var r = radius * Math.Sqrt(draw.Uniform());
        var (sin, cos) = Math.SinCos(2 * Math.PI * draw.Uniform());
        return (r * cos, r * sin);
    }

    /// <summary>Centres of the cells of the smallest square grid that seats all.</summary>
    private static (double X, double Y) Grid(int number, int count, double radius)
    {
        var side = (int)Math.Ceiling(Math.Sqrt(count));
        var step = 2 * radius / side;
        return (-radius + step * (number % side + 0.5), -radius + step * (number / side + 0.5));
    }
}

namespace M2mVsIoTSim.Units;

/// <summary>A place: east, north and height above ground [m].</summary>
public readonly record struct Position(double X, double Y, double Z)
{
    /// <summary>Straight-line distance to <paramref name="other"/> [m].</summary>
    public double DistanceTo(Position other)
    {
        var (dx, dy, dz) = (X - other.X, Y - other.Y, Z - other.Z);
        return Math.Sqrt(dx * dx + dy * dy + dz * dz);
    }

    /// <summary>Distance over ground to <paramref name="other"/> [m].</summary>
    public double GroundDistanceTo(Position other)
    {
        var (dx, dy) = (X - other.X, Y - other.Y);
        return Math.Sqrt(dx * dx + dy * dy);
    }
}

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Mobility;

/// <summary>A straight way at one speed and the rest at its end.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Leaves">When it begins; before the start of the run if it was under way then.</param>
/// <param name="Arrives">When it ends and the rest begins.</param>
/// <param name="Ends">When the rest ends.</param>
internal readonly record struct Trip(Position From, Position To, SimTime Leaves, SimTime Arrives, SimTime Ends)
{
    /// <summary>The place at a time of the trip.</summary>
    public Position At(SimTime time)
    {
        if (time >= Arrives)
        {
            return To;
        }

        var share = (time - Leaves) / (Arrives - Leaves);
        return new Position(From.X + share * (To.X - From.X), From.Y + share * (To.Y - From.Y), From.Z + share * (To.Z - From.Z));
    }
}

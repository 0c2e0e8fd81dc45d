using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Mobility;

/// <summary>Stays where it is: the limit of every way of moving for a speed of 0.</summary>
/// <param name="place">Where.</param>
public sealed class Standstill(Position place) : Itinerary
{
    /// <inheritdoc/>
    public override bool IsStill => true;

    /// <inheritdoc/>
    public override Position At(SimTime time) => place;
}

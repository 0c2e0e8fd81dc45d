using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Where a node's charge comes from.</summary>
public interface IEnergySource
{
    /// <summary>Takes charge that was used up to now.</summary>
    /// <param name="coulombs">Charge since the last call [C].</param>
    /// <param name="now">The present.</param>
    void Draw(double coulombs, SimTime now);
}

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Where a node's charge comes from.</summary>
public interface IEnergySource
{
    /// <summary>Takes charge that was used up to now.</summary>
    /// <param name="coulombs">Charge since the last call, at the consumer's voltage [C].</param>
    /// <param name="volts">Voltage of the consumer [V].</param>
    /// <param name="now">The present.</param>
    void Draw(double coulombs, double volts, SimTime now);

    /// <summary>What it gives for a charge at a consumer's voltage; as well for a current.</summary>
    /// <param name="coulombs">Charge at the consumer's voltage [C].</param>
    /// <param name="volts">Voltage of the consumer [V].</param>
    double ChargeFor(double coulombs, double volts);
}

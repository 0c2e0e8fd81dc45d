using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A device at its place, with what its links to all stations have in common.</summary>
/// <param name="Device">The device.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Penetration">Its loss into its building [dB].</param>
/// <param name="CommonInSight">Shadowing that it shares towards all stations in sight, in standard deviations [1].</param>
/// <param name="CommonBlind">The same towards stations out of sight [1].</param>
public readonly record struct Standpoint(Entity Device, Position At, double Penetration, double CommonInSight, double CommonBlind)
{
    /// <summary>Shadowing that it shares towards all stations, in standard deviations [1].</summary>
    public double Common(bool inSight) => inSight ? CommonInSight : CommonBlind;
}

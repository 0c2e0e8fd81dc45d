using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Something on the air of a <see cref="NarrowbandChannel"/>.</summary>
public abstract class NarrowbandTransmission : Transmission
{
    /// <summary>The frequency in its middle.</summary>
    public Frequency Carrier { get; internal set; }
}

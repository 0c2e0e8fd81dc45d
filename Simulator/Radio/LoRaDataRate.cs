using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>A data rate of a regional plan.</summary>
/// <param name="Number">DR, as the plan counts [1].</param>
/// <param name="SpreadingFactor">SF [1].</param>
/// <param name="Bandwidth">BW.</param>
/// <param name="MaximumPayload">N: greatest application payload and frame options together, without a repeater [B].</param>
public readonly record struct LoRaDataRate(int Number, int SpreadingFactor, Frequency Bandwidth, int MaximumPayload)
{
    /// <summary>Modulation of an uplink: code rate 4/5, 8 preamble symbols, explicit header, CRC.</summary>
    public LoRaModulation Uplink => new(SpreadingFactor, Bandwidth);

    /// <summary>Modulation of a downlink: as of an uplink, without CRC.</summary>
    public LoRaModulation Downlink => new(SpreadingFactor, Bandwidth, HasCrc: false);
}

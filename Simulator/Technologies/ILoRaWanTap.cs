namespace M2mVsIoTSim.Technologies;

/// <summary>Told about every uplink that a gateway has received, to write it down; must change nothing.</summary>
public interface ILoRaWanTap
{
    /// <summary>A gateway has received an uplink, whose last symbol has just ended.</summary>
    void Heard(in LoRaWanReception reception);
}

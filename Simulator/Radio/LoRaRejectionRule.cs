namespace M2mVsIoTSim.Radio;

/// <summary>Which frames survive interference.</summary>
public enum LoRaRejectionRule
{
    /// <summary>Goursaud and Gorce 2015: co-channel rejection from theory, 6 dB within a spreading factor.</summary>
    Goursaud,

    /// <summary>Croce et al. 2018: co-channel rejection measured with SX1272, 1 dB within a spreading factor.</summary>
    Croce,

    /// <summary>Any overlap within a spreading factor destroys both frames; other spreading factors never harm.</summary>
    Aloha,
}

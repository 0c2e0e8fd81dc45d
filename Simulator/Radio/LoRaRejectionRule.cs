using System.Runtime.Serialization;

namespace M2mVsIoTSim.Radio;

/// <summary>Which frames survive interference.</summary>
public enum LoRaRejectionRule
{
    /// <summary>Goursaud and Gorce 2015: co-channel rejection from theory, 6 dB within a spreading factor.</summary>
    Goursaud,

    /// <summary>Croce et al. 2018: co-channel rejection measured with SX1272, 1 dB within a spreading factor.</summary>
    Croce,

    /// <summary>
    /// Bor et al. 2016, as in LoRaSim: 6 dB over the strongest other frame of the spreading factor, however short they overlap, unless the older one ends within the
    /// first symbols of the younger one's preamble; other spreading factors never harm.
    /// </summary>
    [EnumMember(Value = "lora-sim")]
    LoRaSim,

    /// <summary>Any overlap within a spreading factor destroys both frames; other spreading factors never harm.</summary>
    Aloha,
}

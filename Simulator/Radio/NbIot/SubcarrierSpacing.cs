namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>Distance between the tones of an NB-IoT uplink, 3GPP TS 36.211 §10.1.2.</summary>
public enum SubcarrierSpacing
{
    /// <summary>15 kHz: 12 tones in the carrier of 180 kHz; a transmission takes 1, 3, 6 or 12 of them.</summary>
    Khz15,

    /// <summary>3.75 kHz: 48 tones; a transmission takes one.</summary>
    Khz3Point75,
}

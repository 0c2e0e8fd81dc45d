using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>Carrier, tones and resource units of NB-IoT.</summary>
/// <remarks>3GPP TS 36.211 §10.1 and table 10.1.2.3-1, as in srsRAN 4G <c>ra_nbiot.c</c> and LENA-NB.</remarks>
public static class Numerology
{
    /// <summary>Downlink subframe, and uplink subframe at 15 kHz.</summary>
    public static readonly Duration Subframe = 1.Milliseconds;

    /// <summary>Bandwidth of the carrier.</summary>
    public static readonly Frequency Carrier = 180.Kilohertz;

    /// <summary>Bandwidth of a tone.</summary>
    public static Frequency Tone(SubcarrierSpacing spacing) => spacing == SubcarrierSpacing.Khz15 ? 15.Kilohertz : 3.75e-3.Megahertz;

    /// <summary>Tones in the carrier [1].</summary>
    public static int Tones(SubcarrierSpacing spacing) => spacing == SubcarrierSpacing.Khz15 ? 12 : 48;

    /// <summary>Length of a resource unit of NPUSCH format 1.</summary>
    /// <param name="spacing">Distance of the tones.</param>
    /// <param name="tones">1, 3, 6 or 12 at 15 kHz, 1 at 3.75 kHz [1].</param>
    public static Duration ResourceUnit(SubcarrierSpacing spacing, int tones) =>
        (spacing, tones) switch
        {
            (SubcarrierSpacing.Khz3Point75, 1) => 32.Milliseconds,
            (SubcarrierSpacing.Khz15, 1) => 8.Milliseconds,
            (SubcarrierSpacing.Khz15, 3) => 4.Milliseconds,
            (SubcarrierSpacing.Khz15, 6) => 2.Milliseconds,
            (SubcarrierSpacing.Khz15, 12) => 1.Milliseconds,
            _ => throw new ArgumentOutOfRangeException(
                nameof(tones),
                tones,
                "A transmission takes 1, 3, 6 or 12 tones at 15 kHz and 1 tone at 3.75 kHz."
            ),
        };

    /// <summary>Length of the resource unit of NPUSCH format 2, a HARQ acknowledgement of one bit.</summary>
    public static Duration AcknowledgementUnit(SubcarrierSpacing spacing) =>
        spacing == SubcarrierSpacing.Khz15 ? 2.Milliseconds : 8.Milliseconds;
}

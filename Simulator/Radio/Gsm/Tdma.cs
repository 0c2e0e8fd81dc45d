using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.Gsm;

/// <summary>Time and bandwidth of GSM.</summary>
/// <remarks>3GPP TS 45.002, from memory.</remarks>
public static class Tdma
{
    /// <summary>TDMA frame of eight slots: 60/13 ms.</summary>
    public static readonly Duration Frame = new(60_000_000 / 13);

    /// <summary>Slot: an eighth of a frame.</summary>
    public static readonly Duration Slot = new(60_000_000 / 13 / 8);

    /// <summary>Radio block: four bursts in one slot of four frames; twelve in a multiframe of 52 frames, 240 ms, idle frames shared out.</summary>
    public static readonly Duration RadioBlock = 20.Milliseconds;

    /// <summary>From a poll on the downlink to the answer of the device (RRBP): 13 frames.</summary>
    public static readonly Duration Poll = 60.Milliseconds;

    /// <summary>Distance of carriers, and the bandwidth of their noise.</summary>
    public static readonly Frequency Carrier = 200.Kilohertz;

    /// <summary>Slots of a frame [1].</summary>
    public const int Slots = 8;
}

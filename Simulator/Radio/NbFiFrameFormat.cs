namespace M2mVsIoTSim.Radio;

/// <summary>How the octets of an NB-Fi frame are used; all formats carry eight octets of a message and are equally long on the air.</summary>
/// <remarks>waviot/NBFi_WA1470, <c>nbfi_mac.c</c>; formats of PNST 354-2019 and GOST R 70036-2022.</remarks>
/// <param name="Preamble">Octets by which the receiver finds the frame; in downlinks of protocol D they follow from the receiver's identifier [B].</param>
/// <param name="Identifier">Identifier of the device [B].</param>
/// <param name="Iterator">Counter against replay [B].</param>
/// <param name="Header">Flags SYS, ACK, MULTI and the number of the frame modulo 32 [B].</param>
/// <param name="Payload">Part of a message [B].</param>
/// <param name="Integrity">Check of the payload: message integrity code, or CRC [B].</param>
/// <param name="Crc">Check of the whole [B].</param>
/// <param name="Redundancy">Added by the rate-1/2 code [B].</param>
public sealed record NbFiFrameFormat(
    int Preamble,
    int Identifier,
    int Iterator,
    int Header,
    int Payload,
    int Integrity,
    int Crc,
    int Redundancy
)
{
    /// <summary>Uplink of protocol E: a polar code makes 32 octets of 20.</summary>
    public static NbFiFrameFormat UplinkE { get; } = new(4, 4, 1, 1, 8, 3, 3, 12);

    /// <summary>Uplink of protocol D: a zigzag code adds 16 octets to 16.</summary>
    public static NbFiFrameFormat UplinkD { get; } = new(4, 3, 0, 1, 8, 1, 3, 16);

    /// <summary>Downlink of protocol D: the preamble stands for the identifier.</summary>
    public static NbFiFrameFormat DownlinkD { get; } = new(4, 0, 1, 1, 8, 3, 3, 16);

    /// <summary>What the code protects [bit].</summary>
    public int InformationBits => 8 * (Identifier + Iterator + Header + Payload + Integrity + Crc);

    /// <summary>On the air, without the preamble [bit].</summary>
    public int CodedBits => InformationBits + 8 * Redundancy;

    /// <summary>On the air [B].</summary>
    public int Bytes => Preamble + CodedBits / 8;
}

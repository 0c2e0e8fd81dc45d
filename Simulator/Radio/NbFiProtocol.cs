using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>What is the same in every NB-Fi network: rates, airtimes, sensitivities, and how messages are cut into frames.</summary>
/// <remarks>waviot/NBFi_WA1470 (<c>nbfi_transport.c</c>, <c>nbfi_config.c</c>, <c>nbfi_types.h</c>), the vendor's protocol stack.</remarks>
public static class NbFiProtocol
{
    /// <summary>Number of rates [1].</summary>
    public const int Rates = 4;

    /// <summary>Octets of a message in a frame of its own or in the middle of a group [B].</summary>
    public const int PayloadBytes = 8;

    /// <summary>Octets of the first frame of a group that say what follows: type, length, check [B].</summary>
    public const int GroupHeaderBytes = 3;

    /// <summary>Longest message: thirty payloads [B].</summary>
    public const int GreatestMessage = 30 * PayloadBytes;

    /// <summary>Frames are numbered modulo this, so no more can wait for one acknowledgement [1].</summary>
    public const int GreatestGroup = 32;

    private static readonly int[] BitsPerSecond = [50, 400, 3200, 25_600];
    private static readonly int[] DeliveryTimes = [5900, 740, 95, 15];
    private static readonly int[] Windows = [20, 10, 2, 2];
    private static readonly double[] RandomWindows = [5, 1, 0.1, 0.1];
    private static readonly double[] UplinkDegradations = [0, 9, 18, 27];
    private static readonly double[] DownlinkDegradations = [0, 9, 18, 30];

    /// <summary>Bit rate.</summary>
    public static BitRate BitRate(NbFiRate rate) => new(BitsPerSecond[(int)rate]);

    /// <summary>Time on air of a frame of any format: 36 octets; exact.</summary>
    public static Duration Airtime(NbFiRate rate) => new(8_000_000_000L * NbFiFrameFormat.UplinkE.Bytes / BitsPerSecond[(int)rate]);

    /// <summary>What the stack allows for a frame with its processing.</summary>
    public static Duration DeliveryTime(NbFiRate rate) => DeliveryTimes[(int)rate].Milliseconds;

    /// <summary>How long a device that sleeps otherwise listens for an answer, at least, by the rate of downlinks.</summary>
    /// <remarks>Versions of the stack differ: 20, 10, 2 and 2 s here; 60, 30, 6 and 6 s in others.</remarks>
    public static Duration Window(NbFiRate downlink) => Windows[(int)downlink].Seconds;

    /// <summary>By how much longer, at most; uniform.</summary>
    public static Duration RandomWindow(NbFiRate downlink) => RandomWindows[(int)downlink].Seconds;

    /// <summary>By how much the signal-to-noise ratio of an uplink lies below that at 50 bit/s [dB].</summary>
    public static double UplinkDegradation(NbFiRate rate) => UplinkDegradations[(int)rate];

    /// <summary>By how much the signal-to-noise ratio of a downlink lies below that at 50 bit/s [dB].</summary>
    public static double DownlinkDegradation(NbFiRate rate) => DownlinkDegradations[(int)rate];

    /// <summary>Frames that a message takes [1].</summary>
    /// <remarks>
    /// One up to eight octets, of which those below eight are preceded by their length. More are a group: <see cref="GroupHeaderBytes"/> and five octets in the
    /// first frame, eight in each further one.
    /// </remarks>
    /// <param name="bytes">Length of the message, 0 to <see cref="GreatestMessage"/> [B].</param>
    public static int Frames(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, GreatestMessage);
        return bytes <= PayloadBytes ? 1 : (bytes + GroupHeaderBytes + PayloadBytes - 1) / PayloadBytes;
    }
}

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.PowerLine;

/// <summary>Frames of G3-PLC in the CENELEC A band, 35.9 to 90.6 kHz, all 36 carriers in use.</summary>
/// <remarks>
/// Symbol, preamble, header, slots, spacings, greatest length and codes as in the tables of ITU-T G.9903 in a textbook (From Smart Grid to Internet of Energy, table 4.6) and in a
/// maker's header file of its MAC (ST8500; confirmed). A frame takes a multiple of four symbols, 252 = 4 · 63 at most (from memory). A Reed-Solomon code over octets, then a convolutional code of rate 1/2 with six
/// bits of tail: N symbols carry ⌊(36 b N / (2 r) − 6) / 8⌋ − parity octets with b bits a carrier and r repetitions. Left out: carriers that a tone map leaves out or a notch forbids, the other bands.
/// </remarks>
public static class G3Frame
{
    /// <summary>Carriers [1].</summary>
    public const int Carriers = 36;

    /// <summary>Symbols of the frame control header [1].</summary>
    public const int HeaderSymbols = 13;

    /// <summary>Greatest number of payload symbols, aMaxFrameSize [1].</summary>
    public const int MaximumSymbols = 252;

    private const int Step = 4;
    private const int TailBits = 6;
    private const int Block = 255;

    /// <summary>One OFDM symbol: 278 samples at 400 kHz.</summary>
    public static Duration Symbol { get; } = 695.Microseconds;

    /// <summary>9.5 preamble symbols of 640 µs.</summary>
    public static Duration Preamble { get; } = 6080.Microseconds;

    /// <summary>aSlotTime: two symbols.</summary>
    public static Duration Slot { get; } = Symbol * 2;

    /// <summary>aRIFS: between a frame and its acknowledgement, eight symbols.</summary>
    public static Duration ResponseSpacing { get; } = Symbol * 8;

    /// <summary>aCIFS: before the channel is contended for, eight symbols.</summary>
    public static Duration ContentionSpacing { get; } = Symbol * 8;

    /// <summary>An acknowledgement is a preamble and a header.</summary>
    public static Duration Acknowledgement { get; } = Preamble + Symbol * HeaderSymbols;

    /// <summary>Octets that so many payload symbols carry at most [B]; 0 or less if none.</summary>
    /// <param name="symbols">A multiple of 4, 4 to <see cref="MaximumSymbols"/> [1].</param>
    /// <param name="modulation">Of the payload.</param>
    public static int Capacity(int symbols, G3Modulation modulation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, Step);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(symbols, MaximumSymbols);
        if (symbols % Step != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(symbols), symbols, "A frame takes a multiple of four symbols.");
        }

        var coded = Carriers * Bits(modulation) * symbols / (2 * Repetitions(modulation));
        return Math.Min(Block, (coded - TailBits) / 8) - Parity(modulation);
    }

    /// <summary>Longest MAC frame [B].</summary>
    /// <param name="modulation">Of the payload.</param>
    public static int MaximumPsdu(G3Modulation modulation) => Capacity(MaximumSymbols, modulation);

    /// <summary>Payload symbols of a MAC frame [1].</summary>
    /// <param name="psdu">1 to <see cref="MaximumPsdu"/> [B].</param>
    /// <param name="modulation">Of the payload.</param>
    public static int Symbols(int psdu, G3Modulation modulation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(psdu, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(psdu, MaximumPsdu(modulation));
        var bits = 2 * Repetitions(modulation) * (8 * (psdu + Parity(modulation)) + TailBits);
        var each = Carriers * Bits(modulation) * Step;
        return (bits + each - 1) / each * Step;
    }

    /// <summary>Time on the line of a MAC frame, preamble and header included.</summary>
    /// <param name="psdu">1 to <see cref="MaximumPsdu"/> [B].</param>
    /// <param name="modulation">Of the payload.</param>
    public static Duration Airtime(int psdu, G3Modulation modulation) => Preamble + Symbol * (HeaderSymbols + Symbols(psdu, modulation));

    /// <summary>From the end of the backoff of a frame until the next may begin its own: frame, spacing, acknowledgement or the wait for it, spacing.</summary>
    /// <param name="psdu">1 to <see cref="MaximumPsdu"/> [B].</param>
    /// <param name="modulation">Of the payload.</param>
    public static Duration Attempt(int psdu, G3Modulation modulation) =>
        Airtime(psdu, modulation) + ResponseSpacing + Acknowledgement + ContentionSpacing;

    private static int Bits(G3Modulation modulation) =>
        modulation switch
        {
            G3Modulation.Dqpsk => 2,
            G3Modulation.D8psk => 3,
            _ => 1,
        };

    private static int Repetitions(G3Modulation modulation) => modulation == G3Modulation.Robust ? 4 : 1;

    private static int Parity(G3Modulation modulation) => modulation == G3Modulation.Robust ? 8 : 16;
}

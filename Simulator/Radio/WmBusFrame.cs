using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Frames of wireless M-Bus that meters send.</summary>
/// <remarks>
/// EN 13757-4. Frequencies, chip rates, codings and the preambles of S1 (279 pairs and 18 chips) and T1 (19 pairs and 10 chips): Microchip, wM-Bus application guide,
/// section 5.1, TRX configuration (confirmed). Preamble and synchronisation of C1 (32 + 32 chips), frame formats A and B, postambles and the variation of intervals: from memory.
/// Deviation: C1 is sent in format B only.
/// </remarks>
/// <param name="Mode">The mode.</param>
public readonly record struct WmBusFrame(WmBusMode Mode)
{
    /// <summary>Octets of a frame besides its check sums, counted by its length field: at most 255 in format A, 128 with check sum in the one block of format B [B].</summary>
    private const int LongestA = 255;
    private const int LongestB = 126;
    private const int FirstBlock = 10;
    private const int FurtherBlock = 16;
    private const int CheckSum = 2;

    /// <summary>Control information 1, then the short header: access number 1, status 1, configuration 2 [B].</summary>
    private const int Header = 5;

    /// <summary>Octets of a block of AES-128, and of the pattern that precedes what is encrypted [B].</summary>
    private const int CipherBlock = 16;
    private const int Pattern = 2;

    /// <summary>Carrier of the mode.</summary>
    public Frequency Carrier => Mode == WmBusMode.S1 ? 868.3.Megahertz : 868.95.Megahertz;

    /// <summary>Chips a second [1/s].</summary>
    public double ChipRate => Mode == WmBusMode.S1 ? 32_768 : 100_000;

    /// <summary>Chips of an octet: Manchester 16, three of six 12, without coding 8 [1].</summary>
    public int ChipsPerOctet =>
        Mode switch
        {
            WmBusMode.S1 => 16,
            WmBusMode.T1 => 12,
            _ => 8,
        };

    /// <summary>Chips around the octets: preamble, synchronisation and postamble [1].</summary>
    public int ChipsAround =>
        Mode switch
        {
            WmBusMode.S1 => 2 * 279 + 18 + 2,
            WmBusMode.T1 => 2 * 19 + 10 + 2,
            _ => 32 + 32,
        };

    /// <summary>Most content that fits, plain or encrypted [B].</summary>
    public int MaximumContent(bool isEncrypted)
    {
        var room = (Mode == WmBusMode.C1 ? LongestB : LongestA) - FirstBlock - Header;
        return isEncrypted ? room / CipherBlock * CipherBlock - Pattern : room;
    }

    /// <summary>Octets on the air of a frame with some content, check sums included [B].</summary>
    /// <param name="content">Data records, at most <see cref="MaximumContent"/> [B].</param>
    /// <param name="isEncrypted">Whether they are encrypted with AES-128 in chained blocks (mode 5).</param>
    public int Octets(int content, bool isEncrypted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(content);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content, MaximumContent(isEncrypted));
        var records = isEncrypted ? (content + Pattern + CipherBlock - 1) / CipherBlock * CipherBlock : content;
        var rest = Header + records;
        return Mode == WmBusMode.C1
            ? FirstBlock + rest + CheckSum
            : FirstBlock + CheckSum + rest + (rest + FurtherBlock - 1) / FurtherBlock * CheckSum;
    }

    /// <summary>Time on air.</summary>
    /// <param name="content">Data records [B].</param>
    /// <param name="isEncrypted">Whether they are encrypted.</param>
    public Duration Airtime(int content, bool isEncrypted) =>
        Duration.FromSeconds((ChipsAround + ChipsPerOctet * Octets(content, isEncrypted)) / ChipRate);

    /// <summary>Time to the next frame of a meter that sends regularly: t_ACC = (1 + (|n − 128| − 64) / 2048) t_nom, so that meters do not stay in step.</summary>
    /// <param name="nominal">t_nom.</param>
    /// <param name="access">n: access number of the frame, 0 to 255 [1].</param>
    public static Duration Interval(Duration nominal, int access) => nominal * (1 + (Math.Abs(access - 128) - 64) / 2048.0);
}

namespace M2mVsIoTSim.Radio;

/// <summary>What the layers between a packet and a transport block add.</summary>
/// <remarks>3GPP TR 45.820 §5.3.3 and annex E, from memory: PDCP 5 B, RLC 2 B, MAC 2 B; IPv6 and UDP of 48 B become 12 B with robust header compression.</remarks>
public static class RadioOverhead
{
    /// <summary>PDCP header of a packet [B].</summary>
    public const int Pdcp = 5;

    /// <summary>RLC header of a block [B].</summary>
    public const int Rlc = 2;

    /// <summary>MAC subheader of a block [B].</summary>
    public const int Mac = 2;

    /// <summary>Headers of IP and transport after robust header compression, RFC 5795 [B].</summary>
    public const int CompressedHeaders = 12;

    /// <summary>Equal blocks into which a message is cut, each beyond the first with RLC and MAC headers of its own.</summary>
    /// <param name="bytes">With the headers of one block [B].</param>
    /// <param name="greatestBlock">Greatest transport block [bit].</param>
    /// <returns>How many [1], and the bits that each needs [bit].</returns>
    public static (int Blocks, int Bits) Segment(int bytes, int greatestBlock)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bytes);
        const int Headers = Rlc + Mac;
        var room = greatestBlock / 8 - Headers;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(room, nameof(greatestBlock));
        if (8 * bytes <= greatestBlock)
        {
            return (1, 8 * bytes);
        }

        var octets = bytes - Headers;
        var blocks = (octets + room - 1) / room;
        return (blocks, 8 * ((octets + blocks - 1) / blocks + Headers));
    }
}

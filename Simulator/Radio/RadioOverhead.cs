namespace M2mVsIoTSim.Radio;

/// <summary>What the layers between a packet and a transport block add.</summary>
/// <remarks>3GPP TR 45.820 §5.3.3 and annex E, from memory: PDCP 5 B, RLC 2 B, MAC 2 B; IPv6 and UDP of 48 B become 12 B with robust header compression.</remarks>
public static class RadioOverhead
{
    /// <summary>PDCP header [B].</summary>
    public const int Pdcp = 5;

    /// <summary>RLC header of a block [B].</summary>
    public const int Rlc = 2;

    /// <summary>MAC subheader of a block [B].</summary>
    public const int Mac = 2;

    /// <summary>Headers of IP and transport after compression, RFC 5795 [B].</summary>
    public const int CompressedHeaders = 12;

    /// <summary>A packet with its PDCP header [B].</summary>
    /// <param name="packet">IP packet [B].</param>
    /// <param name="headers">Its headers of IP and transport [B].</param>
    /// <param name="compressed">With robust header compression.</param>
    public static int PdcpUnit(int packet, int headers, bool compressed) =>
        Pdcp + packet - (compressed ? Math.Max(headers - CompressedHeaders, 0) : 0);

    /// <summary>Sizes of the parts into which RLC cuts a unit, and the bits that each needs, from front to back [bit].</summary>
    /// <param name="octets">PDCP unit or signalling message [B].</param>
    /// <param name="greatestBlock">Greatest transport block [bit].</param>
    public static int[] BlockBits(int octets, int greatestBlock)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(octets);
        var room = greatestBlock / 8 - Rlc - Mac;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(room, nameof(greatestBlock));
        var blocks = new int[(octets + room - 1) / room];
        Array.Fill(blocks, 8 * (room + Rlc + Mac));
        blocks[^1] = 8 * (octets - room * (blocks.Length - 1) + Rlc + Mac);
        return blocks;
    }
}

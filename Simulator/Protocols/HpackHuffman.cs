namespace M2mVsIoTSim.Protocols;

/// <summary>The Huffman code of HPACK for spaces and visible ASCII (RFC 7541, appendix B).</summary>
/// <remarks>The code is canonical: among signs of equal length it counts up, so lengths say everything. The one other sign that is as short as these is 0.</remarks>
internal static class HpackHuffman
{
    private const char First = ' ';
    private const int LengthOfZero = 13;
    private const int Longest = 19;

    /// <summary>Bits of the signs from the space to the tilde [1].</summary>
    private static readonly byte[] Lengths =
    [
        .. (ReadOnlySpan<byte>)[6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10],
        .. (ReadOnlySpan<byte>)[13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6],
        .. (ReadOnlySpan<byte>)[15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13],
    ];

    private static readonly uint[] Codes = MakeCodes();

    /// <summary>Octets of a text, filled up with ones [B].</summary>
    public static int Length(string text) => (text.Sum(sign => Lengths[sign - First]) + 7) / 8;

    /// <summary>Adds a text.</summary>
    public static void Write(string text, List<byte> destination)
    {
        var (bits, count) = (0UL, 0);
        foreach (var sign in text)
        {
            bits = bits << Lengths[sign - First] | Codes[sign - First];
            count += Lengths[sign - First];
            for (; count >= 8; count -= 8)
            {
                destination.Add((byte)(bits >> (count - 8) & 0xFF));
            }

            bits &= (1UL << count) - 1;
        }

        if (count > 0)
        {
            destination.Add((byte)((bits << (8 - count) | 0xFFUL >> count) & 0xFF));
        }
    }

    private static uint[] MakeCodes()
    {
        var codes = new uint[Lengths.Length];
        var next = 0u;
        for (var length = 1; length <= Longest; length++, next <<= 1)
        {
            if (length == LengthOfZero)
            {
                next++;
            }

            for (var i = 0; i < codes.Length; i++)
            {
                if (Lengths[i] == length)
                {
                    codes[i] = next++;
                }
            }
        }

        return codes;
    }
}

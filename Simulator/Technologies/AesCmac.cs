using System.Security.Cryptography;

namespace M2mVsIoTSim.Technologies;

/// <summary>AES-CMAC, RFC 4493.</summary>
public static class AesCmac
{
    private const int BlockLength = 16;

    /// <summary>The authentication code of a message, 16 octets.</summary>
    /// <param name="key">16 octets.</param>
    /// <param name="message">Any length.</param>
    public static byte[] Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        using var aes = Aes.Create();
        aes.Key = key.ToArray();
        var subkey = Double(aes.EncryptEcb(new byte[BlockLength], PaddingMode.None));
        var isComplete = message.Length > 0 && message.Length % BlockLength == 0;
        if (!isComplete)
        {
            subkey = Double(subkey);
        }

        var state = new byte[BlockLength];
        var rest = message;
        while (rest.Length > BlockLength)
        {
            Mix(state, rest[..BlockLength]);
            state = aes.EncryptEcb(state, PaddingMode.None);
            rest = rest[BlockLength..];
        }

        Mix(state, rest);
        if (!isComplete)
        {
            state[rest.Length] ^= 0x80;
        }

        Mix(state, subkey);
        return aes.EncryptEcb(state, PaddingMode.None);
    }

    private static void Mix(Span<byte> state, ReadOnlySpan<byte> block)
    {
        for (var i = 0; i < block.Length; i++)
        {
            state[i] ^= block[i];
        }
    }

    /// <summary>Multiplies by x in GF(2¹²⁸) with the polynomial x¹²⁸ + x⁷ + x² + x + 1.</summary>
    private static byte[] Double(ReadOnlySpan<byte> block)
    {
        var doubled = new byte[BlockLength];
        for (var i = 0; i < BlockLength; i++)
        {
            var carry = i + 1 < BlockLength ? block[i + 1] >> 7 : 0;
            doubled[i] = (byte)((block[i] << 1 | carry) & 0xFF);
        }

        if ((block[0] & 0x80) != 0)
        {
            doubled[^1] ^= 0x87;
        }

        return doubled;
    }
}

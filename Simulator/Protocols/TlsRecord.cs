namespace M2mVsIoTSim.Protocols;

/// <summary>A record of the TLS record layer.</summary>
/// <param name="Type">20 change of cipher, 21 alert, 22 handshake, 23 application data.</param>
/// <param name="Length">With its header of five octets [B].</param>
/// <param name="Message">Type of the handshake message that it carries in plain text; 0 for none or an encrypted one.</param>
public readonly record struct TlsRecord(byte Type, int Length, byte Message = 0)
{
    /// <summary>Octets of the header [B].</summary>
    internal const int Header = 5;

    /// <summary>Longest content of a record [B].</summary>
    internal const int LongestContent = 16_384;

    internal const byte ChangeCipher = 20;
    internal const byte Alert = 21;
    internal const byte Handshake = 22;
    internal const byte Application = 23;

    /// <summary>Writes header and content; what is encrypted, random or a key is filled with octets that look random.</summary>
    internal void Write(Span<byte> destination)
    {
        Fill(destination[..Length]);
        var content = Length - Header;
        ReadOnlySpan<byte> header = [Type, 3, 3, (byte)(content >> 8), (byte)(content & 0xFF)];
        header.CopyTo(destination);
        if (Type == ChangeCipher)
        {
            destination[Header] = 1;
        }
        else if (Message != 0)
        {
            var body = content - 4;
            ReadOnlySpan<byte> message = [Message, (byte)(body >> 16), (byte)(body >> 8 & 0xFF), (byte)(body & 0xFF)];
            message.CopyTo(destination[Header..]);
        }
    }

    private void Fill(Span<byte> destination)
    {
        var state = unchecked((uint)(Length * 2654435761u) | 1);
        foreach (ref var octet in destination)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            octet = (byte)(state >> 24);
        }
    }
}

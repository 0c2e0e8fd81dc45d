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

    private const byte ClientHello = 1;
    private const byte ServerHello = 2;

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
            WriteHello(destination[(Header + 4)..Length]);
        }
    }

    /// <summary>Gives a hello its fields: whatever its extensions say is one extension of padding (RFC 7685), so that a reader of the capture can find its way.</summary>
    /// <remarks>RFC 8446, sections 4.1.2 and 4.1.3: version 2, random 32, session identifier, cipher suites (one in a ServerHello), compression, extensions.</remarks>
    private void WriteHello(Span<byte> body)
    {
        if (Message is not (ClientHello or ServerHello))
        {
            return;
        }

        var isClient = Message == ClientHello;
        (body[0], body[1]) = (3, 3);
        var rest = body[34..];
        var fields = isClient ? 2 + 2 + 1 + 1 : 2 + 1;
        // A session identifier of 32 octets where there is room for it, and for an empty extension behind.
        var session = rest.Length >= 1 + 32 + fields + 6 ? 32 : 0;
        rest[0] = (byte)session;
        rest = rest[(1 + session)..];
        ReadOnlySpan<byte> suites = isClient ? [0, 2, 0x13, 1, 1, 0] : [0x13, 1, 0];
        suites.CopyTo(rest);
        rest = rest[suites.Length..];
        if (rest.Length >= 6)
        {
            var (all, padding) = (rest.Length - 2, rest.Length - 6);
            ReadOnlySpan<byte> extension = [(byte)(all >> 8), (byte)(all & 0xFF), 0, 21, (byte)(padding >> 8), (byte)(padding & 0xFF)];
            extension.CopyTo(rest);
            rest[6..].Clear();
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

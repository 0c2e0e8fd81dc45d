namespace M2mVsIoTSim.Protocols;

/// <summary>Octets of CoAP messages (RFC 7252, section 3).</summary>
public static class CoapSize
{
    /// <summary>Version, type, length of the token, code and message identifier [B].</summary>
    public const int Header = 4;

    private const int OneOctet = 13;
    private const int TwoOctets = 269;

    /// <summary>Octets of a message [B].</summary>
    /// <param name="token">Octets of the token, 0 to 8 [B].</param>
    /// <param name="options">In ascending order of their numbers.</param>
    /// <param name="payload">Octets of the payload [B]; with any, a marker stands before it.</param>
    /// <exception cref="ArgumentException">Options are not in order.</exception>
    public static int Message(int token, IEnumerable<CoapOption> options, int payload)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Header + token + Options(options) + (payload > 0 ? 1 + payload : 0);
    }

    /// <summary>Octets of options in ascending order [B].</summary>
    public static int Options(IEnumerable<CoapOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (octets, last) = (0, 0);
        foreach (var option in options)
        {
            if (option.Number < last)
            {
                throw new ArgumentException($"Option {option.Number} comes after option {last}.", nameof(options));
            }

            octets += Option(option.Number - last, option.Length);
            last = option.Number;
        }

        return octets;
    }

    /// <summary>Octets of an option [B].</summary>
    /// <param name="delta">Its number less that of the option before it [1].</param>
    /// <param name="length">Octets of its value [B].</param>
    public static int Option(int delta, int length) => 1 + Extension(delta) + Extension(length) + length;

    /// <summary>Writes options in ascending order.</summary>
    /// <returns>Octets written [B].</returns>
    internal static int Write(IEnumerable<CoapOption> options, Span<byte> destination)
    {
        var (at, last) = (0, 0);
        foreach (var option in options)
        {
            var (delta, length) = (option.Number - last, option.Length);
            destination[at++] = (byte)(Nibble(delta) << 4 | Nibble(length));
            at += WriteExtension(delta, destination[at..]);
            at += WriteExtension(length, destination[at..]);
            option.Value.Span.CopyTo(destination[at..]);
            at += length;
            last = option.Number;
        }

        return at;
    }

    private static int Extension(int value) =>
        value < OneOctet ? 0
        : value < TwoOctets ? 1
        : 2;

    private static int Nibble(int value) =>
        value < OneOctet ? value
        : value < TwoOctets ? 13
        : 14;

    private static int WriteExtension(int value, Span<byte> destination)
    {
        switch (Extension(value))
        {
            case 1:
                destination[0] = (byte)(value - OneOctet);
                return 1;
            case 2:
                destination[0] = (byte)(value - TwoOctets >> 8);
                destination[1] = (byte)(value - TwoOctets & 0xFF);
                return 2;
            default:
                return 0;
        }
    }
}

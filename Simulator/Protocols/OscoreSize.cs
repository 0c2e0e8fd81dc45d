namespace M2mVsIoTSim.Protocols;

/// <summary>Octets of CoAP messages under OSCORE (RFC 8613): what proxies need stays outside, the rest is encrypted with AES-CCM-16-64-128.</summary>
/// <remarks>Outside: code POST or FETCH for requests and 2.04 or 2.05 for responses, token, Uri-Host, Observe. Inside: the true code, the other
/// options, the payload; Observe stands inside too, with a value in requests and without in notifications. Blocks are inside. No context identifier.</remarks>
public static class OscoreSize
{
    private const int Tag = 8;
    private const int InnerCode = 1;
    private const int Marker = 1;
    private const int Flags = 1;

    /// <summary>Octets of a protected message [B].</summary>
    /// <param name="token">Octets of the token [B].</param>
    /// <param name="options">Of the message before it is protected, in ascending order.</param>
    /// <param name="payload">Octets of the payload [B].</param>
    /// <param name="isRequest">Whether it names the key of its sender.</param>
    /// <param name="sequence">Octets of the sender's sequence number [B]; 0 in responses that have none.</param>
    /// <param name="sender">Octets of the sender's identifier [B].</param>
    public static int Message(int token, IReadOnlyList<CoapOption> options, int payload, bool isRequest, int sequence, int sender) =>
        CoapSize.Header
        + token
        + CoapSize.Options(Outer(options, isRequest, sequence, sender))
        + Marker
        + InnerCode
        + CoapSize.Options(Inner(options, isRequest))
        + (payload > 0 ? Marker + payload : 0)
        + Tag;

    /// <summary>Octets of a sequence number [B].</summary>
    public static int Sequence(long number) => Math.Max(1, (64 - (int)long.LeadingZeroCount(number) + 7) / 8);

    /// <summary>Options that everybody sees, in order.</summary>
    internal static IEnumerable<CoapOption> Outer(IEnumerable<CoapOption> options, bool isRequest, int sequence, int sender)
    {
        var length = sequence == 0 ? 0 : Flags + sequence + (isRequest ? sender : 0);
        return options
            .Where(option => option.Number is CoapOption.UriHost or CoapOption.Observe)
            .Append(new CoapOption(CoapOption.Oscore, new byte[length]))
            .OrderBy(option => option.Number);
    }

    private static IEnumerable<CoapOption> Inner(IEnumerable<CoapOption> options, bool isRequest) =>
        options
            .Where(option => option.Number != CoapOption.UriHost)
            .Select(option => option.Number == CoapOption.Observe && !isRequest ? new CoapOption(CoapOption.Observe, default) : option);
}

namespace M2mVsIoTSim.Protocols;

/// <summary>How an end of a CoAP session sends the messages of relations.</summary>
/// <param name="Notifies">Whether as notifications to the other end, which observes; otherwise as requests.</param>
/// <param name="Method">Code of the requests.</param>
/// <param name="Before">Options of requests up to their path, in ascending order.</param>
/// <param name="Content">How content is written.</param>
/// <param name="MaxAge">Max-Age of notifications [s]; null where they do not say it.</param>
/// <param name="NoResponse">Whether requests that are not confirmed ask for no response.</param>
/// <param name="Asks">Whether requests carry nothing and are answered with the content.</param>
/// <param name="Primitives">What requests stand for in oneM2M, and their responses; null for nothing.</param>
internal sealed record CoapTerms(
    bool Notifies,
    byte Method,
    IReadOnlyList<CoapOption> Before,
    ICoapContent Content,
    uint? MaxAge,
    bool NoResponse,
    bool Asks = false,
    OneM2mTerms? Primitives = null
)
{
    private const uint SuppressAll = 2 | 8 | 16;
    private readonly CoapOption[] _format = Content.Format is { } format ? [CoapOption.Whole(CoapOption.ContentFormat, (uint)format)] : [];

    /// <summary>Options of a request that carries a message, or a block of one.</summary>
    public IReadOnlyList<CoapOption> OfRequest(CoapOption? block, bool isConfirmed)
    {
        if (Primitives is not null)
        {
            return Primitives.OfRequest(block);
        }

        List<CoapOption> options = Asks ? [.. Before] : [.. Before, .. _format];
        if (block is { } part)
        {
            options.Add(part);
        }

        if (NoResponse && !isConfirmed)
        {
            options.Add(CoapOption.Whole(CoapOption.NoResponse, SuppressAll));
        }

        return options;
    }

    /// <summary>Options of a notification.</summary>
    public IReadOnlyList<CoapOption> OfNotification(uint sequence, CoapOption? block)
    {
        List<CoapOption> options = [CoapOption.Whole(CoapOption.Observe, sequence), .. _format];
        if (MaxAge is { } age)
        {
            options.Add(CoapOption.Whole(CoapOption.MaxAge, age));
        }

        if (block is { } part)
        {
            options.Add(part);
        }

        return options;
    }

    /// <summary>Options of an answer with content.</summary>
    public IReadOnlyList<CoapOption> OfAnswer => _format;

    /// <summary>Options of a response with a block of a notification that was too long.</summary>
    public IReadOnlyList<CoapOption> OfBlock(CoapOption block) => [.. _format, block];

    /// <summary>Options of a request for a block.</summary>
    public IReadOnlyList<CoapOption> OfFetch(CoapOption block) => [.. Before, block];
}

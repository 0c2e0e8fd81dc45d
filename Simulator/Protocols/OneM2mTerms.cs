namespace M2mVsIoTSim.Protocols;

/// <summary>Options of CoAP messages that stand for primitives of oneM2M (TS-0008).</summary>
/// <param name="party">Names of the two ends.</param>
/// <param name="isApplication">Whether it is the application's end that asks.</param>
internal sealed class OneM2mTerms(OneM2mParty party, bool isApplication)
{
    private const int ResourceType = 267;

    /// <summary>Options of a request that carries a message, or a block of one; each block is a request with a number of its own.</summary>
    public IReadOnlyList<CoapOption> OfRequest(CoapOption? block) => OfRequest(party.Envelope(isApplication), block);

    /// <summary>Options of a request.</summary>
    public static IReadOnlyList<CoapOption> OfRequest(OneM2mRequest request, CoapOption? block = null)
    {
        CoapOption[] options = [.. request.CoapOptions];
        CoapOption[] part = block is { } one ? [one] : [];
        return [.. CoapOption.Path(CoapOption.UriPath, request.To), options[0], .. part, .. options[1..]];
    }

    /// <summary>The response to a request.</summary>
    /// <param name="request">Its options.</param>
    /// <param name="block">Of the response; nothing if the request came in one piece.</param>
    public static CoapAnswer Answer(IReadOnlyList<CoapOption> request, IReadOnlyList<CoapOption> block)
    {
        var path = string.Concat(request.Where(option => option.Number == CoapOption.UriPath).Select(option => "/" + Text(option)));
        var id = Text(request.First(option => option.Number == OneM2mRequest.RequestIdentifier));
        var creates = request.Any(option => option.Number == ResourceType);
        var operation = creates ? OneM2mRequest.Create : OneM2mRequest.Notify;
        var response = new OneM2mResponse(new OneM2mRequest(operation, null, "", path, id, ""));
        CoapOption[] options = [.. response.CoapOptions(OneM2mParty.NewName).Concat(block).OrderBy(option => option.Number)];
        return new CoapAnswer(response.CoapCode, options);
    }

    private static string Text(CoapOption option) => System.Text.Encoding.ASCII.GetString(option.Value.Span);
}

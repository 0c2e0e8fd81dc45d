namespace M2mVsIoTSim.Protocols;

/// <summary>A request or response of HTTP, or what a connection of HTTP/2 begins and ends with.</summary>
/// <param name="kind">Which of them.</param>
/// <param name="octets">As they travel; made when it is written, as HPACK depends on what went before.</param>
/// <param name="title">What a trace calls it.</param>
internal sealed class HttpUnit(HttpUnitKind kind, byte[] octets, string title) : StreamUnit
{
    public HttpUnitKind Kind { get; } = kind;

    /// <summary>Of a response: to what.</summary>
    public HttpUnit? Request { get; init; }

    /// <summary>Of a request for messages: the account of the one that came last, of which the server hears by this that it has arrived.</summary>
    public StreamUnit? Fetched { get; init; }

    /// <summary>What it stands for in oneM2M; null for nothing.</summary>
    public OneM2mRequest? Primitive { get; init; }

    /// <summary>What the application writes before it, as a piece of its own; null for nothing.</summary>
    public HttpUnit? Beginning { get; init; }

    public override int Length => octets.Length;

    /// <inheritdoc/>
    public override string ToString() => CarriesMessage ? $"{title} {Message.Branch.Relation.Name}" : title;

    public override void Write(Span<byte> destination) => octets.CopyTo(destination);
}

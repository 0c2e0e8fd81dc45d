namespace M2mVsIoTSim.Protocols;

/// <summary>A frame of AMQP 1.0, or a header of one of its layers.</summary>
/// <param name="kind">Which of them.</param>
/// <param name="octets">As they travel.</param>
internal sealed class AmqpFrame(AmqpKind kind, byte[] octets) : StreamUnit
{
    public AmqpKind Kind { get; } = kind;

    /// <summary>Of a performative about a link: whether that goes from the client to the server.</summary>
    public bool IsForth { get; init; }

    /// <summary>Of a transfer or a disposition: number of the delivery in its session.</summary>
    public uint Delivery { get; init; }

    /// <summary>Of a flow: the credit that it grants.</summary>
    public int Credit { get; init; }

    /// <summary>Of a flow: the transfers that its sender had received [1].</summary>
    public uint Seen { get; init; }

    public override int Length => octets.Length;

    /// <inheritdoc/>
    public override string ToString() =>
        "AMQP "
        + Kind switch
        {
            AmqpKind.Empty => "empty",
            AmqpKind.Header => "header",
            AmqpKind.SaslHeader => "SASL header",
            AmqpKind.Mechanisms => "SASL mechanisms",
            AmqpKind.Init => "SASL init",
            AmqpKind.Outcome => "SASL outcome",
            AmqpKind.Transfer when CarriesMessage => $"transfer {Message.Branch.Relation.Name}",
            _ => Kind.ToString().ToLowerInvariant(),
        };

    public override void Write(Span<byte> destination) => octets.CopyTo(destination);
}

using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Octets that an application writes to a connection at once, such as one MQTT packet.</summary>
internal abstract class StreamUnit
{
    /// <summary>The message that it carries, where it carries one.</summary>
    public Message Message;

    /// <summary>Whether it carries a message.</summary>
    public bool CarriesMessage { get; init; }

    /// <summary>Whether it has reached the other end.</summary>
    public bool IsDelivered { get; set; }

    /// <summary>Octets [B].</summary>
    public abstract int Length { get; }

    /// <summary>Position of its first octet in the stream.</summary>
    public long Start { get; set; }

    /// <summary>Position after its last octet.</summary>
    public long End => Start + Length;

    /// <summary>What was written after it.</summary>
    public StreamUnit? Next { get; set; }

    /// <summary>Writes its octets.</summary>
    public abstract void Write(Span<byte> destination);
}

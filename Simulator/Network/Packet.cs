namespace M2mVsIoTSim.Network;

/// <summary>What a frame carries: exact bytes, so that a capture needs no second model.</summary>
public abstract class Packet
{
    /// <summary>Size on the wire from the network layer up (an IP packet, a LoRaWAN PHYPayload) [B].</summary>
    public abstract int Length { get; }

    /// <summary>Number of what an IP packet carries, such as 17 for UDP; null for what is no IP packet.</summary>
    public virtual int? InternetProtocol => null;

    /// <summary>Writes the bytes of the packet.</summary>
    /// <param name="destination">At least <see cref="Length"/> long.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public abstract void Write(Span<byte> destination);

    /// <summary>What it is, in a few words for a trace: protocol, kind, what is in it.</summary>
    public virtual string Summary => GetType().Name;

    /// <summary>Whether it carries a message, or a part of it.</summary>
    public virtual bool Carries(in Message message) => false;
}

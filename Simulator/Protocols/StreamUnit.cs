using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Octets that an application writes to a connection at once, such as one MQTT packet.</summary>
internal abstract class StreamUnit
{
    /// <summary>The message that it carries, where it carries one.</summary>
    public Message Message;

    /// <summary>Whether it carries a message.</summary>
    public bool CarriesMessage { get; init; }

    /// <summary>The unit that carried the same message over an earlier connection; null for the first one.</summary>
    public StreamUnit? Original { get; init; }

    /// <summary>The unit at which the account of the message is kept.</summary>
    public StreamUnit Account => Original ?? this;

    /// <summary>Whether the message has reached the other end; kept at the <see cref="Account"/>.</summary>
    public bool IsDelivered { get; set; }

    /// <summary>Whether the message has been reported as dropped; kept at the <see cref="Account"/>.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>Octets that the application writes [B].</summary>
    public abstract int Length { get; }

    /// <summary>Octets that security adds [B].</summary>
    public int Overhead { get; set; }

    /// <summary>Position of its first octet in the stream.</summary>
    public long Start { get; set; }

    /// <summary>Position after its last octet.</summary>
    public long End => Start + Length + Overhead;

    /// <summary>What was written after it.</summary>
    public StreamUnit? Next { get; set; }

    /// <summary>Writes the octets of the application.</summary>
    public abstract void Write(Span<byte> destination);

    /// <summary>Reports the message as dropped, unless it has arrived or been reported before.</summary>
    public void Withdraw(Node sender, DropReason reason)
    {
        var account = Account;
        if (CarriesMessage && !account.IsDelivered && !account.IsWithdrawn)
        {
            account.IsWithdrawn = true;
            sender.Observers.Dropped(Message, reason, sender.Simulation.Now);
        }
    }
}

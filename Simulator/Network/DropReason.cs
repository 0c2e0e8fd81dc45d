namespace M2mVsIoTSim.Network;

/// <summary>Why a message did not reach a consumer.</summary>
public enum DropReason
{
    /// <summary>Not received at any receiver: below the sensitivity.</summary>
    OutOfRange,

    /// <summary>Destroyed by other transmissions.</summary>
    Collision,

    /// <summary>All demodulators of the receiver were busy.</summary>
    NoDemodulator,

    /// <summary>Sent while the receiver itself was transmitting, or not listening.</summary>
    ReceiverBusy,

    /// <summary>The regulatory duty cycle closed the band, and the sender could keep no more or gave up.</summary>
    DutyCycle,

    /// <summary>A queue was full.</summary>
    QueueFull,

    /// <summary>Bit errors or random packet loss.</summary>
    Noise,

    /// <summary>The link or the network was down.</summary>
    Outage,

    /// <summary>The sender gave up after its last retransmission.</summary>
    RetriesExhausted,

    /// <summary>The message does not fit into what the technology can carry.</summary>
    TooLarge,

    /// <summary>A node had stopped, e.g. with an empty battery.</summary>
    NodeDown,

    /// <summary>Still on its way when the run ended, its time to drain included.</summary>
    Unfinished,

    /// <summary>The contract's number of messages a day was used up.</summary>
    Quota,

    /// <summary>The sender had not joined its network yet, and could keep no more.</summary>
    NotJoined,

    /// <summary>The receiver was asleep, and the network did not keep the message until it woke.</summary>
    Asleep,

    /// <summary>A translator of addresses or the receiver had forgotten the sender: no binding, association or session was left.</summary>
    Forgotten,

    /// <summary>The person for whom it was did not notice it among others.</summary>
    Unnoticed,
}

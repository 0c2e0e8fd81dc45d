namespace M2mVsIoTSim.Media;

/// <summary>What became of a transmission at a receiver, from the least to the greatest progress.</summary>
public enum Reception : byte
{
    /// <summary>Weaker than the receiver's sensitivity.</summary>
    TooWeak,

    /// <summary>It came while all demodulators were taken.</summary>
    NoDemodulator,

    /// <summary>The receiver was transmitting itself at some time during it.</summary>
    ReceiverBusy,

    /// <summary>Its preamble came while the receiver was locked on an earlier transmission of the same code and channel.</summary>
    NotSynchronised,

    /// <summary>Demodulated, but destroyed by interference.</summary>
    Destroyed,

    /// <summary>Received.</summary>
    Received,
}

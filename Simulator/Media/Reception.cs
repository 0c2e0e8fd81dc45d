using M2mVsIoTSim.Network;

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

/// <summary>What a reception means for what was lost.</summary>
public static class ReceptionExtensions
{
    /// <summary>Why it was lost.</summary>
    /// <exception cref="InvalidOperationException">It was received.</exception>
    public static DropReason LossReason(this Reception reception) =>
        reception switch
        {
            Reception.TooWeak => DropReason.OutOfRange,
            Reception.NoDemodulator => DropReason.NoDemodulator,
            Reception.ReceiverBusy => DropReason.ReceiverBusy,
            Reception.NotSynchronised or Reception.Destroyed => DropReason.Collision,
            _ => throw new InvalidOperationException("A transmission that was received was not lost."),
        };
}

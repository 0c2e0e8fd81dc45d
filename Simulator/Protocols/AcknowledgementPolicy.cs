namespace M2mVsIoTSim.Protocols;

/// <summary>When a receiver of TCP segments acknowledges them.</summary>
public enum AcknowledgementPolicy
{
    /// <summary>Each segment at once.</summary>
    Immediate,

    /// <summary>Every second segment at once, a single one after a delay or along with data (RFC 1122, section 4.2.3.2).</summary>
    Delayed,

    /// <summary>As Linux does: at once while data flow one way, delayed as soon as an end answers, and at once again after an
    /// answer that did not come within the delay.</summary>
    Linux,
}

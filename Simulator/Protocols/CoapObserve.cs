namespace M2mVsIoTSim.Protocols;

/// <summary>Which messages of a CoAP hop travel as notifications to an observer (RFC 7641) instead of as requests.</summary>
public enum CoapObserve
{
    /// <summary>None: whoever has something to say sends a request.</summary>
    None,

    /// <summary>Those from the hop's <c>from</c> to its <c>to</c>: an application observes a server.</summary>
    Forth,

    /// <summary>Those from the hop's <c>to</c> to its <c>from</c>: a device observes what it is told to do.</summary>
    Back,

    /// <summary>Those of both directions.</summary>
    Both,
}

namespace M2mVsIoTSim.Protocols;

/// <summary>Types of CoAP messages, numbered as on the wire (RFC 7252, section 3).</summary>
internal enum CoapType : byte
{
    /// <summary>CON: to be acknowledged.</summary>
    Confirmable = 0,

    /// <summary>NON: not to be acknowledged.</summary>
    NonConfirmable = 1,

    /// <summary>ACK: acknowledges, and may carry the response.</summary>
    Acknowledgement = 2,

    /// <summary>RST: the receiver does not know what a message is about.</summary>
    Reset = 3,
}

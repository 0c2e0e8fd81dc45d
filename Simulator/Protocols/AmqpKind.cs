namespace M2mVsIoTSim.Protocols;

/// <summary>What an AMQP peer writes: headers of the two layers, SASL frames, performatives; descriptors where there are any.</summary>
internal enum AmqpKind
{
    /// <summary>A frame without performative, which shows that the peer is there.</summary>
    Empty = 0,

    /// <summary>The header of AMQP itself.</summary>
    Header = 1,

    /// <summary>The header of the security layer.</summary>
    SaslHeader = 2,

    Open = 0x10,
    Begin = 0x11,
    Attach = 0x12,
    Flow = 0x13,
    Transfer = 0x14,
    Disposition = 0x15,
    Detach = 0x16,
    End = 0x17,
    Close = 0x18,
    Mechanisms = 0x40,
    Init = 0x41,
    Outcome = 0x44,
}

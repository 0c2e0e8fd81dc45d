namespace M2mVsIoTSim.Protocols;

/// <summary>How a client of AMQP shows who it is before the connection is opened.</summary>
public enum AmqpSasl
{
    /// <summary>Not at all: there is no security layer.</summary>
    None,

    /// <summary>It may be anybody (RFC 4505).</summary>
    Anonymous,

    /// <summary>By name and password (RFC 4616).</summary>
    Plain,
}

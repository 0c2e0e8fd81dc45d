namespace M2mVsIoTSim.Protocols;

/// <summary>When a message that was sent is settled: forgotten by its sender.</summary>
public enum AmqpSettlement
{
    /// <summary>When the receiver has accepted it: it is sent again over the next connection until then (at least once).</summary>
    Unsettled,

    /// <summary>When it is sent (at most once).</summary>
    Settled,
}

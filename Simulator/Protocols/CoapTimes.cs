using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Times that follow from the transmission parameters of CoAP; symbols of RFC 7252, section 4.8.2.</summary>
public static class CoapTimes
{
    /// <summary>MAX_LATENCY: how long a datagram may be on its way.</summary>
    public static readonly Duration MaxLatency = 100.Seconds;

    /// <summary>MAX_TRANSMIT_SPAN: from the first transmission of a message to its last.</summary>
    public static Duration MaxTransmitSpan(Duration ackTimeout, double ackRandomFactor, int maxRetransmit) =>
        ackTimeout * ((1L << maxRetransmit) - 1) * ackRandomFactor;

    /// <summary>MAX_TRANSMIT_WAIT: from the first transmission to when the sender gives up.</summary>
    public static Duration MaxTransmitWait(Duration ackTimeout, double ackRandomFactor, int maxRetransmit) =>
        ackTimeout * ((1L << (maxRetransmit + 1)) - 1) * ackRandomFactor;

    /// <summary>EXCHANGE_LIFETIME: how long the identifier of a confirmable message must not be used again. PROCESSING_DELAY is ACK_TIMEOUT.</summary>
    public static Duration ExchangeLifetime(Duration ackTimeout, double ackRandomFactor, int maxRetransmit) =>
        MaxTransmitSpan(ackTimeout, ackRandomFactor, maxRetransmit) + MaxLatency * 2L + ackTimeout;

    /// <summary>NON_LIFETIME: how long the identifier of a non-confirmable message must not be used again.</summary>
    public static Duration NonLifetime(Duration ackTimeout, double ackRandomFactor, int maxRetransmit) =>
        MaxTransmitSpan(ackTimeout, ackRandomFactor, maxRetransmit) + MaxLatency;

    /// <summary>Mean time from the first transmission to the response, given that one comes, where every packet is lost with the same probability.</summary>
    /// <remarks>An attempt fails with q = 1 − (1 − p)²; before attempt k (from 0) 2^k − 1 initial time-outs have passed, whose mean is
    /// ACK_TIMEOUT·(1 + ACK_RANDOM_FACTOR)/2. Answers are taken to come within the time-out.</remarks>
    /// <param name="loss">p, of a packet in either direction [1].</param>
    /// <param name="roundTrip">Of an attempt that succeeds [s].</param>
    /// <param name="ackTimeout">ACK_TIMEOUT [s].</param>
    /// <param name="ackRandomFactor">ACK_RANDOM_FACTOR [1].</param>
    /// <param name="maxRetransmit">MAX_RETRANSMIT [1].</param>
    public static double MeanDelay(double loss, double roundTrip, double ackTimeout, double ackRandomFactor, int maxRetransmit)
    {
        var q = 1 - (1 - loss) * (1 - loss);
        var mean = ackTimeout * (1 + ackRandomFactor) / 2;
        var sum = Enumerable.Range(0, maxRetransmit + 1).Sum(k => Math.Pow(q, k) * (1 - q) * (mean * (Math.Pow(2, k) - 1) + roundTrip));
        return sum / (1 - Math.Pow(q, maxRetransmit + 1));
    }
}

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>Options of everything that travels in CoAP messages.</summary>
public abstract record CoapTransmission : DatagramOptions
{
    /// <summary>Whether messages are confirmable, and so repeated until they are acknowledged.</summary>
    [Figure(Mark.Chosen, "as QoS 1 of mqtt")]
    public bool Confirmed { get; init; } = true;

    /// <summary>ACK_TIMEOUT: least time to wait for the first acknowledgement [s]; doubled with every repetition.</summary>
    [Unit("s", Minimum = 0.01, Maximum = 600)]
    [Figure(Mark.Confirmed, "RFC 7252, section 4.8")]
    public Duration AckTimeout { get; init; } = 2.Seconds;

    /// <summary>ACK_RANDOM_FACTOR: up to how many times the least the first time-out is, at random [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 10)]
    [Figure(Mark.Confirmed, "RFC 7252, section 4.8")]
    public double AckRandomFactor { get; init; } = 1.5;

    /// <summary>MAX_RETRANSMIT: repetitions before the sender gives up [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 20)]
    [Figure(Mark.Confirmed, "RFC 7252, section 4.8")]
    public int Retries { get; init; } = 4;

    /// <summary>NSTART: confirmable messages and requests of an end that are outstanding at a time [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Confirmed, "RFC 7252, section 4.8")]
    public int Nstart { get; init; } = 1;

    /// <summary>PROBING_RATE: mean rate of what is sent to an end that does not respond [B/s].</summary>
    [Unit("B/s", Minimum = 0.001)]
    [Figure(Mark.Confirmed, "RFC 7252, section 4.8")]
    public double ProbingRate { get; init; } = 1;

    /// <summary>Octets of tokens [B].</summary>
    [Unit("B", Minimum = 0, Maximum = 8)]
    [Figure(Mark.Confirmed, "RFC 7252, section 5.3.1: at least 32 bits on the open Internet; aiocoap sends 4 octets")]
    public int TokenLength { get; init; } = 4;

    /// <summary>Octets of a block of content that is longer than one (RFC 7959): a power of two [B].</summary>
    [Unit("B", Minimum = 16, Maximum = 1024)]
    [Figure(Mark.Confirmed, "RFC 7252, section 4.6: 1024 octets of payload fit where nothing is known of the path")]
    public int BlockSize { get; init; } = 1024;

    /// <summary>How long the receiving application takes for its response [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 200)]
    [Figure(Mark.Chosen, "at once: what an application works on stands behind its own queue")]
    public Duration ResponseTime { get; init; }

    /// <summary>How long an acknowledgement waits for a response to travel with; after that it goes alone and the response follows separately [s].</summary>
    [Unit("s", Minimum = 0, Maximum = 200)]
    [Figure(Mark.Chosen, "half of ACK_TIMEOUT, so that it comes before the repetition")]
    public Duration AckDelay { get; init; } = 1.Seconds;

    /// <summary>Octets of a sender's identifier under OSCORE [B].</summary>
    [Unit("B", Minimum = 0, Maximum = 7)]
    [Figure(Mark.Chosen, "two octets tell 65 536 devices apart")]
    public int SenderIdLength { get; init; } = 2;

    /// <summary>EXCHANGE_LIFETIME.</summary>
    internal Duration ExchangeLifetime => CoapTimes.ExchangeLifetime(AckTimeout, AckRandomFactor, Retries);

    /// <summary>NON_LIFETIME.</summary>
    internal Duration NonLifetime => CoapTimes.NonLifetime(AckTimeout, AckRandomFactor, Retries);

    /// <summary>Retries in words, for lists of differences.</summary>
    internal string DescribeRetries =>
        Confirmed ? $"up to {Retries}, first after {AckTimeout} to {AckTimeout * AckRandomFactor}, doubling; {Nstart} outstanding" : "none";

    /// <summary>Refuses a block size that the option cannot say.</summary>
    internal void CheckBlockSize(string protocol)
    {
        if (!int.IsPow2(BlockSize))
        {
            throw new ArgumentException(
                $"{protocol}: a block size of {BlockSize} B is no power of two; legal: 16, 32, 64, 128, 256, 512, 1024"
            );
        }
    }
}

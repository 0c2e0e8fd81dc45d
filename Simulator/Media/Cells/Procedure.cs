namespace M2mVsIoTSim.Media.Cells;

/// <summary>Which signalling messages an exchange takes, and their sizes: a variant of the radio resource control.</summary>
/// <remarks>Sizes are MAC payloads. Random access (Msg1, Msg2) comes before each of them.</remarks>
public sealed record Procedure
{
    /// <summary>Name in tables.</summary>
    public required string Name { get; init; }

    /// <summary>The request of the device (Msg3) [B].</summary>
    public required int Request { get; init; }

    /// <summary>The answer that resolves contention (Msg4) [B].</summary>
    public required int Answer { get; init; }

    /// <summary>What follows until data can go either way. A message that carries data takes the first waiting packet of the uplink with it.</summary>
    public required IReadOnlyList<SignallingMessage> SetUp { get; init; }

    /// <summary>What follows the answer when the device only tells that it is still there (tracking area update).</summary>
    public required IReadOnlyList<SignallingMessage> Update { get; init; }

    /// <summary>What follows the answer, in place of the set-up, when the device was switched off: attachment and context activation.</summary>
    public IReadOnlyList<SignallingMessage> Attach { get; init; } = [];

    /// <summary>The message that ends the connection [B].</summary>
    public required int Release { get; init; }

    /// <summary>What a packet of the uplink is wrapped in [B].</summary>
    public required int UplinkOverhead { get; init; }

    /// <summary>What a packet of the downlink is wrapped in [B].</summary>
    public required int DownlinkOverhead { get; init; }

    /// <summary>Where data go with the request, as with early data transmission: the greatest request, packet included [B]; null without.</summary>
    /// <remarks>A single packet that fits goes with the request.</remarks>
    public int? GreatestRequest { get; init; }

    /// <summary>Whether the answer to a request with a packet ends the exchange.</summary>
    public bool AnswerEnds { get; init; } = true;
}

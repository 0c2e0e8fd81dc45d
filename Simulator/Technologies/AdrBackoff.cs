namespace M2mVsIoTSim.Technologies;

/// <summary>A device's fall-back when the network that adapts its data rate is no longer heard.</summary>
/// <remarks>
/// LoRaWAN 1.0.4, section 4.3.1.1, and LoRaMac-node's <c>LoRaMacAdr.c</c>: a count of uplinks since the last downlink. From the limit on each uplink asks
/// for an answer; a delay later the power becomes the greatest; with each further delay the data rate falls by one; when it cannot fall any more, the channels and
/// the single transmission of the beginning return.
/// </remarks>
/// <param name="limit">ADR_ACK_LIMIT [1].</param>
/// <param name="delay">ADR_ACK_DELAY [1].</param>
public struct AdrBackoff(int limit, int delay)
{
    private int _count;

    /// <summary>Whether uplinks ask for an answer: ADRACKReq.</summary>
    public readonly bool Asks => _count >= limit;

    /// <summary>Something was heard from the network.</summary>
    public void Heard() => _count = 0;

    /// <summary>Counts a new uplink, which is not a repetition.</summary>
    /// <returns>What to do before it is sent.</returns>
    public AdrFallback Next()
    {
        _count++;
        var beyond = _count - limit;
        return beyond < delay || beyond % delay != 0 ? AdrFallback.None
            : beyond == delay ? AdrFallback.FullPower
            : AdrFallback.NextDataRate;
    }
}

namespace M2mVsIoTSim.Protocols;

/// <summary>What a session over CoAP decides for its ends.</summary>
internal interface ICoapUser
{
    /// <summary>Whether an end may send messages of relations now.</summary>
    bool MaySend(CoapEnd end);

    /// <summary>An end has been asked something.</summary>
    CoapAnswer Asked(CoapEnd end, CoapControl control, ulong token);

    /// <summary>What an end asked has been answered.</summary>
    void Answered(CoapEnd end, CoapControl control, ulong token, byte code);

    /// <summary>An exchange of an end is over, for good or ill.</summary>
    void Settled(CoapEnd end);

    /// <summary>What an end asked was not answered.</summary>
    void Unanswered(CoapEnd end, CoapControl control);

    /// <summary>An end has heard its peer.</summary>
    void Heard(CoapEnd end);

    /// <summary>An end has sent something.</summary>
    void Sent(CoapEnd end);

    /// <summary>A notification of an end was not acknowledged or was rejected: there is no observer.</summary>
    void LostObserver(CoapEnd end);
}

namespace M2mVsIoTSim.Media;

/// <summary>What a translator of addresses (NAT) does with an outgoing segment of a connection that it has forgotten.</summary>
public enum ForgottenConnection
{
    /// <summary>It drops the segment without a word: the inner end finds out by its own timers.</summary>
    Drop,

    /// <summary>It gives the segment another outer address, of which the outer end knows no connection: the answer is a reset.</summary>
    Reset,
}

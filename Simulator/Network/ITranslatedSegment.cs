namespace M2mVsIoTSim.Network;

/// <summary>A segment of a connection whose inner end a translator of addresses (NAT) on the way hides behind an outer address.</summary>
public interface ITranslatedSegment
{
    /// <summary>The connection, the same for the segments of both directions.</summary>
    object Connection { get; }

    /// <summary>Whether it asks for the connection.</summary>
    bool Opens { get; }

    /// <summary>
    /// Whether the outer end finds it under an address that it does not know: the translator had forgotten the connection and gave it another one.
    /// Also of the outer end's answer to that address.
    /// </summary>
    bool IsForeign { get; set; }
}

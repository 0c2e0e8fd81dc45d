namespace M2mVsIoTSim.Technologies;

/// <summary>A step of the fall-back of adaptive data rate.</summary>
public enum AdrFallback
{
    /// <summary>No step yet.</summary>
    None,

    /// <summary>To the greatest power.</summary>
    FullPower,

    /// <summary>To the next slower data rate; at the slowest to the channels and the number of transmissions of the beginning.</summary>
    NextDataRate,
}

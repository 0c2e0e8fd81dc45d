namespace M2mVsIoTSim.Network;

/// <summary>What a message carries: a number of values of a resolution, free of any encoding.</summary>
/// <param name="Values">Number of values [1], at least 1.</param>
/// <param name="BitsEach">Resolution of each [bit], at least 1.</param>
public readonly record struct Content(int Values, int BitsEach)
{
    /// <summary>Information in all [bit].</summary>
    public int Bits => Values * BitsEach;

    /// <summary>Size when packed without gaps, rounded up to whole octets [B].</summary>
    public int PackedBytes => (Bits + 7) / 8;
}

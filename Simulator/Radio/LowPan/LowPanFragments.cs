namespace M2mVsIoTSim.Radio.LowPan;

/// <summary>How a datagram is carried in MAC payloads.</summary>
/// <param name="Count">Number of frames [1].</param>
/// <param name="First">Octets of the first one [B].</param>
/// <param name="Middle">Octets of each between the first and the last [B].</param>
/// <param name="Last">Octets of the last one; the same as the first if it is the only one [B].</param>
public readonly record struct LowPanFragments(int Count, int First, int Middle, int Last)
{
    /// <summary>A datagram in one frame.</summary>
    /// <param name="octets">Its MAC payload [B].</param>
    public static LowPanFragments Whole(int octets) => new(1, octets, octets, octets);

    /// <summary>Octets of a MAC payload [B].</summary>
    /// <param name="index">From 0 [1].</param>
    public int this[int index] =>
        index == 0 ? First
        : index == Count - 1 ? Last
        : Middle;

    /// <summary>Octets of all of them [B].</summary>
    public int Total => Count == 1 ? First : First + (Count - 2) * Middle + Last;
}

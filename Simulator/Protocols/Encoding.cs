namespace M2mVsIoTSim.Protocols;

/// <summary>How content becomes octets.</summary>
public enum Encoding
{
    /// <summary>Values side by side without gaps, rounded up to whole octets.</summary>
    Packed,

    /// <summary>A CBOR array of unsigned integers (RFC 8949).</summary>
    Cbor,

    /// <summary>A JSON object with an array of integers: <c>{"v":[12345,…]}</c>.</summary>
    Json,
}

using System.Runtime.Serialization;

namespace M2mVsIoTSim.Protocols;

/// <summary>Version of HTTP.</summary>
public enum HttpVersion
{
    /// <summary>HTTP/1.1 (RFC 9112).</summary>
    [EnumMember(Value = "1.1")]
    V11,

    /// <summary>HTTP/2 (RFC 9113).</summary>
    [EnumMember(Value = "2")]
    V2,
}

using System.Runtime.Serialization;

namespace M2mVsIoTSim.Protocols;

/// <summary>How values of LwM2M resources become octets.</summary>
public enum Lwm2mFormat
{
    /// <summary>SenML in CBOR (RFC 8428): a record a resource, the object instance as base name.</summary>
    [EnumMember(Value = "senml-cbor")]
    SenmlCbor,

    /// <summary>OMA TLV: type, identifier and length before each value.</summary>
    [EnumMember(Value = "tlv")]
    Tlv,

    /// <summary>All values packed into one opaque resource.</summary>
    Opaque,
}

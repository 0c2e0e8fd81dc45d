using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>How the content of messages stands in CoAP payloads.</summary>
internal interface ICoapContent
{
    /// <summary>Number of the format; null where it is not said.</summary>
    int? Format { get; }

    /// <summary>Octets of content [B].</summary>
    int Size(Content content);

    /// <summary>Writes the content of a message.</summary>
    void Write(in Message message, Span<byte> destination);
}

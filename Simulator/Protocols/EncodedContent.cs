using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Content in one of the common encodings.</summary>
/// <param name="encoding">Which.</param>
/// <param name="format">Number that is said; null for that of the encoding, −1 for none.</param>
internal sealed class EncodedContent(Encoding encoding, int? format) : ICoapContent
{
    public int? Format { get; } =
        format switch
        {
            -1 => null,
            null => encoding switch
            {
                Encoding.Cbor => 60,
                Encoding.Json => 50,
                _ => 42,
            },
            _ => format,
        };

    public int Size(Content content) => PayloadEncoding.Size(content, encoding);

    public void Write(in Message message, Span<byte> destination) =>
        PayloadEncoding.Write(message.Branch.Relation.Content, encoding, PayloadEncoding.Seed(message), destination);
}

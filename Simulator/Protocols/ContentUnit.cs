using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Bare content.</summary>
internal sealed class ContentUnit : StreamUnit
{
    private readonly Encoding _encoding;

    public ContentUnit(in Message message, Encoding encoding, StreamUnit? original)
    {
        (Message, CarriesMessage, Original, _encoding) = (message, true, original, encoding);
    }

    public override int Length => PayloadEncoding.Size(Message.Branch.Relation.Content, _encoding);

    /// <inheritdoc/>
    public override string ToString() => Message.Branch.Relation.Name;

    public override void Write(Span<byte> destination) =>
        PayloadEncoding.Write(Message.Branch.Relation.Content, _encoding, PayloadEncoding.Seed(Message), destination);
}

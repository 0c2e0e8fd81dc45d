namespace M2mVsIoTSim.Protocols;

/// <summary>The one octet by which an application confirms a message.</summary>
internal sealed class ReceiptUnit : StreamUnit
{
    private const byte Acknowledge = 6;

    public override int Length => 1;

    /// <inheritdoc/>
    public override string ToString() => "receipt";

    public override void Write(Span<byte> destination) => destination[0] = Acknowledge;
}

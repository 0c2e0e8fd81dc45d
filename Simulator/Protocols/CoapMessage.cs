using System.Buffers.Binary;

namespace M2mVsIoTSim.Protocols;

/// <summary>A CoAP message; a repetition is the same message again.</summary>
internal sealed class CoapMessage
{
    private const byte PayloadMarker = 0xFF;
    private int _length = -1;

    public CoapType Type { get; init; }

    public byte Code { get; init; }

    public int Id { get; init; }

    public ulong Token { get; init; }

    public int TokenLength { get; init; }

    /// <summary>In ascending order.</summary>
    public IReadOnlyList<CoapOption> Options { get; init; } = [];

    /// <summary>Octets of its payload [B].</summary>
    public int Payload { get; init; }

    /// <summary>The message of which it carries a block, or asks for one.</summary>
    public CoapTransfer? Transfer { get; init; }

    /// <summary>How the content of the message is written.</summary>
    public ICoapContent? Content { get; init; }

    /// <summary>Number of the block that it carries, confirms or asks for.</summary>
    public int Block { get; init; }

    /// <summary>Whether it is a notification.</summary>
    public bool Notifies { get; init; }

    /// <summary>Whether it asks for the content of the message of a relation, which its answer brings.</summary>
    public bool Asks { get; init; }

    /// <summary>What it asks or answers besides messages of relations.</summary>
    public CoapControl? Control { get; init; }

    /// <summary>Octets of the sequence number under OSCORE [B]; 0 without one, −1 for a message that is not protected.</summary>
    public int Sequence { get; init; } = -1;

    /// <summary>Octets of the sender's identifier under OSCORE [B].</summary>
    public int Sender { get; init; }

    /// <summary>Octets of a block [B].</summary>
    public int BlockSize { get; init; }

    public int Length =>
        _length >= 0
            ? _length
            : _length =
                Sequence < 0
                    ? CoapSize.Message(TokenLength, Options, Payload)
                    : OscoreSize.Message(TokenLength, Options, Payload, CoapCode.IsRequest(Code), Sequence, Sender);

    public void Write(Span<byte> destination)
    {
        destination[0] = (byte)(1 << 6 | (int)Type << 4 | TokenLength);
        destination[1] = Sequence < 0 ? Code : OuterCode;
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)Id);
        for (var i = 0; i < TokenLength; i++)
        {
            destination[CoapSize.Header + i] = (byte)(Token >> 8 * (TokenLength - 1 - i) & 0xFF);
        }

        var at = CoapSize.Header + TokenLength;
        if (Sequence >= 0)
        {
            at += CoapSize.Write(OscoreSize.Outer(Options, CoapCode.IsRequest(Code), Sequence, Sender), destination[at..]);
            destination[at++] = PayloadMarker;
            DtlsEnd.Fill(destination[at..Length]);
            return;
        }

        at += CoapSize.Write(Options, destination[at..]);
        if (Payload > 0)
        {
            destination[at++] = PayloadMarker;
            WritePayload(destination.Slice(at, Payload));
        }
    }

    private byte OuterCode
    {
        get
        {
            var observes = Options.Any(option => option.Number == CoapOption.Observe);
            return CoapCode.IsRequest(Code)
                ? observes
                    ? CoapCode.Fetch
                    : CoapCode.Post
                : observes
                    ? CoapCode.Content
                    : CoapCode.Changed;
        }
    }

    private void WritePayload(Span<byte> destination)
    {
        if (Transfer is { } transfer && Content is { } content)
        {
            var all = new byte[transfer.Length];
            content.Write(transfer.Message, all);
            all.AsSpan(Block * BlockSize, Payload).CopyTo(destination);
        }
        else if (Control is { Payload.Length: > 0 } control && CoapCode.IsRequest(Code))
        {
            control.Payload.Span.CopyTo(destination);
        }
        else
        {
            DtlsEnd.Fill(destination);
        }
    }
}

using System.Buffers.Binary;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>A TCP segment with the options that its connection has agreed on, laid out as by Linux.</summary>
internal sealed class TcpSegment(TcpEnd sender, TcpFlags flags, long position, int payload, StreamUnit? first)
    : InternetPacket,
        ITranslatedSegment
{
    private const int FixedHeader = 20;
    private const ushort WindowWhenConnecting = 64240;
    private const ushort ScaledWindow = 502;

    private static readonly (TcpFlags Flag, string Name)[] FlagNames =
    [
        (TcpFlags.Syn, "SYN"),
        (TcpFlags.Fin, "FIN"),
        (TcpFlags.Reset, "RST"),
        (TcpFlags.Push, "PSH"),
        (TcpFlags.Acknowledge, "ACK"),
    ];

    /// <summary>The end that sent it.</summary>
    public TcpEnd Sender { get; } = sender;

    public TcpFlags Flags { get; } = flags;

    /// <summary>Position of its first octet; the connection request is position 0.</summary>
    public long Position { get; } = position;

    /// <summary>Octets of data [B].</summary>
    public int Payload { get; } = payload;

    /// <summary>Position up to which its sender has received.</summary>
    public long Acknowledgement { get; init; }

    /// <summary>When it was sent.</summary>
    public SimTime SentAt { get; init; }

    /// <summary>When the segment that it acknowledges was sent, by the other end's clock.</summary>
    public SimTime Echo { get; init; }

    /// <summary>Pieces beyond gaps, and repetitions, that its sender has received (RFC 2018 and 2883); null for none.</summary>
    public StreamSpan[]? Selected { get; init; }

    /// <summary>Whether it goes without options: an answer of a host that knows no such connection.</summary>
    public bool IsBare { get; init; }

    /// <summary>The unit in which its data begins.</summary>
    public StreamUnit? First { get; } = first;

    /// <inheritdoc/>
    public bool IsForeign { get; set; }

    object ITranslatedSegment.Connection => Sender.Connection;

    bool ITranslatedSegment.Opens => Has(TcpFlags.Syn) && !Has(TcpFlags.Acknowledge);

    /// <summary>Position after its data and its end of stream.</summary>
    public long End => Position + Payload + (Has(TcpFlags.Fin) ? 1 : 0);

    internal override uint Source => InternetAddress.Of(Sender.Node.Entity);

    internal override uint Destination => InternetAddress.Of(Sender.Peer.Node.Entity);

    protected override byte ProtocolNumber => 6;

    protected override int BodyLength => HeaderOctets + Payload;

    protected override int ChecksumOffset => 16;

    private TransportOptions Options => Sender.Connection.Options;

    private int HeaderOctets =>
        FixedHeader
        + (
            IsBare ? 0
            : Has(TcpFlags.Syn) ? Options.ConnectingOctets
            : Options.SegmentOctets(Selected?.Length ?? 0)
        );

    /// <summary>Whether a control bit is set.</summary>
    public bool Has(TcpFlags flag) => (Flags & flag) != 0;

    /// <inheritdoc/>
    public override string Summary
    {
        get
        {
            string[] names = [.. FlagNames.Where(flag => Has(flag.Flag)).Select(flag => flag.Name)];
            var units = string.Join(", ", Units().Select(unit => unit.ToString()));
            return $"TCP {string.Join(' ', names)}{(units.Length > 0 ? ": " : "")}{units}";
        }
    }

    /// <inheritdoc/>
    public override bool Carries(in Message message)
    {
        foreach (var unit in Units())
        {
            if (unit.CarriesMessage && unit.Message.IsSame(message))
            {
                return true;
            }
        }

        return false;
    }

    protected override void WriteBody(Span<byte> body)
    {
        var connection = Sender.Connection;
        var (source, destination) = Sender.IsClient
            ? (connection.ClientPort, connection.ServerPort)
            : (connection.ServerPort, connection.ClientPort);
        BinaryPrimitives.WriteUInt16BigEndian(body, source);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], destination);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], Sender.SequenceNumber(Position));
        if (Has(TcpFlags.Acknowledge))
        {
            BinaryPrimitives.WriteUInt32BigEndian(body[8..], Sender.Peer.SequenceNumber(Acknowledgement));
        }

        body[12] = (byte)(HeaderOctets / 4 << 4);
        body[13] = (byte)Flags;
        BinaryPrimitives.WriteUInt16BigEndian(body[14..], Has(TcpFlags.Syn) ? WindowWhenConnecting : ScaledWindow);
        var options = body[FixedHeader..HeaderOctets];
        if (Has(TcpFlags.Syn))
        {
            WriteConnecting(options);
        }
        else if (!IsBare)
        {
            WriteSelected(options[WriteStamps(options, 2)..]);
        }

        WriteData(body[HeaderOctets..]);
    }

    private void WriteConnecting(Span<byte> options)
    {
        // Maximum segment size (kind 2), selective acknowledgements permitted (4), time stamps (8), window scale 7 (3), padded with no operation (1).
        options.Fill(1);
        var largest = Options.MaximumSegment + Options.SegmentOctets(0);
        ReadOnlySpan<byte> segment = [2, 4, (byte)(largest >> 8), (byte)(largest & 0xFF)];
        segment.CopyTo(options);
        var at = 4;
        if (Options.SelectiveAcknowledgement)
        {
            at += Options.Timestamps ? 0 : 2;
            (options[at], options[at + 1]) = (4, 2);
            at += 2;
        }

        at += WriteStamps(options[at..], Options.SelectiveAcknowledgement ? 0 : 2);
        if (Options.WindowScaling)
        {
            ReadOnlySpan<byte> scale = [1, 3, 3, 7];
            scale.CopyTo(options[at..]);
        }
    }

    private int WriteStamps(Span<byte> options, int padding)
    {
        if (!Options.Timestamps)
        {
            return 0;
        }

        options[..padding].Fill(1);
        (options[padding], options[padding + 1]) = (8, 10);
        BinaryPrimitives.WriteUInt32BigEndian(options[(padding + 2)..], Milliseconds(SentAt));
        BinaryPrimitives.WriteUInt32BigEndian(options[(padding + 6)..], Milliseconds(Echo));
        return padding + 10;
    }

    private void WriteSelected(Span<byte> options)
    {
        if (Selected is null)
        {
            return;
        }

        ReadOnlySpan<byte> head = [1, 1, 5, (byte)(2 + 8 * Selected.Length)];
        head.CopyTo(options);
        for (var i = 0; i < Selected.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(options[(4 + 8 * i)..], Sender.Peer.SequenceNumber(Selected[i].Start));
            BinaryPrimitives.WriteUInt32BigEndian(options[(8 + 8 * i)..], Sender.Peer.SequenceNumber(Selected[i].End));
        }
    }

    private void WriteData(Span<byte> data)
    {
        var position = Position;
        for (var unit = First; data.Length > 0; unit = unit.Next)
        {
            var octets = new byte[(int)(unit!.End - unit.Start)];
            Sender.Connection.Write(unit, octets);
            var from = (int)(position - unit.Start);
            var count = Math.Min(data.Length, octets.Length - from);
            octets.AsSpan(from, count).CopyTo(data);
            data = data[count..];
            position += count;
        }
    }

    /// <summary>The units of which it carries at least an octet.</summary>
    private IEnumerable<StreamUnit> Units()
    {
        for (var unit = Payload > 0 ? First : null; unit is not null && unit.Start < Position + Payload; unit = unit.Next)
        {
            yield return unit;
        }
    }

    private static uint Milliseconds(SimTime time) => (uint)(time.Nanoseconds / 1_000_000 & 0xFFFFFFFF);
}

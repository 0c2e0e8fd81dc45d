using System.Buffers.Binary;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>A TCP segment with the options of Linux: 20 octets of them when connecting, 12 later.</summary>
internal sealed class TcpSegment(TcpEnd sender, TcpFlags flags, long position, int payload, StreamUnit? first) : InternetPacket
{
    private const int FixedHeader = 20;
    private const ushort WindowWhenConnecting = 64240;
    private const ushort ScaledWindow = 502;

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

    /// <summary>The unit in which its data begins.</summary>
    public StreamUnit? First { get; } = first;

    /// <summary>Position after its data and its end of stream.</summary>
    public long End => Position + Payload + (Flags.HasFlag(TcpFlags.Fin) ? 1 : 0);

    internal override uint Source => InternetAddress.Of(Sender.Node.Entity);

    internal override uint Destination => InternetAddress.Of(Sender.Peer.Node.Entity);

    protected override byte ProtocolNumber => 6;

    protected override int BodyLength => HeaderOctets + Payload;

    protected override int ChecksumOffset => 16;

    private bool IsSyn => Flags.HasFlag(TcpFlags.Syn);

    private int HeaderOctets => FixedHeader + (IsSyn ? 20 : 12);

    protected override void WriteBody(Span<byte> body)
    {
        var connection = Sender.Connection;
        var (source, destination) = Sender.IsClient
            ? (connection.ClientPort, connection.ServerPort)
            : (connection.ServerPort, connection.ClientPort);
        BinaryPrimitives.WriteUInt16BigEndian(body, source);
        BinaryPrimitives.WriteUInt16BigEndian(body[2..], destination);
        BinaryPrimitives.WriteUInt32BigEndian(body[4..], Sender.SequenceNumber(Position));
        if (Flags.HasFlag(TcpFlags.Acknowledge))
        {
            BinaryPrimitives.WriteUInt32BigEndian(body[8..], Sender.Peer.SequenceNumber(Acknowledgement));
        }

        body[12] = (byte)(HeaderOctets / 4 << 4);
        body[13] = (byte)Flags;
        BinaryPrimitives.WriteUInt16BigEndian(body[14..], IsSyn ? WindowWhenConnecting : ScaledWindow);
        WriteOptions(body[FixedHeader..HeaderOctets]);
        WriteData(body[HeaderOctets..]);
    }

    private void WriteOptions(Span<byte> options)
    {
        if (IsSyn)
        {
            // Maximum segment size 1460, selective acknowledgements permitted, time stamps, no operation, window scale 7.
            ReadOnlySpan<byte> connecting = [2, 4, 1460 >> 8, 1460 & 0xFF, 4, 2, 8, 10, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 7];
            connecting.CopyTo(options);
            options = options[6..];
        }
        else
        {
            ReadOnlySpan<byte> stamped = [1, 1, 8, 10];
            stamped.CopyTo(options);
            options = options[2..];
        }

        BinaryPrimitives.WriteUInt32BigEndian(options[2..], Milliseconds(SentAt));
        BinaryPrimitives.WriteUInt32BigEndian(options[6..], Milliseconds(Echo));
    }

    private void WriteData(Span<byte> data)
    {
        var position = Position;
        for (var unit = First; data.Length > 0; unit = unit.Next)
        {
            var octets = new byte[unit!.Length];
            unit.Write(octets);
            var from = (int)(position - unit.Start);
            var count = Math.Min(data.Length, unit.Length - from);
            octets.AsSpan(from, count).CopyTo(data);
            data = data[count..];
            position += count;
        }
    }

    private static uint Milliseconds(SimTime time) => (uint)(time.Nanoseconds / 1_000_000 & 0xFFFFFFFF);
}

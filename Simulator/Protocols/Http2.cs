using System.Buffers.Binary;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>HTTP/2 (RFC 9113): frames, and header fields in HPACK.</summary>
/// <remarks>Settings and window updates at the beginning: those of curl 7.88.1 and nginx 1.22.1, from memory.</remarks>
internal sealed class Http2(HttpOptions options) : HttpDialect
{
    private const int HeadLength = 9;
    private const int LongestFrame = 16_384;
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte Settings = 4;
    private const byte GoAway = 7;
    private const byte WindowUpdate = 8;
    private const byte Continuation = 9;
    private const byte Acknowledge = 1;
    private const byte EndStream = 1;
    private const byte EndHeaders = 4;

    private readonly HttpFields _fields = new(options);
    private readonly Hpack _requests = new(options.Huffman);
    private readonly Hpack _responses = new(options.Huffman);

    /// <summary>Clients count their streams in odd numbers.</summary>
    private int _stream = -1;

    public override HttpUnit Preface() =>
        new(
            HttpUnitKind.Preface,
            [.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. SettingsOf((3, 100), (4, 33_554_432), (2, 0)), .. WindowUpdateOf(33_488_897)],
            "HTTP/2 preface"
        );

    public override IEnumerable<HttpUnit> Answers(HttpUnit unit) =>
        unit.Kind switch
        {
            HttpUnitKind.Preface =>
            [
                new(
                    HttpUnitKind.Settings,
                    [
                        .. SettingsOf((3, 128), (4, 65_536), (5, 16_777_215)),
                        .. WindowUpdateOf(2_147_418_112),
                        .. Frame(Settings, Acknowledge, 0, []),
                    ],
                    "HTTP/2 SETTINGS"
                ),
            ],
            HttpUnitKind.Settings => [new(HttpUnitKind.Control, Frame(Settings, Acknowledge, 0, []), "HTTP/2 SETTINGS ACK")],
            _ => [],
        };

    public override HttpUnit Farewell()
    {
        var body = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(body, Math.Max(_stream, 0));
        return new HttpUnit(HttpUnitKind.Control, Frame(GoAway, 0, 0, body), "HTTP/2 GOAWAY");
    }

    public override byte[] Request(string method, string path, byte[]? body, OneM2mRequest? primitive = null)
    {
        _stream += 2;
        var scheme = options.Security == Security.None ? "http" : "https";
        return Message(
            _requests,
            [
                (":method", method),
                (":path", path),
                (":scheme", scheme),
                (":authority", options.Host),
                .. _fields.OfRequest(body?.Length, primitive),
            ],
            body ?? []
        );
    }

    public override byte[] Response(int status, byte[] body, SimTime now, OneM2mResponse? primitive = null) =>
        Message(_responses, [(":status", HttpFields.Text(status)), .. _fields.OfResponse(status, body.Length, now, primitive)], body);

    private static byte[] SettingsOf(params ReadOnlySpan<(int Name, int Value)> settings)
    {
        var body = new byte[6 * settings.Length];
        for (var i = 0; i < settings.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(body.AsSpan(6 * i), (ushort)settings[i].Name);
            BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(6 * i + 2), settings[i].Value);
        }

        return Frame(Settings, 0, 0, body);
    }

    private static byte[] WindowUpdateOf(uint increment)
    {
        var body = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(body, increment);
        return Frame(WindowUpdate, 0, 0, body);
    }

    private static byte[] Frame(byte type, int flags, int stream, ReadOnlySpan<byte> body)
    {
        var frame = new byte[HeadLength + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length << 8 | type);
        frame[4] = (byte)flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        body.CopyTo(frame.AsSpan(HeadLength));
        return frame;
    }

    private byte[] Message(Hpack hpack, List<(string Name, string Value)> fields, byte[] body)
    {
        var block = hpack.Encode(fields);
        List<byte> octets = [];
        for (var at = 0; at == 0 || at < block.Length; at += LongestFrame)
        {
            var part = block.AsSpan(at, Math.Min(LongestFrame, block.Length - at));
            var flags = (at + part.Length == block.Length ? EndHeaders : 0) | (at == 0 && body.Length == 0 ? EndStream : 0);
            octets.AddRange(Frame(at == 0 ? Headers : Continuation, flags, _stream, part));
        }

        for (var at = 0; at < body.Length; at += LongestFrame)
        {
            var part = body.AsSpan(at, Math.Min(LongestFrame, body.Length - at));
            octets.AddRange(Frame(Data, at + part.Length == body.Length ? EndStream : 0, _stream, part));
        }

        return [.. octets];
    }
}

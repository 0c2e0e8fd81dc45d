using System.Buffers.Binary;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using static System.Text.Encoding;

namespace M2mVsIoTSim.Protocols;

/// <summary>The frames of one connection, to the octet: one session on channel 0, a link in each direction at most.</summary>
/// <remarks>OASIS AMQP 1.0: types and encodings part 1, performatives part 2, sections of messages and states part 3, SASL part 5 (from memory; read by Wireshark's dissector).</remarks>
internal sealed class AmqpFrames(AmqpOptions options, Entity client, bool isSubscribedToAll)
{
    private const byte Amqp = 0;
    private const byte Sasl = 1;
    private const byte Source = 0x28;
    private const byte Target = 0x29;
    private const byte Accepted = 0x24;
    private const uint Window = int.MaxValue;
    private const string Server = "server";

    private string Container => ClientName.Of(client, options.ContainerIdLength);

    private string Address => ClientName.Topic(client, options.ContainerIdLength, options.AddressLength);

    public static AmqpFrame Header() => new(AmqpKind.Header, [.. "AMQP\0"u8, 1, 0, 0]);

    public static AmqpFrame SaslHeader() => new(AmqpKind.SaslHeader, [.. "AMQP\u0003"u8, 1, 0, 0]);

    public static AmqpFrame Empty() => new(AmqpKind.Empty, Framed(Amqp, []));

    public AmqpFrame Mechanisms() => Frame(AmqpKind.Mechanisms, list => list.Symbols(Mechanism), Sasl);

    public AmqpFrame Init()
    {
        if (options.Sasl == AmqpSasl.Anonymous)
        {
            return Frame(AmqpKind.Init, list => list.Symbol(Mechanism), Sasl);
        }

        var user = new string('u', options.UserNameLength);
        var password = new string('p', options.PasswordLength);
        return Frame(AmqpKind.Init, list => list.Symbol(Mechanism).Binary(ASCII.GetBytes($"\0{user}\0{password}")), Sasl);
    }

    public static AmqpFrame Outcome() => Frame(AmqpKind.Outcome, list => list.Octet(0), Sasl);

    public AmqpFrame Open(bool isClient) =>
        Frame(
            AmqpKind.Open,
            list =>
            {
                list.Text(isClient ? Container : Server).Text(isClient ? options.Host : null).Whole((uint)options.MaximumFrame).Short(0);
                if (options.IdleTimeout > Units.Duration.Zero)
                {
                    list.Whole((uint)(options.IdleTimeout.TotalSeconds * 1000));
                }
            }
        );

    public static AmqpFrame Begin(bool isClient) =>
        Frame(AmqpKind.Begin, list => (isClient ? list.Null() : list.Short(0)).Whole(0).Whole(Window).Whole(Window));

    /// <summary>An end attaches itself to a link.</summary>
    /// <param name="isForth">Whether the link goes from the client to the server.</param>
    /// <param name="isClient">Which end it is.</param>
    public AmqpFrame Attach(bool isForth, bool isClient)
    {
        var isReceiver = isForth != isClient;
        var (source, target) = (new AmqpList(Source), new AmqpList(Target));
        (isForth ? target : source).Text(isForth || !isSubscribedToAll ? Address : options.Queue);
        return Frame(
            AmqpKind.Attach,
            list =>
            {
                list.Text($"{Container}-{(isForth ? "s" : "r")}").Whole(Handle(isForth)).Boolean(isReceiver);
                list.Octet(options.Settlement == AmqpSettlement.Settled ? (byte)1 : (byte)0).Octet(0).List(source).List(target);
                if (!isReceiver)
                {
                    list.Null().Null().Whole(0);
                }
            },
            isForth: isForth
        );
    }

    /// <summary>A receiver grants credit.</summary>
    /// <param name="isForth">Whether the link goes from the client to the server.</param>
    /// <param name="received">Transfers that it has received over the link, which is the only one of its direction [1].</param>
    /// <param name="sent">Transfers that this end has sent [1].</param>
    /// <param name="isEarly">Whether the other end's session is not known yet, so that nothing can be said of what it sends.</param>
    public AmqpFrame Flow(bool isForth, uint received, uint sent, bool isEarly) =>
        Frame(
            AmqpKind.Flow,
            list =>
                (isEarly ? list.Null() : list.Whole(received))
                    .Whole(Window)
                    .Whole(sent)
                    .Whole(Window)
                    .Whole(Handle(isForth))
                    .Whole(received)
                    .Whole((uint)options.Credit),
            isForth: isForth,
            credit: options.Credit,
            seen: received
        );

    /// <summary>A message in one frame.</summary>
    public AmqpFrame Transfer(bool isForth, uint delivery, in Message message, StreamUnit? original)
    {
        var tag = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(tag, delivery);
        var performative = new AmqpList((byte)AmqpKind.Transfer)
            .Whole(Handle(isForth))
            .Whole(delivery)
            .Binary(tag)
            .Whole(0)
            .Boolean(options.Settlement == AmqpSettlement.Settled);
        return new AmqpFrame(AmqpKind.Transfer, Framed(Amqp, [.. performative.ToArray(), .. Sections(message)]))
        {
            IsForth = isForth,
            Delivery = delivery,
            Message = message,
            CarriesMessage = true,
            Original = original,
        };
    }

    /// <summary>Greatest number of octets of a transfer of a message; the numbers of deliveries take one to five of them [B].</summary>
    public int LongestTransfer(in Message message) => 8 + 3 + 3 + 2 + 5 + 6 + 1 + 1 + Sections(message).Length;

    /// <summary>The receiver of a message accepts and settles it.</summary>
    public static AmqpFrame Disposition(AmqpFrame transfer) =>
        Frame(
            AmqpKind.Disposition,
            list => list.Boolean(true).Whole(transfer.Delivery).Null().Boolean(true).List(new AmqpList(Accepted)),
            isForth: transfer.IsForth,
            delivery: transfer.Delivery
        );

    public static AmqpFrame Detach(bool isForth) =>
        Frame(AmqpKind.Detach, list => list.Whole(Handle(isForth)).Boolean(true), isForth: isForth);

    public static AmqpFrame End() => Frame(AmqpKind.End, _ => { });

    public static AmqpFrame Close() => Frame(AmqpKind.Close, _ => { });

    private string Mechanism => options.Sasl == AmqpSasl.Plain ? "PLAIN" : "ANONYMOUS";

    private static uint Handle(bool isForth) => isForth ? 0u : 1u;

    /// <summary>A header section where one is needed, and the content as one section of data.</summary>
    private byte[] Sections(in Message message)
    {
        var content = message.Branch.Relation.Content;
        var payload = new byte[PayloadEncoding.Size(content, options.Encoding)];
        PayloadEncoding.Write(content, options.Encoding, PayloadEncoding.Seed(message), payload);
        byte[] header = options.Durable ? new AmqpList(0x70).Boolean(true).ToArray() : [];
        return [.. header, 0x00, 0x53, 0x75, .. AmqpList.Variable(0xA0, 0xB0, payload)];
    }

    private static AmqpFrame Frame(
        AmqpKind kind,
        Action<AmqpList> fill,
        byte type = Amqp,
        bool isForth = false,
        uint delivery = 0,
        int credit = 0,
        uint seen = 0
    )
    {
        var list = new AmqpList((byte)kind);
        fill(list);
        return new AmqpFrame(kind, Framed(type, list.ToArray()))
        {
            IsForth = isForth,
            Delivery = delivery,
            Credit = credit,
            Seen = seen,
        };
    }

    /// <summary>Size, where the body begins in words of four octets, type, channel 0 (part 2, section 2.3).</summary>
    private static byte[] Framed(byte type, byte[] body)
    {
        var octets = new byte[8 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(octets, octets.Length);
        (octets[4], octets[5]) = (2, type);
        body.CopyTo(octets, 8);
        return octets;
    }
}

using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>LwM2M 1.1 over CoAP: devices register with a server, are observed by it or send, and are written to, read and made to act.</summary>
/// <remarks>
/// <para>Modelled: registration, its lifetime, updates and removal; observation of an object instance; notifications or Send; writing, reading and
/// executing; queue mode, in which the server keeps what it has until it hears the device; SenML in CBOR, TLV and opaque values in exact octets;
/// a server that forgets who does not update, and a device that registers anew when it learns so. Messages, repetitions and security as for
/// <see cref="Coap"/>.</para>
/// <para>Bootstrap, as an option: see <c>Lwm2mBootstrap</c>. A near end that comes back after a failure is taken for a replacement: it asks for an account where that is
/// asked for, and registers anew.</para>
/// <para>Left out: access control, composite operations, attributes of observations (the job says when is reported), firmware objects,
/// SMS as trigger. What a read brings back ends at the server.</para>
/// <para>Sources: OMA LwM2M 1.1 Core and Transport (from memory), RFC 7252, 7641, 8428. Validated by <c>m2miot validate lwm2m</c> and <c>Lwm2mTests</c>.</para>
/// </remarks>
public sealed class Lwm2m(Lwm2mOptions options)
    : Protocol(
        "lwm2m",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: options.Confirmed ? "application" : "none",
            Retries: options.DescribeRetries,
            Connection: options.Connection == ConnectionLife.Persistent ? "registered" : "registered per message",
            Encoding: options.Format switch
            {
                Lwm2mFormat.SenmlCbor => "SenML in CBOR",
                Lwm2mFormat.Tlv => "TLV",
                _ => "packed",
            },
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end" + (options.QueueMode ? ", at the server until the device is heard" : ""),
            KeepAlive: options.Connection == ConnectionLife.Persistent ? $"an update before {options.Lifetime} have passed" : null
        )
    )
{
    private readonly DtlsHandshakes? _handshakes = Checked(options).Handshakes();

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } = options.Commissioning();

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Lwm2mSession(plan, options, _handshakes);
    }

    private static Lwm2mOptions Checked(Lwm2mOptions options)
    {
        options.CheckBlockSize("lwm2m");
        if (!options.Bootstrap)
        {
            return options;
        }

        if (options.Security == DatagramSecurity.Oscore)
        {
            throw new ArgumentException(
                "lwm2m: keys of OSCORE are not handed out by 'bootstrap' in this model; legal with it: security none, dtls-1.2, dtls-1.3"
            );
        }

        if (options.ServerName.Length is 0 or > byte.MaxValue || options.ServerName.Any(sign => sign is <= ' ' or > '~'))
        {
            throw new ArgumentException($"lwm2m: '{options.ServerName}' is no server-name; legal: 1 to 255 printable signs of ASCII");
        }

        if (Lwm2mBootstrap.LongestWrite(options) is var longest && longest > options.BlockSize)
        {
            throw new ArgumentException(
                $"lwm2m: 'bootstrap' writes {longest} octets in one message, more than block-size {options.BlockSize}; give a greater block-size or shorter certificates"
            );
        }

        return options;
    }
}

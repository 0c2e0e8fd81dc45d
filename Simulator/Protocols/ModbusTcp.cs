using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Modbus over TCP: the far end, a master, polls the near end, its slave.</summary>
/// <remarks>
/// <para>Modelled: exact octets of header and function 03 (read holding registers) and 16 (write multiple registers); a connection that the
/// master keeps; polls at an interval that begins at random; one transaction at a time; the slave's delay; time-outs, after which the same request goes
/// as another transaction and a late response is ignored, and after the last of which the connection is taken for dead. A message of the slave waits in
/// its registers for the next poll that reads as many, one a poll, and stays until the master has it: how the slave learns that costs no octets. A poll without news reads as much.
/// A message of the master is written before the next poll, and confirmed by the response.</para>
/// <para>Left out: exceptions, other functions, several requests for more registers, gateways to serial lines, masters that poll one slave after the other (slaves are polled side by
/// side). Transport: see <c>TcpConnection</c>, security (port 802): see <c>TlsHandshake</c>.</para>
/// <para>Sources: Modbus Application Protocol V1.1b3, Modbus Messaging on TCP/IP V1.0b, from memory. Validated by <c>m2miot validate modbus-tcp</c> and <c>ModbusTcpTests</c>.</para>
/// </remarks>
public sealed class ModbusTcp(ModbusTcpOptions options)
    : Protocol(
        "modbus-tcp",
        new ProtocolTraits(
            IsBrokered: false,
            Acknowledgement: "transport and application",
            Retries: $"{options.Tries} transactions {options.ResponseTimeout} apart over {options.DescribeRetries}",
            Connection: "persistent",
            Encoding: "registers of 16 bit",
            Security: options.DescribeSecurity,
            Buffering: $"{options.Buffer} messages per end",
            KeepAlive: $"a poll every {options.PollInterval}"
        )
    )
{
    private const ushort PlainPort = 502;
    private const ushort SecurePort = 802;
    private readonly TlsHandshakes _handshakes = new(options);

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } = options.Commissioning();

    /// <inheritdoc/>
    public override Session Connect(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new ModbusTcpSession(plan, options, _handshakes, options.Security == Security.None ? PlainPort : SecurePort);
    }
}

using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>RS-485 with Modbus RTU: a master polls its slaves in a fixed cycle and fetches what they have.</summary>
/// <remarks>
/// <para>Modelled: characters, gaps and the slave's delay; one message a poll, read with function 03, 16 bits a register; segments of at
/// most 32 unit loads, polled side by side; bit errors, found by the CRC or by silence, after which the same message is fetched in the
/// next cycle; the transceivers' energy with the polls and their answers, as mean currents.</para>
/// <para>Left out: writing to slaves, so nothing travels from master to slave; the electrical side; the time that a poll without an
/// answer takes from the others (a finding says when it does not fit into the cycle); more than one master.</para>
/// <para>Sources: Modbus over Serial Line V1.02, Modbus Application Protocol V1.1b3, TIA-485-A. Validated by <c>PolledBusTests</c> and
/// <c>Rs485ModbusTests</c> against worked transactions and cycles and the mean wait of half a cycle.</para>
/// </remarks>
public sealed class Rs485Modbus(Rs485ModbusOptions options)
    : SessionTechnology(
        "rs485-modbus",
        new TechnologyTraits(Segment.Access, IsTwoWay: false, HasLinkAcknowledgement: true, IsExperimental: false, HasFieldEquipment: true)
    )
{
    /// <inheritdoc/>
    public override string? BroughtTier => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["bus"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        var content = flows.MaxBy(flow => Registers(flow.Content))!.Content;
        var registers = Registers(content);
        return registers <= ModbusTiming.MaximumRegisters
            ? null
            : $"{content.PackedBytes} B take {registers} registers; a Modbus request reads at most {ModbusTiming.MaximumRegisters}.";
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site) => new Rs485ModbusInstallation(options, site, Name);

    /// <summary>Registers of 16 bits that content takes [1].</summary>
    internal static int Registers(Content content) => (content.PackedBytes + 1) / 2;
}

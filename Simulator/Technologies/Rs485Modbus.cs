using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>RS-485 with Modbus RTU: a master polls its slaves in a fixed cycle, fetches what they have and writes what is for them.</summary>
/// <remarks>
/// <para>Modelled: characters, gaps and the slave's delay; one message a poll, read with function 03, and where anything is for slaves, one
/// written with function 16 after that, 16 bits a register; segments of at
/// most 32 unit loads, polled side by side; bit errors, found by the CRC or by silence, after which the same message is fetched in the
/// next cycle; the transceivers' energy with the polls and their answers, as mean currents.</para>
/// <para>Left out: broadcasts, so a message for all slaves is written to each; the electrical side; the time that a poll without an
/// answer takes from the others (a finding says when it does not fit into the cycle); more than one master.</para>
/// <para>Sources: Modbus over Serial Line V1.02, Modbus Application Protocol V1.1b3, TIA-485-A. Validated by <c>PolledBusTests</c> and
/// <c>Rs485ModbusTests</c> against worked transactions and cycles and the mean wait of half a cycle.</para>
/// </remarks>
public sealed class Rs485Modbus(Rs485ModbusOptions options)
    : SessionTechnology(
        "rs485-modbus",
        new TechnologyTraits(Segment.Access, IsTwoWay: true, HasLinkAcknowledgement: true, IsExperimental: false, HasFieldEquipment: true)
    )
{
    /// <inheritdoc/>
    public override string? BroughtTier => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["bus"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows) =>
        Refused(flows.Where(flow => !flow.IsToDevice), "reads", ModbusTiming.MaximumRegisters)
        ?? Refused(flows.Where(flow => flow.IsToDevice), "writes", ModbusTiming.MaximumWrittenRegisters);

    private static string? Refused(IEnumerable<DeviceFlow> flows, string does, int most)
    {
        var largest = flows.MaxBy(flow => Registers(flow.Content));
        return largest is null || Registers(largest.Content) <= most
            ? null
            : $"{largest.Content.PackedBytes} B take {Registers(largest.Content)} registers; a Modbus request {does} at most {most}.";
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site) => new Rs485ModbusInstallation(options, site, Name);

    /// <summary>Registers of 16 bits that content takes [1].</summary>
    internal static int Registers(Content content) => (content.PackedBytes + 1) / 2;
}

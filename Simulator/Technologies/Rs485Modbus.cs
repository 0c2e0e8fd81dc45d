using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>RS-485 with Modbus RTU: a master polls its slaves in a fixed cycle and fetches what they have.</summary>
/// <remarks>
/// <para>Modelled: characters, gaps and the slave's delay; one message a poll, read with function 03, 16 bits a register; writing to a slave with function 16 in its turn, one
/// message a turn; segments of at most 32 unit loads, polled side by side; bit errors, found by the slave's or the master's CRC: a damaged request is not answered and costs the time-out, a damaged
/// response the whole transaction, and both are repeated at once; what that takes from the other slaves of the segment; the transceivers' energy with the polls and their answers, as mean currents.</para>
/// <para>Left out: requests to all slaves at once (every write has its receiver); silence of slaves that have stopped, which costs a time-out in each cycle; silence within a frame beyond t_1.5; the energy of
/// writes and repetitions; the electrical side; more than one master.</para>
/// <para>Sources: Modbus over Serial Line V1.02, Modbus Application Protocol V1.1b3, TIA-485-A. Validated by <c>PolledBusTests</c> and
/// <c>Rs485ModbusTests</c> against time lines by hand, and by the suite <c>modbus</c> against worked transactions and cycles, waits and repetitions.</para>
/// </remarks>
public sealed class Rs485Modbus(Rs485ModbusOptions options)
    : SessionTechnology(
        "rs485-modbus",
        new TechnologyTraits(Segment.Access, HasLinkAcknowledgement: true, IsExperimental: false, HasFieldEquipment: true)
    )
{
    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(SetupPlace.Member, "slave address, rate and parity are set", "Modbus over Serial Line V1.02, 2.2 and 2.5"),
                new(
                    SetupPlace.Peer,
                    "the slave is added to the polling cycle with its registers",
                    "a master knows its slaves, Modbus over Serial Line V1.02, 2.1"
                )
                {
                    Stays = true,
                },
            ],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["bus"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        foreach (var flow in flows)
        {
            var (registers, most) = (
                Registers(flow.Content),
                flow.IsToDevice ? ModbusTiming.MaximumWritten : ModbusTiming.MaximumRegisters
            );
            if (registers > most)
            {
                return $"{flow.Content.PackedBytes} B take {registers} registers; a Modbus request {(flow.IsToDevice ? "writes" : "reads")} at most {most}.";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site) => new Rs485ModbusInstallation(options, site, Name);

    /// <summary>Registers of 16 bits that content takes [1].</summary>
    internal static int Registers(Content content) => (content.PackedBytes + 1) / 2;
}

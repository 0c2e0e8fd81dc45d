using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Octets of transactions of Modbus over TCP, as they pass.</summary>
internal static class ModbusTcpSuite
{
    public static ValidationSuite Create() =>
        new(
            "modbus-tcp",
            "Transactions of Modbus over TCP",
            "Modbus Application Protocol V1.1b3 and Modbus Messaging on TCP/IP: sizes of functions 03 and 16. Theory.",
            "Exact. Segments with data of a whole session are captured, TCP without options.",
            ["modbus-tcp"],
            [.. ReferenceData.Rows("modbus-tcp.csv").SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var isRead = row["function"] == "3";
        var packets = new Lazy<List<CapturedPacket>>(() => Transaction(row.Whole("registers"), isRead));
        var name = $"function {row["function"]}, {row["registers"]} registers";
        yield return Row("request", all => all.First(IsRequest).Payload);
        yield return Row("response", all => all.First(packet => !IsRequest(packet)).Payload);
        yield return Row("ip_request", all => all.First(IsRequest).Length);
        yield return Row("ip_response", all => all.First(packet => !IsRequest(packet)).Length);

        // The master is the far end: its packets go down.
        static bool IsRequest(CapturedPacket packet) => !packet.IsUp;

        ValidationRow Row(string column, Func<List<CapturedPacket>, int> of) =>
            new(
                $"{name}: {column.Replace("ip_", "IP, ", StringComparison.Ordinal)}",
                "B",
                row.Whole(column),
                Criterion.Exact,
                () => Measurement.Computed(of(packets.Value))
            );
    }

    private static List<CapturedPacket> Transaction(int registers, bool isRead)
    {
        var options = new ModbusTcpOptions
        {
            Registers = isRead ? registers : null,
            PollInterval = isRead ? 1.Seconds : 1.Hours,
            Timestamps = false,
        };
        var bench = new SessionBench(new ModbusTcp(options), new Content(registers, 16), 8.MegabitsPerSecond) { IsFromServer = !isRead };
        return [.. bench.Run(1, 1.Seconds, 5.Seconds).Where(packet => packet.Payload > 0)];
    }
}

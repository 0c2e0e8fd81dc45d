using System.Buffers.Binary;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>Octets of the frames of AMQP 1.0, as they pass in a session.</summary>
internal static class AmqpSuite
{
    private const int HeaderLength = 8;

    /// <summary>Where the descriptor of a performative stands, after the frame's header and two octets that say so.</summary>
    private const int Descriptor = HeaderLength + 2;

    public static ValidationSuite Create() =>
        new(
            "amqp",
            "Frames of AMQP 1.0",
            "OASIS AMQP 1.0, counted field by field (from memory of the standard; Wireshark reads the frames). Derived.",
            "Frames as they pass in a session of one message with a connection of its own, settled by the receiver.",
            ["amqp"],
            [.. Rows()]
        );

    private static IEnumerable<ValidationRow> Rows()
    {
        var packets = new Lazy<IReadOnlyList<CapturedPacket>>(() =>
            new SessionBench(
                new Amqp(new AmqpOptions { Connection = ConnectionLife.PerMessage }),
                new Content(16, 8),
                8.MegabitsPerSecond
            ).Run(1, 10.Seconds, 100.Seconds)
        );
        return ReferenceData
            .Rows("amqp-frames.csv")
            .Select(row => new ValidationRow(
                $"{row["frame"]}, {row["from"]}",
                "B",
                row.Whole("octets"),
                Criterion.Exact,
                () => Measurement.Computed(LengthOf(packets.Value, row["from"] == "client", row.Whole("descriptor")))
            ));
    }

    private static int LengthOf(IEnumerable<CapturedPacket> packets, bool isUp, int descriptor)
    {
        var stream = packets.Where(packet => packet.IsUp == isUp).SelectMany(packet => packet.Data.ToArray()).ToArray().AsSpan();
        while (stream.Length > 0)
        {
            var length = stream.StartsWith("AMQP"u8) ? HeaderLength : BinaryPrimitives.ReadInt32BigEndian(stream);
            if (length > Descriptor && stream[Descriptor] == descriptor)
            {
                return length;
            }

            stream = stream[length..];
        }

        return 0;
    }
}

using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Bare connections: handshake, acknowledgements, repetition, congestion, close and reset.</summary>
public class TcpTests
{
    private static readonly PushOptions Plain = new();

    [TestCase(true, true, true, 60, 52)]
    [TestCase(true, false, true, 60, 52)]
    [TestCase(false, true, true, 52, 40)]
    [TestCase(false, false, true, 48, 40)]
    [TestCase(false, true, false, 48, 40)]
    [TestCase(false, false, false, 44, 40)]
    public void A_connection_request_carries_the_options_that_are_on(
        bool stamps,
        bool selective,
        bool scaling,
        int request,
        int acknowledgement
    )
    {
        var options = Plain with { Timestamps = stamps, SelectiveAcknowledgement = selective, WindowScaling = scaling };
        var bench = new TcpBench(options: options).Run();

        Assert.That(bench.Lengths(), Is.EqualTo(new[] { request, request, acknowledgement }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Every_option_layout_can_be_read_back(bool selective)
    {
        var options = Plain with { Timestamps = false, SelectiveAcknowledgement = selective };
        var bench = new TcpBench(options: options).Run();
        var kinds = OptionKinds(bench.Packets[0]);

        // Maximum segment size 2, selective acknowledgement permitted 4, window scale 3.
        Assert.That(kinds, Is.EqualTo(selective ? new[] { 2, 4, 3 } : [2, 3]));
    }

    [Test]
    public void Options_of_a_request_of_Linux_come_in_its_order() =>
        Assert.That(OptionKinds(new TcpBench().Run().Packets[0]), Is.EqualTo(new[] { 2, 4, 8, 3 }));

    [TestCase(AcknowledgementPolicy.Immediate, 0)]
    [TestCase(AcknowledgementPolicy.Delayed, 0.04)]
    [TestCase(AcknowledgementPolicy.Linux, 0)]
    public void A_first_segment_is_acknowledged_as_the_policy_says(AcknowledgementPolicy policy, double delay)
    {
        var bench = new TcpBench(options: Plain with { Acknowledgements = policy });
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(48))).Run();

        // 100 octets at 8 Mbit/s, 10 ms.
        Assert.That(bench.Packets[^1].At.TotalSeconds, Is.EqualTo(1.0101 + delay).Within(1e-9));
    }

    [TestCase(AcknowledgementPolicy.Delayed, 0.15)]
    public void The_delay_of_an_acknowledgement_is_an_option(AcknowledgementPolicy policy, double delay)
    {
        var options = Plain with { Acknowledgements = policy, DelayedAcknowledgement = delay.Seconds };
        var bench = new TcpBench(options: options);
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(48))).Run();

        Assert.That(bench.Packets[^1].At.TotalSeconds, Is.EqualTo(1.0101 + delay).Within(1e-9));
    }

    [Test]
    public void Every_second_segment_is_acknowledged_at_once_under_delay()
    {
        var bench = new TcpBench(options: Plain with { Acknowledgements = AcknowledgementPolicy.Delayed });
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(10 * 1448))).Run();

        Assert.That(bench.Packets.Count(packet => !packet.IsUp), Is.EqualTo(1 + 5));
    }

    [Test]
    public void An_answer_takes_the_acknowledgement_along_once_a_connection_is_interactive()
    {
        var bench = new TcpBench();
        for (var i = 0; i < 3; i++)
        {
            bench.Do(1 + i, () => bench.Connection.Client.Write(new OctetUnit(48)));
            bench.Do(1.02 + i, () => bench.Connection.Server.Write(new OctetUnit(8)));
        }

        bench.Run();

        // First exchange: data, acknowledgement, answer, acknowledgement; the later ones save the second of them.
        Assert.That((bench.Lengths(1).Length, bench.Lengths(3).Length), Is.EqualTo((4 + 3 + 3, 3)));
    }

    [Test]
    public void A_missed_answer_makes_the_next_acknowledgement_prompt()
    {
        var bench = new TcpBench();
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(48)));
        bench.Do(1.02, () => bench.Connection.Server.Write(new OctetUnit(8)));
        bench.Do(2, () => bench.Connection.Client.Write(new OctetUnit(48)));
        bench.Do(3, () => bench.Connection.Client.Write(new OctetUnit(48)));
        var acknowledgements = bench.Run().Packets.Where(packet => !packet.IsUp && packet.At.TotalSeconds > 1.9);

        Assert.That(acknowledgements.Select(packet => packet.At.TotalSeconds), Is.EqualTo(new[] { 2.0501, 3.0101 }).Within(1e-9));
    }

    [Test]
    public void A_window_begins_with_ten_segments_and_doubles_with_each_round_trip()
    {
        var options = Plain with { Acknowledgements = AcknowledgementPolicy.Immediate };
        var bench = new TcpBench(options: options);
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(100 * 1448))).Run();
        var sent = bench.Packets.Where(packet => packet.Payload > 0).Select(packet => packet.At.TotalSeconds).ToArray();

        // A segment takes 1.5 ms and the first acknowledgement is back after 21.6 ms: ten at once, then two for each acknowledgement.
        Assert.That((sent.Count(at => at == 1), sent.Count(at => at is > 1 and < 1.043)), Is.EqualTo((10, 20)));
    }

    [Test]
    public void Three_repeated_acknowledgements_bring_the_lost_segment_before_any_time_out()
    {
        var bench = new TcpBench(options: Plain with { MinimumTimeout = 1.Seconds });

        // Packets 0 to 2 open the connection, 3 is the first of ten segments.
        bench.Tap.Lose.Add(3);
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(10 * 1448))).Run();
        var repeated = bench.Packets.Where(packet => packet.IsUp && packet.Payload > 0).Skip(10).Single();

        // The second, third and fourth segment take 1.5 ms each, and their acknowledgements 10 ms.
        Assert.That(repeated.At.TotalSeconds, Is.EqualTo(1.0247).Within(0.0005));
    }

    [Test]
    public void A_gap_is_reported_in_selective_acknowledgements()
    {
        var bench = new TcpBench();
        bench.Tap.Lose.Add(3);
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(4 * 1448))).Run();

        // One block of 8 octets, with 4 of kind, length and padding.
        Assert.That(bench.Packets.Where(packet => !packet.IsUp).Select(packet => packet.Octets.Length), Does.Contain(52 + 12));
    }

    [Test]
    public void Without_permission_no_gap_is_reported()
    {
        var bench = new TcpBench(options: Plain with { SelectiveAcknowledgement = false });
        bench.Tap.Lose.Add(3);
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(4 * 1448))).Run();

        Assert.That(
            bench.Packets.Where(packet => !packet.IsUp && packet.Flags == 16).Select(packet => packet.Octets.Length),
            Is.All.EqualTo(52)
        );
    }

    [Test]
    public void A_greater_least_time_out_waits_longer()
    {
        var bench = new TcpBench(options: Plain with { MinimumTimeout = 1.Seconds });
        bench.Tap.Lose.Add(3);
        bench.Do(1, () => bench.Connection.Client.Write(new OctetUnit(48))).Run();

        Assert.That(
            bench.Packets.Where(packet => packet.Payload > 0).Select(packet => packet.At.TotalSeconds),
            Is.EqualTo(new[] { 1.0, 2.0201 }).Within(1e-4)
        );
    }

    [Test]
    public void A_repeated_request_without_time_stamps_leaves_a_time_out_of_3_seconds()
    {
        var bench = new TcpBench(options: Plain with { Timestamps = false }, lose: [0, 4]);
        bench.Do(5, () => bench.Connection.Client.Write(new OctetUnit(48))).Run();

        // RFC 6298, section 5.7.
        Assert.That(
            bench.Packets.Where(packet => packet.Payload > 0).Select(packet => packet.At.TotalSeconds),
            Is.EqualTo(new[] { 5.0, 8 })
        );
    }

    [Test]
    public void A_silent_peer_is_probed_and_then_reset()
    {
        var bench = new TcpBench(options: Plain with { ProbeAfter = 100.Seconds, ProbeInterval = 10.Seconds, Probes = 3 });
        bench.Do(50, () => bench.Connection.Server.Forget());
        bench.Do(51, () => bench.IsListening = false);
        bench.Run();

        Assert.That(bench.Failures, Is.EqualTo(new[] { (true, DropReason.RetriesExhausted, bench.Failures[0].At) }));
    }

    [Test]
    public void A_peer_that_answers_probes_is_probed_for_ever()
    {
        var bench = new TcpBench(options: Plain with { ProbeAfter = 100.Seconds });

        Assert.That((bench.Run(1000).Failures.Count, bench.Lengths(50).Length), Is.EqualTo((0, 2 * 9)).Or.EqualTo((0, 2 * 2 * 9)));
    }

    [Test]
    public void Both_ends_close_in_three_packets()
    {
        var bench = new TcpBench();
        bench.Do(1, () => bench.Connection.Client.Close()).Run();

        Assert.That(
            bench.Packets.Where(packet => packet.At.TotalSeconds >= 1).Select(packet => (int)packet.Flags),
            Is.EqualTo(new[] { 17, 17, 16 })
        );
    }

    [Test]
    public void An_end_does_not_wait_for_ever_for_the_other_to_close()
    {
        var bench = new TcpBench { ClosesInTurn = false };
        bench.Do(1, () => bench.Connection.Client.Close()).Run();

        // The acknowledgement of the end comes after 20 ms and 2 packets of 52 octets.
        Assert.That(bench.Failures, Is.EqualTo(new[] { (true, DropReason.RetriesExhausted, 61.020104) }).Within(1e-9));
    }

    [Test]
    public void A_reset_tells_the_other_end()
    {
        var bench = new TcpBench();
        bench.Do(1, () => bench.Connection.Client.Abort(DropReason.RetriesExhausted)).Run();

        Assert.That(
            bench.Failures.Select(failure => (failure.IsClient, failure.Reason)),
            Is.EqualTo(new[] { (true, DropReason.RetriesExhausted), (false, DropReason.NodeDown) })
        );
    }

    [Test]
    public void Who_knows_no_such_connection_answers_with_a_bare_reset()
    {
        var bench = new TcpBench();
        bench.Do(1, () => bench.Connection.Server.Forget());
        bench.Do(2, () => bench.Connection.Client.Write(new OctetUnit(48)));
        bench.Run();

        Assert.That(
            (bench.Packets[^1].Octets.Length, bench.Packets[^1].Flags, bench.Failures.Single().Reason),
            Is.EqualTo((40, 20, DropReason.NodeDown))
        );
    }

    [Test]
    public void Every_octet_arrives_once_and_in_order_at_30_percent_loss([Range(1, 40)] int seed)
    {
        var bench = new TcpBench(0.3, (ulong)seed, Plain with { Retries = 30, ConnectionRetries = 20 });
        var (up, down) = Conversation(bench, seed);

        Assert.That((bench.ToServer.SequenceEqual(up), bench.ToClient.SequenceEqual(down)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Bare_headers_change_nothing_of_what_arrives([Range(1, 10)] int seed)
    {
        var options = Plain with
        {
            Retries = 30,
            ConnectionRetries = 20,
            Timestamps = false,
            SelectiveAcknowledgement = false,
            WindowScaling = false,
        };
        var bench = new TcpBench(0.3, (ulong)seed, options);
        var (up, down) = Conversation(bench, seed);

        Assert.That((bench.ToServer.SequenceEqual(up), bench.ToClient.SequenceEqual(down)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Security_changes_nothing_of_what_arrives([Range(1, 10)] int seed)
    {
        var bench = new TcpBench(
            0.3,
            (ulong)seed,
            Plain with
            {
                Retries = 30,
                ConnectionRetries = 20,
            },
            new TlsProfile { ServerCertificates = [1500, 1500] }
        );
        var (up, down) = Conversation(bench, seed);

        Assert.That((bench.ToServer.SequenceEqual(up), bench.ToClient.SequenceEqual(down)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Both_ends_learn_of_the_close_at_30_percent_loss([Range(1, 10)] int seed)
    {
        var bench = new TcpBench(0.3, (ulong)seed, Plain with { Retries = 30, ConnectionRetries = 20 });
        Conversation(bench, seed);

        Assert.That((bench.Closed.Order(), bench.Failures), Is.EqualTo((new[] { false, true }, Array.Empty<(bool, DropReason, double)>())));
    }

    [Test]
    public void Captured_packets_hold_the_stream_that_arrives()
    {
        var bench = new TcpBench(0.3, 7, Plain with { Retries = 30, ConnectionRetries = 20 });
        var (up, _) = Conversation(bench, 7);
        var first = Sequence(bench.Packets.First(packet => packet is { IsUp: true, Flags: 2 })) + 1;
        var stream = new byte[up.Count];
        foreach (var packet in bench.Packets.Where(packet => packet is { IsUp: true, Payload: > 0 }))
        {
            packet.Content.CopyTo(stream.AsSpan((int)unchecked(Sequence(packet) - first)));
        }

        Assert.That(stream, Is.EqualTo(up));
    }

    /// <summary>Units of 1 to 4000 octets in both directions, then the client closes.</summary>
    private static (List<byte> Up, List<byte> Down) Conversation(TcpBench bench, int seed)
    {
        var (up, down) = (new List<byte>(), new List<byte>());
        bench.WhenConnected = () =>
        {
            for (var i = 0; i < 40; i++)
            {
                var length = 1 + (i * 997 + seed * 131) % (i % 4 == 0 ? 4000 : 200);
                var isUp = (i + seed) % 3 != 0;
                bench.Do(bench.Simulation.Now.TotalSeconds + 0.15 * i, () => Write(isUp, new OctetUnit(length, i)));
            }

            bench.Do(bench.Simulation.Now.TotalSeconds + 2000, () => bench.Connection.Client.Close());
        };
        bench.Run();
        return (up, down);

        void Write(bool isUp, OctetUnit unit)
        {
            var octets = new byte[unit.Length];
            unit.Write(octets);
            (isUp ? up : down).AddRange(octets);
            (isUp ? bench.Connection.Client : bench.Connection.Server).Write(unit);
        }
    }

    private static uint Sequence(CapturedPacket packet) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(packet.Body[4..]);

    private static List<int> OptionKinds(CapturedPacket packet)
    {
        var kinds = new List<int>();
        var options = packet.Body[20..((packet.Body[12] >> 4) * 4)];
        while (options.Length > 0)
        {
            if (options[0] != 1)
            {
                kinds.Add(options[0]);
            }

            options = options[(options[0] == 1 ? 1 : options[1])..];
        }

        return kinds;
    }
}

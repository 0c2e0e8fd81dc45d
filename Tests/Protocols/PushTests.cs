using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

public class PushTests
{
    private static readonly PushOptions PerMessage = new() { Connection = ConnectionLife.PerMessage };

    [Test]
    public void A_message_on_an_open_connection_takes_three_packets()
    {
        var log = new Hop(new Push(new PushOptions())).Send(2, every: 10).Run().Log;

        // 8 octets of content, one of receipt along with the acknowledgement, a delayed acknowledgement of the receipt.
        Assert.That(
            log.Packets.Where(packet => packet.At.TotalSeconds > 9).Select(packet => packet.Octets.Length),
            Is.EqualTo(new[] { 52 + 8, 52 + 1, 52 })
        );
    }

    [Test]
    public void A_connection_per_message_takes_ten_packets()
    {
        var log = new Hop(new Push(PerMessage)).Send().Run().Log;

        // Up: SYN, ACK, content, ACK of the receipt, FIN, ACK; down: SYN-ACK, ACK of the content, receipt, FIN.
        Assert.That((string.Join(' ', log.Up), string.Join(' ', log.Down)), Is.EqualTo(("60 52 60 52 52 52", "60 52 53 52")));
    }

    [Test]
    public void Flags_follow_the_life_of_a_connection()
    {
        var log = new Hop(new Push(PerMessage)).Send().Run().Log;

        // SYN 2, ACK 16, PSH 8, FIN 1.
        Assert.That(string.Join(' ', log.Packets.Select(packet => packet.Flags)), Is.EqualTo("2 18 16 24 16 24 16 17 17 16"));
    }

    [Test]
    public void Sequence_and_acknowledgement_numbers_meet()
    {
        var log = new Hop(new Push(PerMessage)).Send().Run().Log;
        var content = log.Packets[3];
        var receipt = log.Packets[5];

        Assert.That(Number(receipt, 8), Is.EqualTo(unchecked(Number(content, 4) + 8)));
    }

    [Test]
    public void Nothing_is_pending_after_a_connection_has_closed()
    {
        var hop = new Hop(new Push(PerMessage)).Send().Run();

        Assert.That(hop.Simulation.EventsPending, Is.Zero);
    }

    [Test]
    public void A_thousand_messages_leave_few_wake_ups_pending()
    {
        var hop = new Hop(new Push(new PushOptions())).Send(1000, every: 0.01);
        hop.Run(9.995);

        // The last production, the link in both directions, and at most two per alarm of the connection.
        Assert.That(hop.Simulation.EventsPending, Is.LessThanOrEqualTo(1 + 2 + 8));
    }

    [Test]
    public void A_lost_connection_request_is_repeated_after_1_2_and_4_seconds()
    {
        var hop = new Hop(new Push(PerMessage));
        hop.Tap.Lose.UnionWith([0, 1, 2]);

        Assert.That(
            hop.Send().Run().Log.Packets.Where(packet => packet.Flags == 2).Select(packet => packet.At.TotalSeconds),
            Is.EqualTo(new[] { 0.0, 1, 3, 7 })
        );
    }

    [Test]
    public void A_sender_gives_up_connecting_after_127_seconds()
    {
        var log = new Hop(new Push(PerMessage with { Attempts = 1 }), loss: 0.999999).Send().Run().Log;

        Assert.That(log.Gone, Is.EqualTo(new[] { (0, DropReason.RetriesExhausted, SimTime.Start + 127.Seconds) }));
    }

    [Test]
    public void A_lost_segment_is_repeated_after_the_time_out_and_its_double()
    {
        var hop = new Hop(new Push(new PushOptions()));

        // Packets 0 to 6 open the connection and carry the first message; 7 and 8 are the second one and its repetition.
        hop.Tap.Lose.UnionWith([7, 8]);
        var log = hop.Send(2, every: 10).Run().Log;

        // 200 ms beyond a round trip of 20.1 ms, then the double.
        var sent = log.Packets.Where(packet => packet.At.TotalSeconds > 9 && packet.Payload == 8).Select(packet => packet.At.TotalSeconds);
        Assert.That(sent, Is.EqualTo(new[] { 10, 10.2201, 10.6604 }).Within(1e-4));
    }

    [Test]
    public void A_lost_receipt_brings_no_second_delivery()
    {
        var hop = new Hop(new Push(new PushOptions()));
        hop.Tap.Lose.Add(5);
        var log = hop.Send().Run().Log;

        Assert.That((log.Arrived.Count, log.Gone.Count, log.Duplicates.Count), Is.EqualTo((1, 0, 0)));
    }

    [Test]
    public void A_message_that_arrived_is_not_dropped_when_its_sender_gives_up()
    {
        var hop = new Hop(new Push(new PushOptions { Retries = 2 }));

        // From the acknowledgement of the content on, nothing comes back.
        hop.Tap.Lose.UnionWith(Enumerable.Range(4, 100));
        var log = hop.Send().Run().Log;

        Assert.That((log.Arrived.Count, log.Gone.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Messages_that_were_on_their_way_go_down_with_their_connection()
    {
        var outages = new Outages([(SimTime.Start + 5.Seconds, SimTime.End)]);
        var log = new Hop(new Push(new PushOptions { Retries = 3 }), outages: outages).Send(3, every: 4).Run().Log;

        Assert.That(
            log.Gone.Select(entry => (entry.Serial, entry.Reason)),
            Is.EqualTo(new[] { (2, DropReason.RetriesExhausted) })
                .Or.EqualTo(new[] { (2, DropReason.RetriesExhausted), (1, DropReason.RetriesExhausted) })
        );
    }

    [Test]
    public void A_new_connection_serves_messages_after_an_outage()
    {
        var outages = new Outages([(SimTime.Start + 5.Seconds, SimTime.Start + 3000.Seconds)]);
        var hop = new Hop(new Push(new PushOptions()), outages: outages).Send().Send(at: 10).Send(at: 3000);

        Assert.That(hop.Run().Log.Arrived.Select(entry => entry.Serial), Is.EqualTo(new[] { 0, 2 }));
    }

    [Test]
    public void Messages_beyond_the_buffer_are_dropped()
    {
        var log = new Hop(new Push(new PushOptions { Buffer = 5 })).Send(8).Run().Log;

        Assert.That(log.Gone.Select(entry => entry.Serial), Is.EqualTo(new[] { 5, 6, 7 }));
    }

    [Test]
    public void Small_messages_travel_together_while_one_is_unacknowledged()
    {
        var log = new Hop(new Push(new PushOptions())).Send().Send(10, at: 10).Run().Log;

        Assert.That(
            log.Packets.Where(packet => packet.IsUp && packet.At.TotalSeconds > 9 && packet.Payload > 0).Select(packet => packet.Payload),
            Is.EqualTo(new[] { 8, 72 })
        );
    }

    [Test]
    public void Without_the_Nagle_algorithm_every_message_has_its_segment()
    {
        var log = new Hop(new Push(new PushOptions { NoDelay = true })).Send().Send(10, at: 10).Run().Log;

        Assert.That(log.Packets.Count(packet => packet.IsUp && packet.Payload == 8), Is.EqualTo(11));
    }

    [Test]
    public void Large_content_is_cut_into_segments()
    {
        var log = new Hop(new Push(new PushOptions()), content: new Content(3000, 8)).Send().Run().Log;

        Assert.That(
            log.Packets.Where(packet => packet.IsUp && packet.Payload > 0).Select(packet => packet.Payload),
            Is.EqualTo(new[] { 1448, 1448, 104 })
        );
    }

    [Test]
    public void Large_content_arrives_whole_at_any_loss([Values(0.05, 0.2)] double loss)
    {
        var log = new Hop(new Push(new PushOptions()), loss, loss, new Content(40_000, 8)).Send(20, every: 100).Run().Log;

        Assert.That(log.Arrived, Has.Count.EqualTo(20));
    }

    [Test]
    public void At_30_percent_loss_every_message_arrives_once_and_in_order()
    {
        var log = new Hop(
            new Push(
                new PushOptions
                {
                    ConnectionRetries = 20,
                    Retries = 30,
                    Buffer = 1000,
                }
            ),
            0.3,
            0.3
        ).Send(300, every: 1).Run().Log;

        Assert.That(log.Arrived.Select(entry => entry.Serial), Is.EqualTo(Enumerable.Range(0, 300)));
    }

    [Test]
    public void A_message_without_receipt_goes_again_over_the_next_connection()
    {
        var outages = new Outages([(SimTime.Start + 5.Seconds, SimTime.Start + 300.Seconds)]);
        var log = new Hop(new Push(new PushOptions { Retries = 3 }), outages: outages).Send(3, every: 4).Run().Log;

        Assert.That((log.Arrived.Select(entry => entry.Serial), log.Gone.Count), Is.EqualTo((Enumerable.Range(0, 3), 0)));
    }

    [Test]
    public void A_receiver_that_has_a_message_counts_another_copy_as_duplicate()
    {
        var hop = new Hop(new Push(new PushOptions { ReceiptTimeout = 5.Seconds }));

        // The receipt and all that follows of the first connection, until the sender takes it for dead.
        hop.Tap.Lose.UnionWith(Enumerable.Range(5, 8));
        var log = hop.Send().Run().Log;

        Assert.That((log.Arrived.Count, log.Gone.Count, log.Duplicates.Count), Is.EqualTo((1, 0, 1)));
    }

    [TestCase(Security.Tls12, 2 * 20)]
    [TestCase(Security.Tls13, 20)]
    public void Security_delays_the_first_message_by_its_round_trips(Security security, int milliseconds)
    {
        // Without the Nagle algorithm, which would hold a message back until the end of the handshake is acknowledged.
        var options = new PushOptions { NoDelay = true };
        var plain = new Hop(new Push(options)).Send().Run().Log.Arrived.Single().At;
        var secured = new Hop(new Push(options with { Security = security })).Send().Run().Log.Arrived.Single().At;

        // And by the octets of the handshake at 8 Mbit/s.
        Assert.That((secured - plain).TotalSeconds * 1000, Is.EqualTo(milliseconds).Within(2.5));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_second_connection_resumes_the_security_session(bool resumption)
    {
        var options = PerMessage with { Security = Security.Tls13, Resumption = resumption };
        var log = new Hop(new Push(options)).Send(2, every: 100).Run().Log;
        var octets = log.Packets.ToLookup(packet => packet.At.TotalSeconds < 50, packet => packet.Payload);

        // No certificate and its proof, one ticket instead of two: the second handshake is a third shorter.
        Assert.That((double)octets[false].Sum() / octets[true].Sum(), resumption ? Is.LessThan(0.8) : Is.EqualTo(1));
    }

    [Test]
    public void A_stopped_sender_drops_what_it_had()
    {
        var hop = new Hop(new Push(new PushOptions()), loss: 0.999999).Send();
        hop.Run(0.5);
        hop.Near.Stop();

        Assert.That(hop.Run().Log.Gone.Single().Reason, Is.EqualTo(DropReason.NodeDown));
    }

    private static uint Number(CapturedPacket packet, int offset) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(packet.Body[offset..]);
}

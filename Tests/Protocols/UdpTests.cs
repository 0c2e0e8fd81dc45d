using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

public class UdpTests
{
    private static readonly UdpOptions Confirmed = new() { Confirmed = true };

    [Test]
    public void A_datagram_adds_28_octets_to_its_content()
    {
        Assert.That(Over(new UdpOptions()).Send().Run().Log.Up, Is.EqualTo(new[] { 28 + 8 }));
    }

    [Test]
    public void A_datagram_has_good_checksums()
    {
        Assert.That(Over(new UdpOptions()).Send().Run().Log.Packets.Single().HasGoodChecksums);
    }

    [Test]
    public void A_datagram_states_its_lengths_and_ports()
    {
        var packet = Over(new UdpOptions()).Send().Run().Log.Packets.Single();

        // IP length 36, protocol 17; UDP length 16; from the fourth dynamic port to the server's.
        Assert.That(
            (
                packet.Octets[3],
                packet.Octets[9],
                packet.Body[5],
                packet.Body[0] << 8 | packet.Body[1],
                packet.Body[2] << 8 | packet.Body[3]
            ),
            Is.EqualTo((36, 17, 16, 49155, 4000))
        );
    }

    [Test]
    public void A_message_arrives_after_its_crossing()
    {
        // 36 octets at 8 Mbit/s and 10 ms.
        Assert.That(Over(new UdpOptions()).Send().Run().Log.Arrived, Is.EqualTo(new[] { (0, new SimTime(10_036_000)) }));
    }

    [Test]
    public void A_crossing_belongs_to_the_technology_crossed()
    {
        var message = Over(new UdpOptions()).Send().Run().Log.ArrivedMessages.Single();

        Assert.That((message.TimeIn(0), message.TimeIn(1)), Is.EqualTo((Duration.Zero, new Duration(10_036_000))));
    }

    [Test]
    public void An_unconfirmed_message_is_dropped_for_the_reason_of_its_frame()
    {
        var hop = new Hop(new Udp(new UdpOptions()), outages: new Outages([(SimTime.Start, SimTime.Start + 1.Seconds)]));

        Assert.That(hop.Send().Run().Log.Gone.Single().Reason, Is.EqualTo(DropReason.Outage));
    }

    [Test]
    public void Content_that_does_not_fit_into_a_packet_is_too_large()
    {
        var hop = new Hop(new Udp(new UdpOptions()), content: new Content(1473, 8));

        Assert.That(hop.Send().Run().Log.Gone.Single().Reason, Is.EqualTo(DropReason.TooLarge));
    }

    [Test]
    public void A_confirmed_message_and_its_acknowledgement_are_numbered()
    {
        var log = Over(Confirmed).Send().Run().Log;

        Assert.That((log.Up.Single(), log.Down.Single()), Is.EqualTo((28 + 2 + 8, 28 + 2)));
    }

    [Test]
    public void A_lost_message_is_repeated_after_doubling_time_outs()
    {
        var hop = Over(Confirmed);
        hop.Tap.Lose.UnionWith([0, 1, 2]);

        Assert.That(
            hop.Send().Run().Log.Packets.Where(packet => packet.IsUp).Select(packet => packet.At.TotalSeconds),
            Is.EqualTo(new[] { 0, 2.5, 7.5, 17.5 })
        );
    }

    [Test]
    public void A_lost_reply_makes_a_duplicate_but_no_second_delivery()
    {
        var hop = Over(Confirmed);
        hop.Tap.Lose.Add(1);
        var log = hop.Send().Run().Log;

        Assert.That((log.Arrived.Count, log.Duplicates.Count, log.Gone.Count), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public void A_sender_gives_up_after_its_retries()
    {
        var log = new Hop(new Udp(Confirmed), loss: 0.999999).Send().Run().Log;

        // 2.5 * (1 + 2 + 4 + 8 + 16) s.
        Assert.That(log.Gone, Is.EqualTo(new[] { (0, DropReason.RetriesExhausted, SimTime.Start + 77.5.Seconds) }));
    }

    [Test]
    public void A_message_whose_replies_are_all_lost_counts_as_delivered_only()
    {
        var log = new Hop(new Udp(Confirmed), lossBack: 0.999999).Send().Run().Log;

        Assert.That((log.Arrived.Count, log.Gone.Count, log.Duplicates.Count), Is.EqualTo((1, 0, 4)));
    }

    [Test]
    public void Messages_beyond_the_buffer_are_dropped()
    {
        var log = Over(Confirmed with { Buffer = 2 }).Send(4).Run().Log;

        Assert.That(log.Gone.Select(entry => (entry.Serial, entry.Reason)), Is.EqualTo(new[] { (3, DropReason.QueueFull) }));
    }

    [Test]
    public void Waiting_for_earlier_messages_is_the_waiting_stage()
    {
        var second = Over(Confirmed).Send(2).Run().Log.ArrivedMessages[1];

        // A round trip: 38 and 30 octets at 8 Mbit/s and twice 10 ms.
        Assert.That(second.TimeIn(0), Is.EqualTo(new Duration(20_068_000)));
    }

    [Test]
    public void Commands_travel_back()
    {
        Assert.That(Over(Confirmed).SendBack(3).Run().Log.Arrived, Has.Count.EqualTo(3));
    }

    [TestCase(0.1)]
    [TestCase(0.3)]
    public void Retransmission_follows_its_closed_form(double loss)
    {
        const int Messages = 20_000;
        var log = new Hop(new Udp(Confirmed with { Buffer = Messages }), loss, loss).Send(Messages).Run(1e7).Log;

        // An attempt fails with q = 1 - (1-p)^2, so there are (1 - q^5) / (1 - q) of them on average (RFC 7252 timers).
        var q = 1 - (1 - loss) * (1 - loss);
        Assert.That(log.Up.Length / (double)Messages, Is.EqualTo((1 - Math.Pow(q, 5)) / (1 - q)).Within(0.03));
    }

    [Test]
    public void Every_message_ends_once_at_any_loss([Values] bool confirmed, [Values(0, 0.1, 0.5, 0.9)] double loss)
    {
        var log = new Hop(new Udp(new UdpOptions { Confirmed = confirmed }), loss, loss)
            .Send(300, every: 1)
            .SendBack(300, every: 1)
            .Run()
            .Log;

        Assert.That(log.IsConserved);
    }

    [Test]
    public void A_stopped_receiver_confirms_nothing()
    {
        var hop = Over(Confirmed);
        hop.Far.Stop();

        Assert.That(hop.Send().Run().Log.Gone.Single().Reason, Is.EqualTo(DropReason.RetriesExhausted));
    }

    private static Hop Over(UdpOptions options) => new(new Udp(options));
}

using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Octets of CoAP messages, and what its ends do when packets are lost.</summary>
public class CoapTests
{
    private const int Headers = 28;

    /// <summary>As libcoap sends it: a token of one octet, text/plain.</summary>
    private static readonly CoapOptions Options = new() { TokenLength = 1, ContentFormat = 0 };

    [Test]
    public void A_request_and_its_response_have_the_octets_of_their_options()
    {
        var log = Over(Options, 16).Send().Run().Log;

        Assert.That((log.Up.Single(), log.Down.Single()), Is.EqualTo((Headers + 33, Headers + 5)));
    }

    [Test]
    public void A_request_reads_as_its_standard_says()
    {
        var packet = Over(Options, 16).Send().Run().Log.Packets[0].Content.ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(packet[0], Is.EqualTo(0x41), "version 1, CON, token of one octet");
            Assert.That(packet[1], Is.EqualTo(0x03), "PUT");
            Assert.That(packet[5], Is.EqualTo(0xB7), "Uri-Path of seven octets");
            Assert.That(System.Text.Encoding.ASCII.GetString(packet, 6, 7), Is.EqualTo("sensors"));
            Assert.That(packet[13..15], Is.EqualTo("\u0001t"u8.ToArray()));
            Assert.That(packet[15], Is.EqualTo(0x10), "Content-Format 0");
            Assert.That(packet[16], Is.EqualTo(0xFF), "payload marker");
        });
    }

    [Test]
    public void A_packet_has_good_checksums() => Assert.That(Over(Options).Send().Run().Log.Packets.All(packet => packet.HasGoodChecksums));

    [Test]
    public void A_response_answers_its_request_by_identifier_and_token()
    {
        var packets = Over(Options).Send().Run().Log.Packets;
        var (request, response) = (packets[0].Content.ToArray(), packets[1].Content.ToArray());

        Assert.That(response, Is.EqualTo(new byte[] { 0x61, 0x44, request[2], request[3], request[4] }));
    }

    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    public void Repetitions_come_after_a_random_time_that_doubles(ulong seed)
    {
        var log = new Hop(new Coap(Options), loss: 0.999999, seed: seed).Send().Run().Log;
        var at = log.Packets.Select(packet => packet.At.TotalSeconds).ToArray();
        var gaps = at.Zip(at[1..], (a, b) => b - a).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(gaps, Has.Length.EqualTo(4));
            Assert.That(gaps[0], Is.InRange(2, 3));
            Assert.That(gaps, Is.EqualTo(gaps.Select((_, i) => gaps[0] * (1 << i))).Within(1e-6));
            Assert.That(log.Gone.Single().At.TotalSeconds, Is.EqualTo(31 * gaps[0]).Within(1e-6));
            Assert.That(log.Gone.Single().Reason, Is.EqualTo(DropReason.RetriesExhausted));
        });
    }

    [Test]
    public void First_time_outs_fill_their_range_evenly()
    {
        var hop = new Hop(new Coap(Options with { Retries = 1, Buffer = 1000 }), loss: 0.999999).Send(1000).Run(20_000);
        var at = hop.Log.Packets.Select(packet => packet.At.TotalSeconds).ToArray();
        var first = Enumerable.Range(0, 1000).Select(i => at[2 * i + 1] - at[2 * i]).ToArray();

        // The mean of a thousand uniform numbers on [2, 3] has the deviation 0.0091.
        Assert.Multiple(() =>
        {
            Assert.That(first.Min(), Is.InRange(2, 2.02));
            Assert.That(first.Max(), Is.InRange(2.98, 3));
            Assert.That(first.Average(), Is.EqualTo(2.5).Within(0.04));
        });
    }

    [TestCase(0.1)]
    [TestCase(0.3)]
    public void Transmissions_follow_their_closed_form(double loss)
    {
        const int Messages = 10_000;
        var log = new Hop(new Coap(Options with { Buffer = Messages }), loss, loss).Send(Messages).Run(1e6).Log;
        var q = 1 - (1 - loss) * (1 - loss);

        Assert.That(log.Up.Length / (double)Messages, Is.EqualTo((1 - Math.Pow(q, 5)) / (1 - q)).Within(0.04));
    }

    [Test]
    public void A_lost_acknowledgement_makes_a_copy_but_no_second_delivery()
    {
        var hop = Over(Options);
        hop.Tap.Lose.Add(1);
        var log = hop.Send().Run().Log;

        Assert.That((log.Arrived.Count, log.Duplicates.Count, log.Gone.Count), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public void A_copy_is_answered_as_the_first_was()
    {
        var hop = Over(Options);
        hop.Tap.Lose.Add(1);
        var answers = hop.Send().Run().Log.Packets.Where(packet => !packet.IsUp).Select(packet => packet.Content.ToArray()).ToArray();

        Assert.That(answers[1], Is.EqualTo(answers[0]));
    }

    [Test]
    public void One_interaction_is_outstanding_at_a_time()
    {
        var at = Over(Options).Send(3).Run().Log.Packets.Where(packet => packet.IsUp).Select(packet => packet.At.TotalSeconds).ToArray();

        Assert.That(at, Is.EqualTo(new[] { 0, 0.0201, 0.0401 }).Within(0.0003));
    }

    [Test]
    public void As_many_are_outstanding_as_NSTART_says()
    {
        var at = Over(Options with { Nstart = 3 }).Send(3).Run().Log.Packets.Where(packet => packet.IsUp).Select(packet => packet.At);

        Assert.That(at, Is.All.EqualTo(SimTime.Start));
    }

    [Test]
    public void A_slow_application_responds_separately()
    {
        var packets = Over(Options with { ResponseTime = 5.Seconds }).Send().Run().Log.Packets;

        // CON, empty ACK after a second, CON response after five, empty ACK.
        Assert.Multiple(() =>
        {
            Assert.That(packets.Select(packet => packet.Octets.Length - Headers), Is.EqualTo(new[] { 25, 4, 5, 4 }));
            Assert.That(packets.Select(packet => packet.Content[0] >> 4 & 3), Is.EqualTo(new[] { 0, 2, 0, 2 }));
            Assert.That(packets.Select(packet => packet.At.TotalSeconds), Is.EqualTo(new[] { 0, 1.01, 5.01, 5.02 }).Within(0.001));
        });
    }

    [Test]
    public void A_fast_application_responds_with_the_acknowledgement() =>
        Assert.That(Over(Options with { ResponseTime = 0.5.Seconds }).Send().Run().Log.Packets, Has.Count.EqualTo(2));

    [Test]
    public void A_message_that_is_not_confirmed_goes_once_and_is_answered_once()
    {
        var packets = Over(Options with { Confirmed = false }).Send().Run().Log.Packets;

        Assert.That(packets.Select(packet => packet.Content[0] >> 4 & 3), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public void Who_wants_no_response_sends_at_the_probing_rate()
    {
        var hop = Over(Options with { Confirmed = false, NoResponse = true, ContentFormat = -1 });
        var up = hop.Send(3).Run().Log.Packets;
        var length = up[0].Octets.Length - Headers;

        Assert.Multiple(() =>
        {
            Assert.That(up.All(packet => packet.IsUp));
            Assert.That(up.Select(packet => packet.At.TotalSeconds), Is.EqualTo(new[] { 0.0, length, 2 * length }).Within(1e-6));
        });
    }

    [Test]
    public void A_message_that_is_not_confirmed_is_dropped_for_the_reason_of_its_frame()
    {
        var log = new Hop(new Coap(Options with { Confirmed = false }), loss: 0.999999).Send().Run().Log;

        Assert.That(log.Gone.Single().Reason, Is.EqualTo(DropReason.Noise));
    }

    [Test]
    public void Content_longer_than_a_block_goes_in_blocks()
    {
        var log = Over(Options with { BlockSize = 64 }, 150).Send().Run().Log;

        // Block1 takes two octets more in front of its value; 2.31 and 2.04 say it too.
        Assert.Multiple(() =>
        {
            Assert.That(log.Up, Is.EqualTo(new[] { Headers + 84, Headers + 84, Headers + 84 - 42 }));
            Assert.That(log.Down, Is.All.EqualTo(Headers + 5 + 3));
            Assert.That(log.Arrived.Single().At.TotalSeconds, Is.EqualTo(0.0502).Within(0.0005));
        });
    }

    [Test]
    public void Blocks_arrive_together_or_not_at_all([Values(0.1, 0.4, 0.7)] double loss, [Values(1UL, 2UL)] ulong seed)
    {
        var hop = new Hop(new Coap(Options with { BlockSize = 16 }), loss, loss, new Content(100, 8), seed: seed);
        var log = hop.Send(100, every: 1000).Run(200_000).Log;

        Assert.That((log.IsConserved, log.Arrived.Count + log.Gone.Count), Is.EqualTo((true, 100)));
    }

    [Test]
    public void A_block_size_is_a_power_of_two() =>
        Assert.That(() => new Coap(Options with { BlockSize = 100 }), Throws.ArgumentException.With.Message.Contains("legal: 16, 32"));

    [Test]
    public void An_observer_registers_and_is_notified()
    {
        var options = Options with { Observe = CoapObserve.Forth, Path = "time", ContentFormat = -1, MaxAge = 60.Seconds };
        var packets = Over(options, 15).Send(at: 10).Run(12).Log.Packets;

        // GET with Observe and its answer, which has no state yet; notification and empty ACK.
        Assert.That(packets.Select(packet => packet.Octets.Length - Headers), Is.EqualTo(new[] { 11, 9, 25, 4 }));
    }

    [Test]
    public void An_observer_registers_again_when_what_it_has_is_no_longer_fresh()
    {
        var options = Options with { Observe = CoapObserve.Forth, MaxAge = 60.Seconds };
        var at = Over(options).Send(at: 10).Run(90).Log.Packets.Where(packet => !packet.IsUp && packet.Content[1] == 1).ToArray();

        Assert.That(at.Select(packet => packet.At.TotalSeconds).Last(), Is.InRange(10 + 60 + 5, 10 + 60 + 15.1));
    }

    [Test]
    public void Messages_wait_until_somebody_observes()
    {
        var hop = Over(Options with { Observe = CoapObserve.Forth });
        hop.Tap.Lose.Add(0);

        // The registration is repeated after two to three seconds.
        Assert.That(hop.Send().Run(100).Log.Arrived.Single().At.TotalSeconds, Is.InRange(2, 5));
    }

    [Test]
    public void A_lost_answer_to_a_registration_does_no_harm()
    {
        var hop = Over(Options with { Observe = CoapObserve.Forth });
        hop.Tap.Lose.Add(1);

        Assert.That(hop.Send(5, at: 1.5, every: 1).Run(100).Log.Arrived, Has.Count.EqualTo(5));
    }

    [Test]
    public void A_long_notification_is_fetched_in_blocks()
    {
        var hop = Over(Options with { Observe = CoapObserve.Forth, BlockSize = 32 }, 100);
        var log = hop.Send(2, at: 5).Run(100).Log;

        Assert.Multiple(() =>
        {
            Assert.That(log.Arrived, Has.Count.EqualTo(2));
            Assert.That(log.Packets.Count(packet => packet.IsUp && packet.Octets.Length > 60), Is.EqualTo(2 * 4 - 2));
        });
    }

    [Test]
    public void Devices_observe_what_they_are_told_to_do()
    {
        var hop = new Hop(new Coap(Options with { Observe = CoapObserve.Back }), serverSends: true);

        Assert.That(hop.SendBack(5, at: 3, every: 2).Run().Log.Arrived, Has.Count.EqualTo(5));
    }

    [Test]
    public void An_observer_that_is_given_up_hears_again_after_it_has_registered_anew()
    {
        var options = Options with { Observe = CoapObserve.Forth, MaxAge = 200.Seconds };
        var hop = new Hop(
            new Coap(options),
            outages: new M2mVsIoTSim.Media.Outages([(SimTime.Start + 20.Seconds, SimTime.Start + 150.Seconds)])
        );
        var log = hop.Send(4, at: 10, every: 15).Run(1000).Log;

        Assert.Multiple(() =>
        {
            Assert.That(log.Gone.Select(entry => entry.Reason), Is.EqualTo(new[] { DropReason.RetriesExhausted }));
            Assert.That(log.Arrived.Select(entry => entry.Serial), Is.EqualTo(new[] { 0, 2, 3 }));
        });
    }

    [Test]
    public void A_ping_is_answered_by_a_reset()
    {
        var packets = Over(Options with { KeepAlive = 60.Seconds }).Send().Run(61).Log.Packets.Skip(2).ToArray();

        Assert.That(packets.Select(packet => packet.Content[0]), Is.EqualTo(new byte[] { 0x40, 0x70 }));
    }

    [Test]
    public void No_identifier_is_used_again_within_its_lifetime()
    {
        var hop = new Hop(new Coap(Options with { Nstart = 1000, Buffer = 100_000 }), rate: 1e9).Send(70_000).Run(300);
        var uses = hop.Log.Packets.Where(packet => packet.IsUp).GroupBy(packet => packet.Content[2] << 8 | packet.Content[3]);

        Assert.Multiple(() =>
        {
            Assert.That(hop.Log.Arrived, Has.Count.EqualTo(70_000));
            Assert.That(
                uses.Where(id => id.Count() > 1).Min(id => (id.Last().At - id.First().At).TotalSeconds),
                Is.GreaterThanOrEqualTo(247)
            );
        });
    }

    [Test]
    public void A_stopped_receiver_acknowledges_nothing()
    {
        var hop = Over(Options);
        hop.Far.Stop();

        Assert.That(hop.Send().Run().Log.Gone.Single().Reason, Is.EqualTo(DropReason.RetriesExhausted));
    }

    [Test]
    public void Protected_messages_cost_what_the_draft_says()
    {
        var plain = Over(Options, 16).Send().Run().Log;
        var safe = Over(Options with { Security = DatagramSecurity.Oscore, SenderIdLength = 0 }, 16).Send().Run().Log;

        // draft-ietf-iotops-security-protocol-comparison, table of overhead per message: 13 octets for a request, 11 for a response.
        Assert.That((safe.Up.Single() - plain.Up.Single(), safe.Down.Single() - plain.Down.Single()), Is.EqualTo((13, 11)));
    }

    [Test]
    public void The_same_seed_gives_the_same_packets()
    {
        var runs = Enumerable
            .Range(0, 2)
            .Select(_ =>
                new Hop(new Coap(Options), 0.3, 0.3)
                    .Send(50, every: 7)
                    .SendBack(50, every: 9)
                    .Run()
                    .Log.Packets.Select(packet => (packet.At, Convert.ToHexString(packet.Octets)))
            );

        Assert.That(runs.First(), Is.EqualTo(runs.Last()));
    }

    private static Hop Over(CoapOptions options, int octets = 8) => new(new Coap(options), content: new Content(octets, 8));
}

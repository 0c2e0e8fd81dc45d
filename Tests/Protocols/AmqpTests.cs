using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Octets worked out by hand from the standard: container dev0000003, address sensors/dev0000003/t, host broker.test, payload of 4 octets.</summary>
public class AmqpTests
{
    private static readonly AmqpOptions Plain = new();
    private static readonly Content Payload = new(4, 8);

    private const string Container = "A1 0A 64 65 76 30 30 30 30 30 30 33";
    private const string Address = "A1 14 73 65 6E 73 6F 72 73 2F 64 65 76 30 30 30 30 30 30 33 2F 74";
    private const string Link = "A1 0C 64 65 76 30 30 30 30 30 30 33 2D 73";
    private const string Window = "70 7F FF FF FF";

    [Test]
    public void A_client_says_what_the_standard_says()
    {
        var said = Said(Session(Plain).Send().Run(1).Log, isUp: true);

        Assert.That(
            said,
            Does.StartWith(
                string.Join(
                    ' ',
                    "41 4D 51 50 03 01 00 00",
                    "00 00 00 19 02 01 00 00 00 53 41 C0 0C 01 A3 09 41 4E 4F 4E 59 4D 4F 55 53",
                    "41 4D 51 50 00 01 00 00",
                    $"00 00 00 34 02 00 00 00 00 53 10 C0 27 05 {Container} A1 0B 62 72 6F 6B 65 72 2E 74 65 73 74 70 00 01 00 00 60 00 00 70 00 01 D4 C0",
                    $"00 00 00 1A 02 00 00 00 00 53 11 C0 0D 04 40 43 {Window} {Window}",
                    $"00 00 00 45 02 00 00 00 00 53 12 C0 38 0A {Link} 43 42 50 00 50 00 00 53 28 45 00 53 29 C0 17 01 {Address} 40 40 43",
                    "00 00 00 21 02 00 00 00 00 53 14 C0 0B 05 43 43 A0 04 00 00 00 00 43 42 00 53 75 A0 04"
                )
            )
        );
    }

    [Test]
    public void A_server_answers_in_kind()
    {
        var said = Said(Session(Plain).Send().Run(1).Log, isUp: false);

        Assert.That(
            said,
            Does.StartWith(
                string.Join(
                    ' ',
                    "41 4D 51 50 03 01 00 00",
                    "00 00 00 1C 02 01 00 00 00 53 40 C0 0F 01 E0 0C 01 A3 09 41 4E 4F 4E 59 4D 4F 55 53",
                    "00 00 00 10 02 01 00 00 00 53 44 C0 03 01 50 00",
                    "41 4D 51 50 00 01 00 00"
                )
            )
        );
        Assert.That(
            said,
            Does.EndWith(
                string.Join(
                    ' ',
                    $"00 00 00 1E 02 00 00 00 00 53 13 C0 11 07 43 {Window} 43 {Window} 43 43 52 64",
                    "00 00 00 16 02 00 00 00 00 53 15 C0 09 05 41 43 40 41 00 53 24 45"
                )
            )
        );
    }

    [Test]
    public void An_accepted_message_is_a_transfer_and_a_disposition()
    {
        var log = Session(Plain with { IdleTimeout = Duration.Zero }).Send(2, every: 10).Run(20).Log;

        // The frame 8, the list 6 and its fields 11, the section 5 and its content 4; the disposition 8, 6 and 9.
        Assert.That(log.Packets[^3..].Select(packet => packet.Payload), Is.EqualTo(new[] { 34, 23, 0 }));
    }

    [Test]
    public void A_settled_message_is_a_transfer_alone()
    {
        var log = Session(Plain with { Settlement = AmqpSettlement.Settled, IdleTimeout = Duration.Zero }).Send(2, every: 10).Run(20).Log;

        Assert.That(log.Packets[^2..].Select(packet => packet.Payload), Is.EqualTo(new[] { 34, 0 }));
    }

    [Test]
    public void An_empty_frame_keeps_a_silent_connection()
    {
        var log = Session(Plain).Send().Run(600).Log;

        // Each end after each minute of its own silence.
        Assert.That(log.Packets.Count(packet => packet.Payload == 8 && packet.At.TotalSeconds > 10), Is.EqualTo(2 * 9));
        Assert.That(log.Packets.Last(packet => packet.Payload == 8).Content.ToArray(), Is.EqualTo(new byte[] { 0, 0, 0, 8, 2, 0, 0, 0 }));
    }

    [Test]
    public void A_sender_does_not_send_beyond_its_credit()
    {
        var hop = Session(Plain with { Credit = 4, Buffer = 1000 }).Send(40);
        hop.Run(0.2);

        // Four at most are on the way within a round trip of 20 ms.
        Assert.That(
            hop.Log.Arrived.GroupBy(entry => (int)(entry.At.TotalSeconds / 0.02)).Select(group => group.Count()),
            Has.All.AtMost(4)
        );
        Assert.That(hop.Run(10).Log.Arrived, Has.Count.EqualTo(40));
    }

    [Test]
    public void A_connection_per_message_says_farewell()
    {
        var log = Session(Plain with { Connection = ConnectionLife.PerMessage }).Send(2, every: 10).Run(100).Log;

        Assert.That(log.Arrived, Has.Count.EqualTo(2));
        Assert.That(
            Said(log, isUp: true),
            Does.EndWith(
                "00 00 00 10 02 00 00 00 00 53 16 C0 03 02 43 41 00 00 00 0C 02 00 00 00 00 53 17 45 00 00 00 0C 02 00 00 00 00 53 18 45"
            )
        );
    }

    [Test]
    public void An_application_is_served_by_a_broker_on_the_near_side()
    {
        var hop = new Hop(new Amqp(Plain), content: Payload, serverIsNear: true).Send(3, at: 5, every: 1);

        Assert.That(hop.Run(100).Log.Arrived, Has.Count.EqualTo(3));
    }

    [Test]
    public void A_device_is_told_over_the_connection_that_it_has_made()
    {
        var hop = new Hop(new Amqp(Plain), content: Payload, serverSends: true).Send(2, at: 5, every: 1).SendBack(3, at: 5.5, every: 1);

        Assert.That(hop.Run(100).Log.Arrived, Has.Count.EqualTo(5));
    }

    [Test]
    public void What_fits_into_no_frame_is_refused()
    {
        var log = new Hop(new Amqp(Plain with { MaximumFrame = 512 }), content: new Content(500, 8)).Send().Run(10).Log;

        Assert.That(log.Gone.Single().Reason, Is.EqualTo(DropReason.TooLarge));
    }

    [Test]
    public void A_password_stands_in_the_initial_response()
    {
        var said = Said(
            Session(Plain with { Sasl = AmqpSasl.Plain, UserNameLength = 2, PasswordLength = 3 }).Send().Run(1).Log,
            isUp: true
        );

        Assert.That(said, Does.Contain("00 53 41 C0 11 02 A3 05 50 4C 41 49 4E A0 07 00 75 75 00 70 70 70"));
    }

    [Test]
    public void Without_security_layer_the_connection_begins_with_the_header()
    {
        var said = Said(Session(Plain with { Sasl = AmqpSasl.None }).Send().Run(1).Log, isUp: true);

        Assert.That(said, Does.StartWith("41 4D 51 50 00 01 00 00 00 00 00 34"));
    }

    /// <summary>A server that is away for longer than transport endures, and just too long for what was asked, at each moment of a connection.</summary>
    [Test]
    public void Nothing_hangs_when_a_server_without_idle_time_out_fails(
        [Values(0, 0.02, 0.03, 0.05, 0.07, 0.09, 0.11, 0.5, 30)] double at,
        [Values(1, 2000)] double length,
        [Values(AmqpSasl.None, AmqpSasl.Anonymous)] AmqpSasl sasl,
        [Values] AmqpSettlement settlement,
        [Values] ConnectionLife connection
    )
    {
        var options = Plain with { Sasl = sasl, IdleTimeout = Duration.Zero, Settlement = settlement, Connection = connection };
        var hop = Session(options);
        Crashes.Once(hop.Far, [hop.Session], SimTime.Start + at.Seconds, length.Seconds, keepsState: null);
        var log = hop.Send(120).Send(10, at: 29.9, every: 0.02).Send(10, at: 5000, every: 50).Run(100_000).Log;

        Assert.That(log.IsConserved, $"{log.Produced.Count} {log.Arrived.Count} {log.Gone.Count}");
        Assert.That(log.Arrived.Count(entry => entry.At.TotalSeconds >= 5000), Is.GreaterThanOrEqualTo(10));
    }

    [Test]
    public void A_client_that_starts_anew_receives_again_without_idle_time_out()
    {
        var hop = new Hop(new Amqp(Plain with { IdleTimeout = Duration.Zero }), content: Payload, serverSends: true);
        Crashes.Once(hop.Near, [hop.Session], SimTime.Start + 50.Seconds, 3000.Seconds, keepsState: null);
        var log = hop.SendBack(5, at: 10, every: 20).SendBack(5, at: 4000, every: 20).Run(100_000).Log;

        Assert.That((log.IsConserved, log.Arrived.Count), Is.EqualTo((true, 10)));
    }

    private static Hop Session(AmqpOptions options) => new(new Amqp(options), content: Payload);

    private static string Said(MessageLog log, bool isUp) =>
        string.Join(
            ' ',
            log.Packets.Where(packet => packet.IsUp == isUp).SelectMany(packet => packet.Content.ToArray()).Select(octet => $"{octet:X2}")
        );
}

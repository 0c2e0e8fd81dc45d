using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Handshakes of DTLS as packets, and what loss does to them.</summary>
public class DtlsTests
{
    private static readonly CoapOptions Options = new() { Security = DatagramSecurity.Dtls12 };

    [Test]
    public void A_message_waits_for_the_handshake()
    {
        var packets = Over(Options).Send().Run(100).Log.Packets;

        // Hello, hello and done, keys and Finished, Finished; then the request and its response.
        Assert.Multiple(() =>
        {
            Assert.That(packets.Select(packet => packet.IsUp), Is.EqualTo(new[] { true, false, true, false, true, false }));
            Assert.That(packets[^2].At.TotalSeconds, Is.EqualTo(0.0404).Within(0.0005));
        });
    }

    [TestCase(DatagramSecurity.Dtls12, 4)]
    [TestCase(DatagramSecurity.Dtls13, 2)]
    public void Data_go_after_the_round_trips_of_the_handshake(DatagramSecurity version, int oneWays)
    {
        var log = Over(Options with { Security = version }).Send().Run(100).Log;

        Assert.That(log.Arrived.Single().At.TotalSeconds, Is.EqualTo(0.01 * (oneWays + 1)).Within(0.0015));
    }

    [Test]
    public void A_cookie_takes_another_round_trip()
    {
        var (without, with) = (At(Options), At(Options with { Cookie = true }));

        Assert.That(with - without, Is.EqualTo(0.02).Within(0.0005));

        double At(CoapOptions options) => Over(options).Send().Run(100).Log.Arrived.Single().At.TotalSeconds;
    }

    [Test]
    public void Records_cost_what_their_suite_adds()
    {
        var plain = Over(Options with { Security = DatagramSecurity.None }).Send().Run(100).Log;
        var safe = Over(Options).Send().Run(100).Log;

        Assert.That((safe.Up[^1] - plain.Up[^1], safe.Down[^1] - plain.Down[^1]), Is.EqualTo((29, 29)));
    }

    [Test]
    public void A_lost_hello_is_repeated_after_times_that_double_up_to_a_minute()
    {
        var at = new Hop(new Coap(Options), loss: 0.999999).Send().Run().Log.Packets.Select(packet => packet.At.TotalSeconds);

        Assert.That(at, Is.EqualTo(new double[] { 0, 1, 3, 7, 15, 31, 63, 123 }));
    }

    [Test]
    public void A_handshake_that_fails_drops_what_waits()
    {
        var log = new Hop(new Coap(Options), loss: 0.999999).Send(3).Run().Log;

        Assert.That(log.Gone.Select(entry => (entry.Reason, entry.At.TotalSeconds)), Is.All.EqualTo((DropReason.RetriesExhausted, 183.0)));
    }

    [Test]
    public void Any_lost_packet_of_a_handshake_is_made_good([Values] bool isNew, [Range(0, 3)] int lost)
    {
        var hop = Over(Options with { Security = isNew ? DatagramSecurity.Dtls13 : DatagramSecurity.Dtls12 });
        hop.Tap.Lose.Add(lost);
        var log = hop.Send().Run(100).Log;

        Assert.That((log.Arrived.Count, log.Gone.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Both_ends_may_begin_at_once()
    {
        var log = Over(Options).Send(5, every: 1).SendBack(5, every: 1).Run(100).Log;

        Assert.That(log.Arrived, Has.Count.EqualTo(10));
    }

    [Test]
    public void After_silence_the_handshake_is_short_where_it_is_resumed()
    {
        var log = Over(Options).Send(2, every: 3600).Run().Log;
        var later = log.Packets.Where(packet => packet.At.TotalSeconds > 3000).ToArray();

        // Hello, hello with Finished, Finished; request and response: one round trip less than at first.
        Assert.That(later.Select(packet => packet.IsUp), Is.EqualTo(new[] { true, false, true, true, false }));
    }

    [Test]
    public void A_connection_identifier_needs_no_handshake_after_silence()
    {
        var log = Over(Options with { ConnectionId = 4 }).Send(2, every: 3600).Run().Log;

        Assert.That(log.Packets.Count(packet => packet.At.TotalSeconds > 3000), Is.EqualTo(2));
    }

    [Test]
    public void A_long_chain_of_certificates_takes_several_datagrams()
    {
        var options = Options with { Authentication = DtlsAuthentication.Certificate, CertificateLength = 2000 };
        var log = Over(options).Send().Run(100).Log;

        Assert.Multiple(() =>
        {
            Assert.That(log.Arrived, Has.Count.EqualTo(1));
            Assert.That(log.Packets.Max(packet => packet.Octets.Length), Is.LessThanOrEqualTo(1500));
            Assert.That(log.Down.Count(length => length == 1500), Is.EqualTo(1));
        });
    }

    [Test]
    public void Work_with_public_keys_delays_the_client()
    {
        var options = Options with { Authentication = DtlsAuthentication.PreSharedKeyEcdhe };
        var (free, slow) = (At(options), At(options with { HandshakeWork = 0.3.Seconds }));

        Assert.That(slow - free, Is.EqualTo(0.3).Within(1e-6));

        double At(CoapOptions with) => Over(with).Send().Run(100).Log.Arrived.Single().At.TotalSeconds;
    }

    [Test]
    public void OSCORE_is_for_CoAP_alone() =>
        Assert.That(
            () => new Udp(new UdpOptions { Security = DatagramSecurity.Oscore }),
            Throws.ArgumentException.With.Message.Contains("legal here")
        );

    private static Hop Over(CoapOptions options) => new(new Coap(options));
}

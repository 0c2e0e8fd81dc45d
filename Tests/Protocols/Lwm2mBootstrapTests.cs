using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Bootstraps of LwM2M devices: octets, order, once a device, and what is lost.</summary>
public class Lwm2mBootstrapTests
{
    private const int Headers = 28;
    private const byte Post = 2;
    private static readonly Lwm2mOptions Options = new()
    {
        Bootstrap = true,
        TokenLength = 8,
        Format = Lwm2mFormat.Tlv,
        Lifetime = 300.Seconds,
        QueueMode = false,
    };

    [Test]
    public void A_device_gets_an_account_before_it_registers()
    {
        var packets = Over(Options).Run(70).Log.Packets;

        // Request, removal, two writes and finish with an answer each, then what happens without bootstrap.
        Assert.Multiple(() =>
        {
            Assert.That(
                packets.Select(packet => packet.Octets.Length - Headers),
                Is.EqualTo(new[] { 30, 12, 14, 12, 61, 12, 33, 12, 15, 12, 77, 20, 20, 17 })
            );
            Assert.That(packets.Take(10).Select(packet => packet.Content[1]), Is.EqualTo(new byte[] { 2, 68, 4, 66, 3, 68, 3, 68, 2, 68 }));
            Assert.That(
                packets.Take(10).Select(packet => packet.IsUp),
                Is.EqualTo(Enumerable.Range(0, 10).Select(i => i == 0 || (i > 1 && i % 2 == 1)))
            );
        });
    }

    [Test]
    public void Accounts_are_written_in_TLV()
    {
        var packets = Over(Options).Run(70).Log.Packets;

        Assert.Multiple(() =>
        {
            Assert.That(
                Payload(packets[4]),
                Is.EqualTo(
                    "C8"
                        + "00"
                        + "17"
                        + Convert.ToHexString("coap://server.test:5683"u8)
                        + "C10100"
                        + "C10203"
                        + "C003"
                        + "C004"
                        + "C005"
                        + "C10A01"
                )
            );
            Assert.That(Payload(packets[6]), Is.EqualTo("C10001" + "C201012C" + "C10601" + "C10755"));
        });
    }

    [TestCase(DtlsAuthentication.PreSharedKey, 27 + 3 + 3 + 13 + 2 + 19 + 3)]
    [TestCase(DtlsAuthentication.RawPublicKey, 27 + 3 + 3 + 94 + 94 + 141 + 3)]
    [TestCase(DtlsAuthentication.Certificate, 27 + 3 + 3 + 299 + 299 + 141 + 3)]
    public void Under_DTLS_the_account_has_keys(DtlsAuthentication authentication, int octets) =>
        Assert.That(
            new Lwm2mAccount(Options with { Security = DatagramSecurity.Dtls12, Authentication = authentication }).Security(),
            Has.Length.EqualTo(octets)
        );

    [Test]
    public void Under_DTLS_both_associations_begin_with_a_handshake()
    {
        static int Flights(Lwm2mOptions options) =>
            Over(options with { Security = DatagramSecurity.Dtls12 })
                .Run(70)
                .Log.Packets.Count(packet => packet.Content[0] == DtlsEnd.Handshake);

        Assert.That(Flights(Options), Is.EqualTo(2 * Flights(Options with { Bootstrap = false })).And.Positive);
    }

    [Test]
    public void A_device_asks_once()
    {
        var log = Over(Options).Send(100, at: 10, every: 100).Run(20_000).Log;

        Assert.That((Requests(log), log.Arrived.Count), Is.EqualTo((1, 100)));
    }

    [Test]
    public void A_device_that_registers_per_message_asks_once()
    {
        var log = Over(Options with { Connection = ConnectionLife.PerMessage }).Send(3, at: 10, every: 1000).Run(20_000).Log;

        Assert.That((Requests(log), log.Arrived.Count), Is.EqualTo((1, 3)));
    }

    [Test]
    public void A_replacement_asks_for_an_account_of_its_own()
    {
        var hop = Over(Options);
        Crashes.Once(hop.Near, [hop.Session], SimTime.Start + 500.Seconds, 100.Seconds, keepsState: null);
        var log = hop.Send(20, at: 10, every: 100).Run(20_000).Log;

        Assert.Multiple(() =>
        {
            Assert.That(Requests(log), Is.EqualTo(2));
            Assert.That(log.Arrived.Count(entry => entry.At.TotalSeconds > 600), Is.GreaterThanOrEqualTo(14));
            Assert.That(log.IsConserved);
        });
    }

    [Test]
    public void A_device_that_is_replaced_registers_anew_without_bootstrap_too()
    {
        var hop = Over(Options with { Bootstrap = false });
        Crashes.Once(hop.Near, [hop.Session], SimTime.Start + 500.Seconds, 100.Seconds, keepsState: null);
        var log = hop.Send(at: 5000).Run(20_000).Log;

        Assert.That(log.Arrived, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_bootstrap_that_comes_to_nothing_is_tried_again()
    {
        var hop = new Hop(
            new Lwm2m(Options with { RegisterWithin = Duration.Zero }),
            content: new Content(1, 32),
            outages: new Outages([(SimTime.Start, SimTime.Start + 1000.Seconds)])
        );

        Assert.That(hop.Send(at: 10).Run(5000).Log.Arrived, Has.Count.EqualTo(1));
    }

    /// <summary>Each of the ten messages of a bootstrap is lost in turn.</summary>
    [Test]
    public void The_loss_of_any_message_only_delays([Range(0, 9)] int lost)
    {
        var hop = Over(Options);
        hop.Tap.Lose.Add(lost);

        Assert.That(hop.Send(at: 100).Run(1000).Log.Arrived, Has.Count.EqualTo(1));
    }

    [Test]
    public void Every_message_ends_once_at_any_loss(
        [Values(0.1, 0.4)] double loss,
        [Values] ConnectionLife connection,
        [Values(DatagramSecurity.None, DatagramSecurity.Dtls13)] DatagramSecurity security
    )
    {
        var options = Options with { Connection = connection, Security = security };
        var hop = new Hop(new Lwm2m(options), loss, loss, serverSends: true);
        Crashes.Once(hop.Near, [hop.Session], SimTime.Start + 3000.Seconds, 50.Seconds, keepsState: null);
        var log = hop.Send(100, every: 71).SendBack(100, every: 93).Send(100, at: 20_000, every: 100).Run(400_000).Log;

        Assert.That(log.IsConserved, $"{log.Produced.Count} {log.Arrived.Count} {log.Gone.Count}");
    }

    [Test]
    public void Keys_of_OSCORE_are_not_handed_out() =>
        Assert.That(
            () => new Lwm2m(Options with { Security = DatagramSecurity.Oscore }),
            Throws.ArgumentException.With.Message.Contains("dtls-1.3")
        );

    [Test]
    public void What_fits_into_no_message_is_refused() =>
        Assert.That(
            () =>
                new Lwm2m(
                    Options with
                    {
                        Security = DatagramSecurity.Dtls12,
                        Authentication = DtlsAuthentication.Certificate,
                        CertificateLength = 600,
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("1024")
        );

    /// <summary>Requests for an account, which are the only ones with a path of "bs" and a query.</summary>
    private static int Requests(MessageLog log) =>
        log.Packets.Count(packet => packet.IsUp && packet.Content[1] == Post && packet.Payload == 30);

    private static string Payload(CapturedPacket packet) => Convert.ToHexString(packet.Content[(packet.Content.IndexOf((byte)0xFF) + 1)..]);

    private static Hop Over(Lwm2mOptions options) => new(new Lwm2m(options), content: new Content(1, 32), serverSends: true);
}

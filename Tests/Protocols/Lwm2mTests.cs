using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>Registration, reports and commands of LwM2M.</summary>
public class Lwm2mTests
{
    private const int Headers = 28;
    private static readonly Lwm2mOptions Options = new() { TokenLength = 8, Format = Lwm2mFormat.Tlv };

    [Test]
    public void A_device_registers_and_is_observed()
    {
        var packets = Over(Options with { Lifetime = 300.Seconds, QueueMode = false }).Run(70).Log.Packets;

        // Registration and answer; observation and answer, which has no value yet.
        Assert.That(packets.Select(packet => packet.Octets.Length - Headers), Is.EqualTo(new[] { 77, 20, 20, 14 + 3 }));
    }

    [Test]
    public void A_report_is_a_notification()
    {
        var log = Over(Options).Send(at: 100).Run(110).Log;

        // Header 4, token 8, Observe 2, Content-Format 3, marker 1; a resource of four octets in TLV takes 7.
        Assert.That((log.Up[^1], log.Down[^1], log.Arrived.Count), Is.EqualTo((Headers + 18 + 7, Headers + 4, 1)));
    }

    [Test]
    public void A_registration_is_updated_before_it_ends()
    {
        var packets = Over(Options with { Lifetime = 300.Seconds }).Run(300).Log.Packets;
        var update = packets.Last(packet => packet.IsUp && packet.Content[1] == 2);

        Assert.Multiple(() =>
        {
            Assert.That(update.Octets.Length, Is.EqualTo(Headers + 20));
            Assert.That(update.At.TotalSeconds, Is.InRange(207, 267.1));
        });
    }

    [Test]
    public void Commands_wait_until_the_device_is_heard()
    {
        var log = Over(Options).SendBack(2, at: 1000).Send(at: 5000).Run().Log;

        Assert.That(log.Arrived.Select(entry => entry.At.TotalSeconds), Is.All.InRange(5000, 5000.2));
    }

    [Test]
    public void Commands_to_a_device_that_is_awake_go_at_once()
    {
        var log = Over(Options).Send(at: 1000).SendBack(at: 1090).Run().Log;

        Assert.That(log.Arrived[^1].At.TotalSeconds, Is.EqualTo(1090).Within(0.1));
    }

    [Test]
    public void Without_queue_mode_commands_go_at_once() =>
        Assert.That(
            Over(Options with { QueueMode = false }).SendBack(at: 5000).Run().Log.Arrived.Single().At.TotalSeconds,
            Is.EqualTo(5000).Within(0.1)
        );

    [TestCase(Lwm2mCommand.Write, 3)]
    [TestCase(Lwm2mCommand.Execute, 2)]
    [TestCase(Lwm2mCommand.Read, 1)]
    public void Commands_have_the_methods_of_what_they_do(Lwm2mCommand command, int method)
    {
        var log = Over(Options with { Command = command, QueueMode = false }).SendBack(at: 100).Run(110).Log;
        var (request, response) = (log.Packets[^2], log.Packets[^1]);

        Assert.Multiple(() =>
        {
            Assert.That(request.Content[1], Is.EqualTo(method));
            Assert.That(
                (request.Payload > 40, response.Payload > 20),
                Is.EqualTo(command == Lwm2mCommand.Read ? (false, true) : (false, false))
            );
            Assert.That(log.Arrived, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_device_may_send_of_its_own_accord()
    {
        var log = Over(Options with { Report = Lwm2mReport.Send }).Send(at: 100).Run(110).Log;

        // POST /dp: header 4, token 8, path 3, format 3, marker 1.
        Assert.That((log.Up[^1], log.Down[^1]), Is.EqualTo((Headers + 19 + 7, Headers + 12)));
    }

    [Test]
    public void A_device_that_registers_per_message_leaves_afterwards()
    {
        var log = Over(Options with { Connection = ConnectionLife.PerMessage }).Send(2, every: 1000).Run().Log;
        var codes = log.Packets.Where(packet => packet.At.TotalSeconds > 500 && packet.IsUp).Select(packet => packet.Content[1]);

        // POST, answer to the observation, notification, DELETE.
        Assert.That((codes, log.Arrived.Count), Is.EqualTo((new byte[] { 2, 0x45, 0x45, 4 }, 2)));
    }

    [Test]
    public void A_server_that_has_forgotten_a_device_learns_of_it_anew()
    {
        var hop = new Hop(
            new Lwm2m(Options with { Lifetime = 300.Seconds }),
            content: new Content(1, 32),
            serverSends: true,
            outages: new M2mVsIoTSim.Media.Outages([(SimTime.Start + 100.Seconds, SimTime.Start + 1000.Seconds)])
        );
        var log = hop.Send(2, at: 90, every: 2000).SendBack(at: 2500).Run(10_000).Log;

        Assert.That(log.Arrived, Has.Count.EqualTo(3));
    }

    [Test]
    public void Values_are_written_in_the_octets_that_are_counted(
        [Values] Lwm2mFormat format,
        [Values(1, 3, 30)] int values,
        [Values(8, 12, 16, 32, 64, 100)] int bits
    )
    {
        var hop = new Hop(new Lwm2m(Options with { Format = format }), content: new Content(values, bits)).Send(at: 100).Run(110);
        var content = hop.Log.Packets.Last(packet => packet.IsUp).Content.ToArray();

        // Nothing of the payload is left unwritten: the last octets are those of a value, the first those of its frame.
        Assert.Multiple(() =>
        {
            Assert.That(hop.Log.Arrived, Has.Count.EqualTo(1));
            var payload = content[(Array.IndexOf(content, (byte)0xFF, 12) + 1)..];
            Assert.That(
                format switch
                {
                    Lwm2mFormat.SenmlCbor => payload[0] == (values < 24 ? 0x80 | values : 0x98),
                    Lwm2mFormat.Tlv => (payload[0] & 0xE0) == 0xE0,
                    _ => payload.Length == new Content(values, bits).PackedBytes,
                },
                Convert.ToHexString(payload)
            );
        });
    }

    [TestCase(0)]
    [TestCase(0.1)]
    [TestCase(0.4)]
    public void Every_message_ends_once_at_any_loss(double loss)
    {
        foreach (
            var options in (Lwm2mOptions[])
                [
                    Options,
                    Options with
                    {
                        Report = Lwm2mReport.Send,
                        QueueMode = false,
                    },
                    Options with
                    {
                        Connection = ConnectionLife.PerMessage,
                    },
                    Options with
                    {
                        Confirmed = false,
                        Security = DatagramSecurity.Dtls13,
                        ConnectionId = 2,
                    },
                ]
        )
        {
            var log = new Hop(new Lwm2m(options with { Lifetime = 10.Minutes }), loss, loss, serverSends: true)
                .Send(100, every: 71)
                .SendBack(100, every: 93)
                .Send(100, at: 20_000, every: 100)
                .Run(300_000)
                .Log;

            Assert.That(
                log.IsConserved,
                $"{log.Produced.Count} {log.Arrived.Count} {log.Gone.Count} {options.Connection} {options.Report} {options.Security}"
            );
        }
    }

    private static Hop Over(Lwm2mOptions options) => new(new Lwm2m(options), content: new Content(1, 32), serverSends: true);
}

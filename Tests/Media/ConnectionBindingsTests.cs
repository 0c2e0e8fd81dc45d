using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

/// <summary>A translator of addresses that forgets a TCP connection after five minutes of silence.</summary>
public class ConnectionBindingsTests
{
    private static readonly Duration Lifetime = 5.Minutes;
    private static readonly MqttOptions Mqtt = new();

    [TestCase(60, 0)]
    [TestCase(400, 1)]
    public void A_keep_alive_below_the_lifetime_spares_a_second_connection(double keepAlive, int reconnections)
    {
        var log = Bench(new Mqtt(Mqtt with { KeepAlive = keepAlive.Seconds })).Up(10).Up(390).Run(760);

        Assert.That(log.Arrived.Select(entry => entry.Serial), Is.EqualTo(new[] { 0, 1 }.Take(2 - reconnections)));
    }

    [Test]
    public void A_connection_that_died_in_silence_is_found_dead_when_a_ping_stays_without_answer()
    {
        var log = Bench(new Mqtt(Mqtt with { KeepAlive = 400.Seconds })).Up(10).Up(390).Run();

        // Published at 390 s and repeated in vain, asked after at 790 s, given up at 1190 s, and sent again a second later at most.
        var at = log.Arrived.Single(entry => entry.Serial == 1).At.TotalSeconds;
        Assert.That(at, Is.InRange(1190.5, 1191.5));
    }

    [Test]
    public void Without_keep_alive_the_retransmissions_tell()
    {
        var log = Bench(new Mqtt(Mqtt with { KeepAlive = Duration.Zero })).Up(10).Up(390).Run(3000);

        // Fifteen repetitions, doubling to 120 s, from 390 s on.
        Assert.That(log.Arrived.Single(entry => entry.Serial == 1).At.TotalSeconds, Is.InRange(1200, 1400));
    }

    [Test]
    public void A_reset_tells_at_once()
    {
        var log = Bench(new Mqtt(Mqtt with { KeepAlive = 400.Seconds }), ForgottenConnection.Reset).Up(10).Up(390).Run();

        Assert.That(log.Arrived.Single(entry => entry.Serial == 1).At.TotalSeconds, Is.InRange(390.5, 391.5));
    }

    [Test]
    public void What_a_reset_takes_along_without_confirmation_is_gone_for_that_reason()
    {
        var log = Bench(new Mqtt(Mqtt with { Qos = 0, KeepAlive = Duration.Zero }), ForgottenConnection.Reset).Up(10).Up(390).Run();

        Assert.That(log.Gone.Select(entry => (entry.Serial, entry.Reason)), Is.EqualTo(new[] { (1, DropReason.Forgotten) }));
    }

    [TestCase(60, 1)]
    [TestCase(1000, 0)]
    public void A_subscriber_is_reached_while_its_pings_keep_the_connection(double keepAlive, int arrived)
    {
        var log = Bench(new Mqtt(Mqtt with { KeepAlive = keepAlive.Seconds })).Down(700).Run(760);

        Assert.That(log.Arrived, Has.Count.EqualTo(arrived));
    }

    [Test]
    public void Probes_of_the_transport_keep_the_connection_too()
    {
        var log = Bench(new Push(new PushOptions { ProbeAfter = 200.Seconds })).Up(10).Up(1000).Run(1001);

        Assert.That(log.Arrived, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_connection_per_message_never_notices()
    {
        var log = Bench(new Push(new PushOptions { Connection = ConnectionLife.PerMessage })).Up(10).Up(1000).Run(1001);

        Assert.That(log.Arrived, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_server_cannot_connect_to_a_device()
    {
        var log = Bench(new Push(new PushOptions { Attempts = 1, ConnectionRetries = 2 })).Up(1).Down(10).Run();

        Assert.That(log.Gone.Select(entry => (entry.Serial, entry.Reason)), Is.EqualTo(new[] { (1, DropReason.RetriesExhausted) }));
    }

    [TestCase(ForgottenConnection.Drop)]
    [TestCase(ForgottenConnection.Reset)]
    public void Nothing_is_lost_without_a_reason(ForgottenConnection forgotten)
    {
        foreach (var protocol in Protocols())
        {
            var bench = Bench(protocol, forgotten);
            foreach (var at in Enumerable.Range(1, 12))
            {
                bench.Up(at * at * 20).Down(at * at * 20 + 177);
            }

            Assert.That(bench.Run(30_000).IsConserved, Is.True, protocol.Name);
        }
    }

    private static IEnumerable<Protocol> Protocols() =>
        [
            .. new[] { 0, 1, 2 }.Select(qos => new Mqtt(Mqtt with { Qos = qos, KeepAlive = 400.Seconds })),
            new Push(new PushOptions()),
            new Push(new PushOptions { Confirmed = false }),
            new Http(
                new HttpOptions
                {
                    Poller = HttpPoller.Near,
                    IdleTimeout = 400.Seconds,
                    PollInterval = 10.Minutes,
                }
            ),
        ];

    private static TranslatorBench Bench(Protocol protocol, ForgottenConnection forgotten = ForgottenConnection.Drop) =>
        new(protocol, connections: Lifetime, forgotten: forgotten);
}

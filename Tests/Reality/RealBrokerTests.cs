using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Scenarios.Validation.Sessions;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Reality;

/// <summary>The octets that a simulated client sends, sent to a real broker through a delay: does it understand them, answer the same, and take as long?</summary>
[NonParallelizable]
public sealed class RealBrokerTests
{
    /// <summary>One way, as the link of the bench has it.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(10);

    private Mosquitto _broker = null!;
    private DelayProxy _proxy = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _broker = new Mosquitto();
        _proxy = new DelayProxy(_broker.Port, Delay);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _proxy?.Dispose();
        _broker?.Dispose();
    }

    [Test]
    public void A_real_broker_answers_to_the_octet(
        [Values(MqttVersion.V311, MqttVersion.V5)] MqttVersion version,
        [Values(0, 1, 2)] int qos
    )
    {
        var exchange = Simulate(version, qos);

        var (answers, _) = Replay(exchange);

        Assert.That(Convert.ToHexString(answers), Is.EqualTo(Convert.ToHexString(Octets(exchange, isUp: false))));
    }

    [Test]
    public void Qualities_of_service_rank_in_time_as_they_do_simulated()
    {
        var simulated = Rank(qos => Simulated(Simulate(MqttVersion.V311, qos)));
        var real = Rank(qos => Median(() => Replay(Simulate(MqttVersion.V311, qos)).Took));

        Assert.That(real, Is.EqualTo(simulated));
    }

    [Test]
    public void A_real_exchange_takes_at_least_as_long_as_the_simulated([Values(0, 1, 2)] int qos)
    {
        var exchange = Simulate(MqttVersion.V311, qos);

        // Timers of the proxy end late, never early; clocks are read to the tick.
        Assert.That(Median(() => Replay(exchange).Took), Is.GreaterThan(Simulated(exchange) - 0.001));
    }

    /// <summary>A whole session with one message: the segments that carry data, in order.</summary>
    private static List<CapturedPacket> Simulate(MqttVersion version, int qos)
    {
        var options = new MqttOptions
        {
            Version = version,
            Qos = qos,
            SessionExpiry = Duration.Zero,
            Connection = ConnectionLife.PerMessage,
        };
        var packets = new SessionBench(new Mqtt(options), new Content(8, 16), 8.MegabitsPerSecond).Run(1, 1.Seconds, 20.Seconds);
        return [.. packets.Where(packet => packet.Payload > 0)];
    }

    /// <summary>From the connection request at the client to the last octet there [s].</summary>
    private static double Simulated(List<CapturedPacket> exchange) =>
        exchange.Last(packet => !packet.IsUp).At.TotalSeconds + Delay.TotalSeconds;

    private static byte[] Octets(IEnumerable<CapturedPacket> exchange, bool isUp) =>
        [.. exchange.Where(packet => packet.IsUp == isUp).SelectMany(packet => packet.Data.ToArray())];

    /// <summary>Sends what the client sent and takes as much as it got, in the same order.</summary>
    private (byte[] Answers, double Took) Replay(List<CapturedPacket> exchange)
    {
        var start = Stopwatch.GetTimestamp();
        using var client = new TcpClient { NoDelay = true };
        client.Connect(IPAddress.Loopback, _proxy.Port);
        client.ReceiveTimeout = 10_000;
        var stream = client.GetStream();
        List<byte> answers = [];
        var took = 0.0;
        foreach (var packet in exchange)
        {
            if (packet.IsUp)
            {
                stream.Write(packet.Data.Span);
            }
            else
            {
                var answer = new byte[packet.Payload];
                stream.ReadExactly(answer);
                answers.AddRange(answer);
                took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }

        return ([.. answers], took);
    }

    private static double Median(Func<double> sample) => Enumerable.Range(0, 5).Select(_ => sample()).Order().ElementAt(2);

    private static int[] Rank(Func<int, double> time) => [.. Enumerable.Range(0, 3).OrderBy(time)];
}

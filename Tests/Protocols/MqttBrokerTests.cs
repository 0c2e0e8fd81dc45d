using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>What a broker does for several clients: a device that publishes, and an application that subscribes to its topic.</summary>
public class MqttBrokerTests
{
    private static readonly MqttOptions Device = new() { Version = MqttVersion.V5 };

    [TestCase("sensors/+/t", 4)]
    [TestCase("sensors/#", 4)]
    [TestCase("sensors/dev0000003/t", 4)]
    [TestCase("sensors/+/u", 5)]
    [TestCase("other/#", 5)]
    public void A_broker_says_whether_anybody_has_subscribed(string filter, int acknowledgement)
    {
        var bench = new Bench(Device, Device with { Filter = filter }).Publish(at: 10).Run();

        // PUBACK of success, or with the reason that there are no matching subscribers.
        Assert.That(
            bench.DeviceSide.Where(packet => !packet.IsUp && packet.Payload is 4 or 5).Select(packet => packet.Payload),
            Is.EqualTo(new[] { acknowledgement })
        );
    }

    [Test]
    public void A_retained_message_waits_for_a_later_subscriber()
    {
        var bench = new Bench(Device with { Retain = true }, Device with { ConnectWithin = 100.Seconds, Filter = "sensors/#" });
        bench.Publish(at: 0).Run();

        // PUBLISH with QoS 1 and the flag of retained messages.
        Assert.That(
            bench.ApplicationSide.Where(packet => packet.Payload > 0).Select(packet => packet.Content[0]),
            Does.Contain((byte)0x33)
        );
    }

    [Test]
    public void Of_a_topic_the_last_message_is_retained()
    {
        var bench = new Bench(Device with { Retain = true }, Device).Publish(at: 1).Publish(at: 2).Publish(at: 3).Run();

        Assert.That(bench.Broker.Retained, Is.EqualTo(1));
    }

    [Test]
    public void A_broker_that_forgets_retains_nothing()
    {
        var bench = new Bench(Device with { Retain = true }, Device).Publish(at: 1);
        bench.Do(10, () => bench.Broker.Restart(1.Seconds, keepsState: false)).Run();

        Assert.That(bench.Broker.Retained, Is.Zero);
    }

    [Test]
    public void A_will_reaches_subscribers_when_the_client_is_silent()
    {
        var bench = new Bench(Device with { WillLength = 7 }, Device).Publish(at: 1);
        bench.Do(10, () => bench.DeviceNode.Stop()).Run(1000);
        var will = bench.ApplicationSide.Last(packet => packet.Payload == 2 + 22 + 2 + 1 + 7);

        // Head, topic, identifier, no properties, content. The device's last packet was the message at 1 s; one and a half of 60 s later the broker gives it up.
        Assert.That(will.At.TotalSeconds, Is.EqualTo(91).Within(0.2));
    }

    [Test]
    public void A_client_that_says_goodbye_leaves_no_will()
    {
        var bench = new Bench(Device with { WillLength = 7, Connection = ConnectionLife.PerMessage }, Device).Publish(at: 1).Run(1000);

        Assert.That(bench.Broker.Wills, Is.Zero);
    }

    [Test]
    public void An_alias_spares_the_topic_from_the_second_message_on()
    {
        var bench = new Bench(Device with { TopicAlias = true }, Device).Publish(at: 1).Publish(at: 2).Publish(at: 3).Run();

        // In full with the alias of three octets, and then without the topic's twenty.
        Assert.That(
            bench
                .DeviceSide.Where(packet => packet.IsUp && packet.Payload is > 20 and < 50 && packet.At.TotalSeconds >= 1.04)
                .Select(packet => packet.Payload),
            Is.EqualTo(new[] { 46, 26, 26 })
        );
    }

    [Test]
    public void A_session_that_has_expired_is_not_resumed()
    {
        var outage = new Outages([(SimTime.Start + 10.Seconds, SimTime.Start + 5000.Seconds)]);
        var options = new MqttOptions { SessionExpiry = 1000.Seconds };
        var hop = new Hop(new Mqtt(options), content: new Content(8, 16), serverIsNear: true, outages: outage);

        // SUBSCRIBE again, with an identifier of its own.
        Assert.That(Subscriptions(hop.Run(6000).Log), Is.EqualTo(2));
    }

    [Test]
    public void A_session_that_is_remembered_needs_no_second_subscription()
    {
        var outage = new Outages([(SimTime.Start + 10.Seconds, SimTime.Start + 5000.Seconds)]);
        var hop = new Hop(new Mqtt(new MqttOptions()), content: new Content(8, 16), serverIsNear: true, outages: outage);

        Assert.That(Subscriptions(hop.Run(6000).Log), Is.EqualTo(1));
    }

    [Test]
    public void A_clean_session_loses_what_comes_while_the_subscriber_is_away()
    {
        var outage = new Outages([(SimTime.Start + 10.Seconds, SimTime.Start + 5000.Seconds)]);
        var options = new MqttOptions { SessionExpiry = Duration.Zero };
        var hop = new Hop(new Mqtt(options), content: new Content(8, 16), serverIsNear: true, outages: outage).Send(at: 3000);

        Assert.That(hop.Run(6000).Log.Gone.Select(entry => entry.Reason), Is.EqualTo(new[] { DropReason.Outage }));
    }

    [Test]
    public void Every_exchange_of_QoS_2_takes_four_packets_of_MQTT()
    {
        var hop = new Hop(new Mqtt(new MqttOptions { Qos = 2, KeepAlive = Duration.Zero }), content: new Content(8, 16)).Send(2, every: 10);
        var packets = hop.Run().Log.Packets.Where(packet => packet.At.TotalSeconds > 9 && packet.Payload > 0);

        // PUBLISH, PUBREC, PUBREL, PUBCOMP.
        Assert.That(packets.Select(packet => packet.Content[0] >> 4), Is.EqualTo(new[] { 3, 5, 6, 7 }));
    }

    private static int Subscriptions(MessageLog log) =>
        log.Packets.Count(packet => packet is { IsUp: false, Payload: 18 } && packet.Content[0] == 0x82);

    private sealed class Bench
    {
        private readonly Simulation _simulation = new();
        private readonly Branch _root = new(new Relation(0, "reading", ["broker"], new Content(8, 16), null), -1, null, []);
        private int _serial;

        public Bench(MqttOptions device, MqttOptions application)
        {
            _root.Grow(0, ["waiting", "link", "processing"]).Seat(0);
            var observers = new Observers();
            DeviceNode = new Node(_simulation, Entity.Of("device", 3), observers);
            var broker = new Node(_simulation, Entity.Of("server"), observers);
            var reader = new Node(_simulation, Entity.Of("application"), observers);
            var settings = new LinkSettings { Rate = 8.MegabitsPerSecond, Delay = DelayModel.Constant(10.Milliseconds) };
            var link = new Link("link", _simulation, observers, null, settings, settings);
            var (up, down) = link.Join(new Port(DeviceNode), new Port(broker));
            var tap = new Tap(DeviceSide, _simulation);
            var session = new Mqtt(device).Connect(new SessionPlan(DeviceNode, broker, [tap.On(up, true)], [tap.On(down, false)]));
            (up, down) = link.Join(new Port(broker), new Port(reader));
            tap = new Tap(ApplicationSide, _simulation);
            var other = new Mqtt(application).Connect(
                new SessionPlan(broker, reader, [tap.On(up, true)], [tap.On(down, false)], true, true)
            );
            DeviceNode.Connect([new EdgeSessions([session])]);
            broker.Connect([new EdgeSessions([session])]);
            Broker = MqttBroker.At(broker);
            session.Open();
            other.Open();
        }

        public MqttBroker Broker { get; }

        public Node DeviceNode { get; }

        public List<CapturedPacket> DeviceSide { get; } = [];

        public List<CapturedPacket> ApplicationSide { get; } = [];

        public Bench Publish(double at) =>
            Do(at, () => DeviceNode.Originate(new Message(_root, DeviceNode.Entity, _serial++, _simulation.Now)));

        public Bench Do(double at, Action action)
        {
            _simulation.At(SimTime.Start + at.Seconds, new Act(action));
            return this;
        }

        public Bench Run(double seconds = 500)
        {
            _simulation.RunUntil(SimTime.Start + seconds.Seconds);
            return this;
        }
    }
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

/// <summary>What messages and sessions cost in memory.</summary>
public class BudgetTests
{
    [TestCase(false)]
    [TestCase(true)]
    public void A_datagram_costs_no_allocation_once_some_have_been_sent(bool confirmed)
    {
        Assert.That(AllocatedPerMessage(new Udp(new UdpOptions { Confirmed = confirmed })), Is.Zero);
    }

    [Test]
    public void A_message_on_an_open_connection_allocates_less_than_2_kilobytes()
    {
        Assert.That(AllocatedPerMessage(new Mqtt(new MqttOptions { KeepAlive = Duration.Zero })), Is.LessThan(2000));
    }

    [Test]
    public void An_idle_session_over_an_open_connection_takes_less_than_3_kilobytes()
    {
        const int Sessions = 2000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var fleet = new Fleet(new Mqtt(new MqttOptions()), Sessions);
        fleet.Send();
        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(fleet);

        // With its node, its legs on the link and its alarms; of other threads nothing of that size is expected.
        Assert.That(taken / Sessions, Is.LessThan(3000));
    }

    private static double AllocatedPerMessage(Protocol protocol)
    {
        const int Messages = 1000;
        var fleet = new Fleet(protocol, 1);
        for (var i = 0; i < 100; i++)
        {
            fleet.Send();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Messages; i++)
        {
            fleet.Send();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Messages;
    }

    private sealed class Fleet
    {
        private readonly Simulation _simulation = new();
        private readonly Node[] _nodes;
        private readonly Session[] _sessions;
        private readonly Branch _root = new(new Relation(0, "reading", ["far"], new Content(4, 16), null), -1, null, []);
        private int _serial;

        public Fleet(Protocol protocol, int size)
        {
            _root.Grow(0, ["waiting", "link", "processing"]).Seat(0);
            var observers = new Observers();
            var far = new Node(_simulation, Entity.Of("far"), observers);
            var settings = new LinkSettings { Rate = 1000.MegabitsPerSecond };
            var link = new Link("link", _simulation, observers, null, settings, settings);
            _nodes = [.. Enumerable.Range(0, size).Select(i => new Node(_simulation, Entity.Of("near", i), observers))];
            _sessions = new Session[size];
            for (var i = 0; i < size; i++)
            {
                var (up, down) = link.Join(new Port(_nodes[i]), new Port(far));
                _sessions[i] = protocol.Connect(new SessionPlan(_nodes[i], far, [up], [down]));
                _nodes[i].Connect([new EdgeSessions(_sessions[i])]);
                _sessions[i].Open();
            }
        }

        /// <summary>A message from each device, and ten seconds.</summary>
        public void Send()
        {
            foreach (var node in _nodes)
            {
                node.Originate(new Message(_root, node.Entity, _serial++, _simulation.Now));
            }

            _simulation.RunUntil(_simulation.Now + 10.Seconds);
        }
    }
}

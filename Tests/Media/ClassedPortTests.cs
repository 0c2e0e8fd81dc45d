using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

/// <summary>Frames of several classes at one port of 8 Mbit/s, where an octet takes a microsecond.</summary>
public class ClassedPortTests
{
    /// <summary>Octets on the wire until a tagged frame of 1000 B has gone, and until the next may start.</summary>
    private const int Sent = 1030;
    private const int Occupied = 1042;

    [Test]
    public void An_urgent_frame_overtakes_what_waits_but_not_what_is_being_sent()
    {
        var port = new OnePort();
        port.Send(0, 0, 0);
        port.Send(1, 0, 10);
        port.Send(2, 6, 20);

        Assert.That(port.Log.Arrived.Select(frame => frame.Number), Is.EqualTo(new[] { 0, 2, 1 }));
    }

    [Test]
    public void Each_starts_when_the_one_before_has_left_with_its_gap()
    {
        var port = new OnePort();
        port.Send(0, 0, 0);
        port.Send(1, 0, 10);
        port.Send(2, 6, 20);

        // By hand: starts at 0, 1042 and 2084 us; each is at the switch 1030 us later, and as long at the other end.
        Assert.That(
            port.Log.Arrived.Select(frame => frame.At),
            Is.EqualTo(new[] { 2 * Sent, Occupied + 2 * Sent, 2 * Occupied + 2 * Sent }.Select(at => SimTime.Start + at.Microseconds))
        );
    }

    [Test]
    public void Frames_of_a_class_keep_their_order()
    {
        var port = new OnePort();
        for (var i = 0; i < 5; i++)
        {
            port.Send(i, 6, i);
        }

        Assert.That(port.Log.Arrived.Select(frame => frame.Number), Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
    }

    [Test]
    public void Background_waits_behind_best_effort()
    {
        var port = new OnePort();
        port.Send(0, 0, 0);
        port.Send(1, 1, 10);
        port.Send(2, 0, 20);

        Assert.That(port.Log.Arrived.Select(frame => frame.Number), Is.EqualTo(new[] { 0, 2, 1 }));
    }

    [Test]
    public void A_full_queue_of_one_class_leaves_the_others_their_room()
    {
        // Room for two frames a class: the one being sent has 1022 octets left when the third of its class comes.
        var port = new OnePort(queue: 2 * Occupied);
        port.Send(0, 0, 0);
        port.Send(1, 0, 10);
        port.Send(2, 0, 20);
        port.Send(3, 6, 30);
        port.Send(4, 6, 40);

        Assert.That(
            (port.Log.Dropped.Single(), port.Log.Arrived.Select(frame => frame.Number)),
            Is.EqualTo(((2, DropReason.QueueFull), new[] { 0, 3, 4, 1 }))
                .Using<((int, DropReason) Lost, IEnumerable<int> Order)>((a, b) => a.Lost == b.Lost && a.Order.SequenceEqual(b.Order))
        );
    }

    [TestCase(8)]
    [TestCase(-1)]
    public void A_priority_that_no_tag_holds_is_refused(int priority) =>
        Assert.That(() => TrafficClass.Tagged(priority), Throws.TypeOf<ArgumentOutOfRangeException>());

    /// <summary>A sender whose classes have a receiver each, so that only its own port has queues.</summary>
    private sealed class OnePort
    {
        private readonly FrameLog _log = new();
        private readonly Leg[] _legs;
        private bool _hasRun;

        public OnePort(int queue = 1_000_000)
        {
            var cable = new LinkSettings { Rate = 8.MegabitsPerSecond, QueueBytes = queue };
            var lan = new SwitchedLan("lan", _log.Simulation, _log.Observers, cable, Duration.Zero, 1, 1.Hours);
            _legs =
            [
                .. Enumerable
                    .Range(0, 8)
                    .Select(priority =>
                        lan.Join(
                            _log.Near,
                            new Node(_log.Simulation, Entity.Of("far", priority), _log.Observers),
                            TrafficClass.Tagged(priority)
                        ).Up
                    ),
            ];
        }

        public FrameLog Log
        {
            get
            {
                if (!_hasRun)
                {
                    _log.Simulation.Run();
                    _hasRun = true;
                }

                return _log;
            }
        }

        public void Send(int number, int priority, int microsecond)
        {
            var at = SimTime.Start + microsecond.Microseconds;
            _log.Simulation.RunUntil(at);
            _log.Leg = _legs[priority];
            _log.Send(number, 1000, at);
        }
    }
}

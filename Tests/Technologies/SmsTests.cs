using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.Gsm;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class SmsTests
{
    private static readonly SmsOptions Reachable = new()
    {
        Unreachable = 0,
        AirDeviation = Duration.Zero,
        CentreMost = 1.Seconds,
    };

    [TestCase(0, 1)]
    [TestCase(140, 1)]
    [TestCase(141, 2)]
    [TestCase(268, 2)]
    [TestCase(269, 3)]
    public void Content_beyond_140_octets_takes_parts_of_134(int octets, int parts) =>
        Assert.That(ShortMessage.Parts(octets), Is.EqualTo(parts));

    [TestCase(20, 0, 13 + 20)]
    [TestCase(200, 0, 13 + 6 + 134)]
    [TestCase(200, 1, 13 + 6 + 66)]
    public void A_part_has_a_header_of_its_own(int octets, int part, int length) =>
        Assert.That(ShortMessage.LengthOf(octets, part), Is.EqualTo(length));

    [TestCase(SmsEnd.Mobile, SmsEnd.Mobile, 2.5 + 1 + 2.5)]
    [TestCase(SmsEnd.Mobile, SmsEnd.LargeAccount, 2.5 + 1 + 0.1)]
    [TestCase(SmsEnd.LargeAccount, SmsEnd.Mobile, 0.1 + 1 + 2.5)]
    public void A_message_takes_its_time_on_the_air_and_in_the_centre(SmsEnd near, SmsEnd far, double seconds)
    {
        var service = new Service(Reachable with { Near = near, Far = far }).Send(0);

        Assert.That(service.Run(1.Hours).Log.DeliveryTimes.Single(), Is.EqualTo(SimTime.Start + seconds.Seconds));
    }

    [Test]
    public void Parts_follow_each_other_on_the_air()
    {
        var service = new Service(Reachable, octets: 300).Send(0);

        // Three parts; the last leaves the sender after 7.5 s, when the receiver has taken the first.
        Assert.That(service.Run(1.Hours).Log.DeliveryTimes.Single(), Is.EqualTo(SimTime.Start + 11.Seconds));
    }

    [Test]
    public void Messages_of_a_sender_follow_each_other_and_wait()
    {
        var service = new Service(Reachable).Send(0).Send(1);

        Assert.That(
            service.Run(1.Hours).Log.DeliveredMessages.Select(message => (message.TimeIn(0), message.TimeIn(1))),
            Is.EqualTo(new[] { (Duration.Zero, 6.Seconds), (2.5.Seconds, 6.Seconds) })
        );
    }

    [Test]
    public void A_sender_keeps_so_many_messages()
    {
        var service = new Service(Reachable with { Buffer = 2 }).Send(0).Send(1).Send(2);

        Assert.That(service.Run(1.Hours).Log.Drops, Is.EqualTo(new[] { DropReason.QueueFull }));
    }

    [Test]
    public void A_receiver_that_is_down_gets_no_message_within_the_validity()
    {
        var service = new Service(Reachable).Send(0);
        service.End.Stop();

        Assert.That(service.Run(2.Days).Log.Drops, Is.EqualTo(new[] { DropReason.RetriesExhausted }));
    }

    [Test]
    public void A_receiver_that_comes_back_gets_the_message_with_the_next_attempt([Values] bool alert)
    {
        // Away nearly always; attempts after 5, 15, 35 min, and every hour.
        var options = Reachable with
        {
            Unreachable = 0.99,
            Absence = 3.Hours,
            Validity = 7.Days,
            Alert = alert,
        };
        var log = new Service(options).Send(0).Run(8.Days).Log;

        var minutes = (log.DeliveryTimes.Single() - SimTime.Start - 6.Seconds).TotalSeconds / 60;
        var schedule = new[] { 0.0, 5, 15, 35, 75 }.Concat(Enumerable.Range(1, 200).Select(hour => 75.0 + 60 * hour));
        Assert.That(schedule.Any(attempt => Math.Abs(attempt - minutes) < 1e-6), Is.Not.EqualTo(alert));
    }

    [Test]
    public void A_share_of_short_messages_vanishes()
    {
        var service = new Service(Reachable with { Loss = 0.3 });
        for (var i = 0; i < 2000; i++)
        {
            service.Run(10.Seconds * (long)i).Send(i);
        }

        // Standard error √(0.3 · 0.7 / 2000) = 0.0102; 2.6 of them are 99 %.
        Assert.That(service.Run(1.Days).Log.Drops.Count / 2000.0, Is.EqualTo(0.3).Within(2.6 * 0.0102));
    }

    [Test]
    public void The_far_end_answers_over_the_same_service()
    {
        var service = new Service(Reachable);
        service.Session.Send(service.Message(service.End, 0), service.End);

        Assert.That(service.Run(1.Hours).Log.DeliveryTimes.Single(), Is.EqualTo(SimTime.Start + 6.Seconds));
    }

    [TestCase(134 * 255, true)]
    [TestCase(134 * 255 + 1, false)]
    public void Content_beyond_255_parts_is_refused(int octets, bool isCarried) =>
        Assert.That(new Sms(Reachable).Refuses([new DeviceFlow(new Content(octets, 8), 0)]) is null, Is.EqualTo(isCarried));

    [TestCase(0.39, true)]
    [TestCase(0.41, false)]
    public void More_than_a_sender_has_time_for_is_refused(double perSecond, bool isCarried) =>
        Assert.That(new Sms(Reachable).Refuses([new DeviceFlow(new Content(10, 8), perSecond)]) is null, Is.EqualTo(isCarried));

    [Test]
    public void A_service_centre_whose_least_time_is_above_its_greatest_is_refused() =>
        Assert.That(() => new Service(Reachable with { CentreLeast = 3.Seconds }), Throws.ArgumentException);

    /// <summary>A device and a person.</summary>
    private sealed class Service
    {
        private readonly Simulation _simulation = new();
        private readonly Branch _root;
        private readonly Node _device;

        public Service(SmsOptions options, int octets = 20)
        {
            var observers = new Observers();
            observers.Add(Log);
            _root = new Branch(new Relation(0, "alarm", ["person"], new Content(octets, 8), null), -1, null, []);
            _root.Grow(0, ["waiting", "short message", "processing"]).Seat(0);
            _device = new Node(_simulation, Entity.Of("sensor"), observers);
            End = new Node(_simulation, Entity.Of("person"), observers);
            Session = new Sms(options).Install(new Site(_simulation, observers, [_device], 100, new Demand(1, 20))).Join(_device, End);
            _device.Connect([new EdgeSessions([Session])]);
        }

        public LoRaWanBench.EventLog Log { get; } = new();
        public Node End { get; }
        public Session Session { get; }

        public Message Message(Node source, int serial) =>
            new Message(_root, source.Entity, serial, _simulation.Now).Towards(_root.Children[0]);

        public Service Send(int serial)
        {
            _device.Originate(new Message(_root, _device.Entity, serial, _simulation.Now));
            return this;
        }

        public Service Run(Duration time)
        {
            _simulation.RunUntil(SimTime.Start + time);
            return this;
        }
    }
}

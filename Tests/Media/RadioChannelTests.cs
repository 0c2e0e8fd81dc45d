using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class RadioChannelTests
{
    private static readonly double[,] SixOfOne =
    {
        { 6 },
    };
    private static readonly RejectionRule SixDecibels = RejectionRule.Capture(6);

    [Test]
    public void A_frame_alone_on_the_air_is_received()
    {
        var air = new Air(SixDecibels);

        air.Send(at: 0, length: 100, dBm: -90);

        Assert.That(air.Run(), Is.EqualTo(new[] { Reception.Received }));
    }

    [Test]
    public void Frames_of_equal_power_destroy_each_other()
    {
        var air = new Air(SixDecibels);

        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 50, length: 100, dBm: -90);

        Assert.That(air.Run(), Is.EqualTo(new[] { Reception.Destroyed, Reception.Destroyed }));
    }

    [TestCase(0, 50)]
    [TestCase(50, 0)]
    public void The_stronger_frame_is_captured_whichever_came_first(int strong, int weak)
    {
        var air = new Air(SixDecibels);

        air.Send(strong, 100, dBm: -80);
        air.Send(weak, 100, dBm: -90);

        Assert.That(air.Run(), Is.EqualTo(new[] { Reception.Received, Reception.Destroyed }));
    }

    [Test]
    public void A_short_overlap_does_less_harm_than_a_long_one()
    {
        var air = new Air(SixDecibels);

        // Own energy is ten times that of the overlap: 10 dB, above the 6 dB that it takes.
        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 90, length: 100, dBm: -90);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.Received));
    }

    [Test]
    public void Weak_interferers_add_up()
    {
        var air = new Air(SixDecibels);

        // One of 7 dB less is harmless, two of them leave 4 dB.
        air.Send(at: 0, length: 100, dBm: -80);
        air.Send(at: 0, length: 100, dBm: -87);
        air.Send(at: 0, length: 100, dBm: -87);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.Destroyed));
    }

    [Test]
    public void Where_the_strongest_counts_weak_interferers_do_not_add_up()
    {
        var air = new Air(new RejectionRule(SixOfOne) { Sum = InterferenceSum.StrongestPower });

        air.Send(at: 0, length: 100, dBm: -80);
        air.Send(at: 0, length: 100, dBm: -87);
        air.Send(at: 0, length: 100, dBm: -87);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.Received));
    }

    [Test]
    public void Where_the_strongest_counts_a_short_overlap_does_all_the_harm()
    {
        var air = new Air(new RejectionRule(SixOfOne) { Sum = InterferenceSum.StrongestPower });

        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 90, length: 100, dBm: -90);

        Assert.That(air.Run(), Is.All.EqualTo(Reception.Destroyed));
    }

    [TestCase(10, Reception.Received)]
    [TestCase(9, Reception.Destroyed)]
    public void The_lead_of_a_younger_frame_may_be_overlapped(int lead, Reception expected)
    {
        var rule = new RejectionRule(SixOfOne) { Sum = InterferenceSum.StrongestPower, Lead = [lead.Milliseconds] };
        var air = new Air(rule);

        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 90, length: 100, dBm: -90);

        Assert.That(air.Run(), Is.All.EqualTo(expected));
    }

    [Test]
    public void Frames_on_other_channels_do_no_harm()
    {
        var air = new Air(SixDecibels);

        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 0, length: 100, dBm: -90, channel: 1);

        Assert.That(air.Run(), Is.All.EqualTo(Reception.Received));
    }

    [Test]
    public void Frames_that_follow_each_other_without_a_gap_do_no_harm()
    {
        var air = new Air(RejectionRule.AnyOverlapDestroys);

        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 100, length: 100, dBm: -90);

        Assert.That(air.Run(), Is.All.EqualTo(Reception.Received));
    }

    [Test]
    public void A_frame_below_the_sensitivity_is_not_received_but_harms()
    {
        var air = new Air(RejectionRule.AnyOverlapDestroys);

        air.Send(at: 0, length: 100, dBm: -121);
        air.Send(at: 50, length: 100, dBm: -90);

        Assert.That(air.Run(), Is.EqualTo(new[] { Reception.TooWeak, Reception.Destroyed }));
    }

    [Test]
    public void A_frame_that_finds_all_demodulators_taken_is_lost()
    {
        var air = new Air(SixDecibels, demodulators: 1);

        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 50, length: 100, dBm: -90, channel: 1);
        air.Send(at: 150, length: 100, dBm: -90, channel: 1);

        Assert.That(air.Run(), Is.EqualTo(new[] { Reception.Received, Reception.NoDemodulator, Reception.Received }));
    }

    [Test]
    public void A_frame_that_will_be_destroyed_takes_a_demodulator_all_the_same()
    {
        var air = new Air(SixDecibels, demodulators: 2);

        air.Send(at: 0, length: 100, dBm: -90);
        air.Send(at: 10, length: 100, dBm: -90);
        air.Send(at: 20, length: 100, dBm: -90, channel: 1);

        Assert.That(air.Run()[2], Is.EqualTo(Reception.NoDemodulator));
    }

    [TestCase(0, TestName = "A receiver that begins to transmit loses what it was receiving")]
    [TestCase(30, TestName = "A receiver that transmits does not hear what begins meanwhile")]
    public void A_receiver_that_transmits_hears_nothing(int start)
    {
        var air = new Air(SixDecibels);

        air.Send(start, length: 100, dBm: -90);
        air.Deafen(from: 20, until: 40);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.ReceiverBusy));
    }

    [Test]
    public void A_receiver_that_has_transmitted_hears_again()
    {
        var air = new Air(SixDecibels);

        air.Deafen(from: 20, until: 40);
        air.Send(at: 40, length: 100, dBm: -90);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.Received));
    }

    [Test]
    public void A_frame_destroyed_at_one_receiver_may_be_received_at_another()
    {
        var air = new Air(SixDecibels, receivers: 2);

        air.Send(0, 100, 0, [(0, -90), (1, -90)]);
        air.Send(0, 100, 0, [(0, -90)]);

        air.Run();
        Assert.That(air.Receptions(0), Is.EqualTo(new[] { Reception.Destroyed, Reception.Received }));
    }

    [TestCase(-121, -90, DropReason.Collision)]
    [TestCase(-121, -121, DropReason.OutOfRange)]
    public void The_reason_of_a_loss_is_that_of_the_receiver_at_which_it_came_furthest(double first, double second, DropReason expected)
    {
        var air = new Air(RejectionRule.AnyOverlapDestroys, receivers: 2);

        air.Send(0, 100, 0, [(0, first), (1, second)]);
        air.Send(0, 100, 0, [(0, -90), (1, -90)]);

        air.Run();
        Assert.That(air.Reason(0), Is.EqualTo(expected));
    }

    [Test]
    public void A_frame_that_nobody_can_hear_is_out_of_range()
    {
        var air = new Air(SixDecibels);

        air.Send(0, 100, 0, []);

        air.Run();
        Assert.That(air.Reason(0), Is.EqualTo(DropReason.OutOfRange));
    }

    [Test]
    public void A_route_cannot_cross_a_radio_channel()
    {
        var channel = new RadioChannel("air", new Simulation(), [], 1, SixDecibels);

        Assert.That(() => channel.Send(default), Throws.TypeOf<NotSupportedException>().With.Message.Contains("'air'"));
    }

    [Test]
    public void A_table_that_is_not_square_is_refused()
    {
        Assert.That(() => new RejectionRule(new double[2, 3]), Throws.ArgumentException.With.Message.Contains("2 rows and 3 columns"));
    }

    /// <summary>Sends frames at times in milliseconds and collects what became of them at the first receiver.</summary>
    private sealed class Air : IEventTarget
    {
        private readonly Simulation _simulation = new();
        private readonly RadioChannel _channel;
        private readonly List<(int Length, int Channel, Reach[] Reaches)> _frames = [];
        private readonly List<TestTransmission> _sent = [];
        private long _deafUntil;

        public Air(RejectionRule rule, int demodulators = RadioReceiver.Unlimited, int receivers = 1)
        {
            var all = Enumerable.Range(0, receivers).Select(_ => new RadioReceiver([-120], demodulators));
            _channel = new RadioChannel("air", _simulation, [.. all], 2, rule);
        }

        public void Send(int at, int length, double dBm, int channel = 0) => Send(at, length, channel, [(0, dBm)]);

        public void Send(int at, int length, int channel, (int Receiver, double DBm)[] powers)
        {
            _simulation.At(SimTime.Start + at.Milliseconds, this, _frames.Count);
            _sent.Add(new TestTransmission(_ => { }));
            _frames.Add((length, channel, [.. powers.Select(p => new Reach(p.Receiver, (float)Math.Pow(10, p.DBm / 10)))]));
        }

        public void Deafen(int from, int until)
        {
            _deafUntil = until;
            _simulation.At(SimTime.Start + from.Milliseconds, this, -1);
        }

        public Reception[] Run()
        {
            _simulation.Run();
            return [.. _sent.Where(t => t.Reaches.Count > 0).Select(t => t.ReceptionAt(0))];
        }

        public Reception[] Receptions(int frame) => [.. _sent[frame].Reaches.Select((_, i) => _sent[frame].ReceptionAt(i))];

        public DropReason Reason(int frame) => _sent[frame].LossReason();

        void IEventTarget.Fire(long token)
        {
            if (token < 0)
            {
                _channel.Receivers[0].DeafenUntil(SimTime.Start + ((int)_deafUntil).Milliseconds);
                return;
            }

            var (length, channel, reaches) = _frames[(int)token];
            _channel.Begin(_sent[(int)token], channel, 0, length.Milliseconds, reaches);
        }
    }
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class NarrowbandChannelTests
{
    private const double Destroys = double.PositiveInfinity;

    [TestCase(99, Reception.Destroyed)]
    [TestCase(100, Reception.Received)]
    public void Frames_meet_if_their_carriers_are_nearer_than_their_bandwidth(double hertz, Reception expected)
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        air.Send(at: 0, length: 100, carrier: 5_000);
        air.Send(at: 50, length: 100, carrier: 5_000 + hertz);

        Assert.That(air.Run(), Is.All.EqualTo(expected));
    }

    [TestCase(99, Reception.Destroyed)]
    [TestCase(100, Reception.Received)]
    public void Frames_meet_if_they_overlap_in_time(int at, Reception expected)
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        air.Send(at: 0, length: 100, carrier: 5_000);
        air.Send(at, length: 100, carrier: 5_000);

        Assert.That(air.Run(), Is.All.EqualTo(expected));
    }

    [Test]
    public void Frames_at_the_edges_of_the_band_meet_those_near_them()
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        air.Send(at: 0, length: 100, carrier: 0);
        air.Send(at: 0, length: 100, carrier: 90);
        air.Send(at: 0, length: 100, carrier: 10_000);
        air.Send(at: 0, length: 100, carrier: 9_901);

        Assert.That(air.Run(), Is.All.EqualTo(Reception.Destroyed));
    }

    [TestCase(0, Reception.Destroyed, TestName = "Equal power on the same carrier leaves 0 dB")]
    [TestCase(80, Reception.Destroyed, TestName = "A fifth of the other's bandwidth leaves 7 dB")]
    [TestCase(85, Reception.Received, TestName = "Less of it leaves more than 8 dB")]
    public void Only_the_energy_within_the_own_bandwidth_counts(double hertz, Reception expected)
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), 8));

        air.Send(at: 0, length: 100, carrier: 5_000);
        air.Send(at: 0, length: 100, carrier: 5_000 + hertz);

        Assert.That(air.Run(), Is.All.EqualTo(expected));
    }

    [Test]
    public void A_wide_frame_spares_a_narrow_one_most_of_its_energy_and_takes_all_of_the_other()
    {
        // The narrow frame takes a hundredth of the wide one's energy, 20 dB less; the wide one all of the narrow one's, while it overlaps.
        var air = new Air(new NarrowbandWaveform(new Frequency(50), 10), new NarrowbandWaveform(new Frequency(5_000), 10));

        air.Send(at: 0, length: 100, carrier: 4_000, waveform: 0);
        air.Send(at: 0, length: 100, carrier: 5_000, waveform: 1);

        Assert.That(air.Run(), Is.EqualTo(new[] { Reception.Received, Reception.Destroyed }));
    }

    [TestCase(7_524, Reception.Destroyed)]
    [TestCase(7_525, Reception.Received)]
    public void Waveforms_meet_within_half_the_sum_of_their_bandwidths(double carrier, Reception expected)
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(50), Destroys), new NarrowbandWaveform(new Frequency(5_000), Destroys));

        air.Send(at: 0, length: 100, carrier: 5_000, waveform: 1);
        air.Send(at: 10, length: 100, carrier, waveform: 0);

        Assert.That(air.Run(), Is.All.EqualTo(expected));
    }

    [Test]
    public void Interference_of_all_waveforms_adds_up()
    {
        // Either alone leaves 12 dB or 10 dB of the ten milliwatts; both together 7.9 dB.
        var air = new Air(new NarrowbandWaveform(new Frequency(100), 8), new NarrowbandWaveform(new Frequency(1_000), 8));

        air.Send(at: 0, length: 100, carrier: 5_000, milliwatts: 10);
        air.Send(at: 0, length: 100, carrier: 5_000, milliwatts: 0.63f);
        air.Send(at: 0, length: 100, carrier: 5_000, waveform: 1, milliwatts: 10);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.Destroyed));
    }

    [Test]
    public void A_frame_that_has_ended_harms_nobody_and_may_be_sent_again()
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        air.Send(at: 0, length: 100, carrier: 5_000);
        air.Send(at: 50, length: 100, carrier: 5_000);
        air.SendAgain(at: 200, length: 100, carrier: 5_000);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.Received));
    }

    [Test]
    public void A_receiver_that_transmits_hears_nothing()
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        air.Receiver.DeafenUntil(SimTime.Start + 10.Milliseconds);
        air.Send(at: 0, length: 100, carrier: 5_000);

        Assert.That(air.Run()[0], Is.EqualTo(Reception.ReceiverBusy));
    }

    [Test]
    public void The_use_of_the_band_is_airtime_times_bandwidth_over_its_width()
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        air.Send(at: 0, length: 1000, carrier: 5_000);
        air.Send(at: 0, length: 1000, carrier: 7_000);
        air.Run();

        Assert.That(air.Channel.Busy, Is.EqualTo(20.Milliseconds));
    }

    [TestCase(-1)]
    [TestCase(10_001)]
    [TestCase(double.NaN)]
    public void A_carrier_outside_the_band_is_refused(double carrier)
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        air.Send(at: 0, length: 100, carrier);

        Assert.That(air.Run, Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("10000 Hz"));
    }

    [Test]
    public void A_transmission_allocates_nothing()
    {
        var simulation = new Simulation();
        var channel = new NarrowbandChannel(
            "air",
            simulation,
            [new RadioReceiver([-120])],
            new Frequency(0),
            new Frequency(10_000),
            [new NarrowbandWaveform(new Frequency(100), 8)]
        );
        Reach[] reaches = [new(0, 1f)];
        NarrowbandFrame[] frames = [.. Enumerable.Range(0, 50).Select(_ => new NarrowbandFrame())];

        void Round()
        {
            for (var i = 0; i < frames.Length; i++)
            {
                channel.Begin(frames[i], 0, new Frequency(40 * i), 100.Milliseconds, reaches);
            }

            simulation.Run();
        }

        Round();
        Round();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Round();

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void A_route_cannot_cross_it()
    {
        var air = new Air(new NarrowbandWaveform(new Frequency(100), Destroys));

        Assert.That(() => air.Channel.Send(default), Throws.TypeOf<NotSupportedException>().With.Message.Contains("'air'"));
    }

    private sealed class NarrowbandFrame : NarrowbandTransmission
    {
        protected internal override void Ended() { }
    }

    /// <summary>Sends frames at times in milliseconds in a band of 10 kHz and collects what became of them at its receiver.</summary>
    private sealed class Air : IEventTarget
    {
        private readonly Simulation _simulation = new();
        private readonly List<(NarrowbandFrame Frame, int Length, double Carrier, int Waveform, float Milliwatts)> _plan = [];
        private readonly List<NarrowbandFrame> _frames = [];

        public Air(params NarrowbandWaveform[] waveforms)
        {
            Receiver = new RadioReceiver([.. waveforms.Select(_ => -120.0)]);
            Channel = new NarrowbandChannel("air", _simulation, [Receiver], new Frequency(0), new Frequency(10_000), waveforms);
        }

        public RadioReceiver Receiver { get; }

        public NarrowbandChannel Channel { get; }

        public void Send(int at, int length, double carrier, int waveform = 0, float milliwatts = 1)
        {
            _frames.Add(new NarrowbandFrame());
            _simulation.At(SimTime.Start + at.Milliseconds, this, _plan.Count);
            _plan.Add((_frames[^1], length, carrier, waveform, milliwatts));
        }

        /// <summary>The first frame once more.</summary>
        public void SendAgain(int at, int length, double carrier)
        {
            _simulation.At(SimTime.Start + at.Milliseconds, this, _plan.Count);
            _plan.Add((_frames[0], length, carrier, 0, 1));
        }

        public Reception[] Run()
        {
            _simulation.Run();
            return [.. _frames.Select(frame => frame.ReceptionAt(0))];
        }

        void IEventTarget.Fire(long token)
        {
            var (frame, length, carrier, waveform, milliwatts) = _plan[(int)token];
            Channel.Begin(frame, waveform, new Frequency(carrier), length.Milliseconds, [new Reach(0, milliwatts)]);
        }
    }
}

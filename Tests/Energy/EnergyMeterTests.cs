using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Energy;

public sealed class EnergyMeterTests
{
    private const int Sleep = 0;
    private const int Transmit = 1;
    private static readonly PowerProfile Radio = new("radio", 3, [new("sleep", 1e-6), new("transmit", 0.1)]) { Transmit = Transmit };

    [Test]
    public void A_stay_charged_in_advance_counts_from_the_beginning_of_the_window()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Spend(Transmit, 5.Seconds, At(8));

        Assert.That(meter.TimeIn(Transmit), Is.EqualTo(3.Seconds));
    }

    [Test]
    public void A_stay_charged_in_advance_counts_until_the_end_of_the_window()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Spend(Transmit, 5.Seconds, At(98));

        Assert.That(meter.TimeIn(Transmit), Is.EqualTo(2.Seconds));
    }

    [Test]
    public void States_fill_the_window_however_stays_lie_across_its_ends()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Spend(Transmit, 5.Seconds, At(8));
        meter.Spend(Transmit, 5.Seconds, At(98));
        meter.Settle(At(100));

        Assert.That(meter.TimeIn(Sleep) + meter.TimeIn(Transmit), Is.EqualTo(90.Seconds));
    }

    [Test]
    public void Time_taken_back_returns_to_the_base_state()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Spend(Transmit, 20.Seconds, At(20));
        meter.Spend(Transmit, At(30), -10.Seconds, At(30));
        meter.Settle(At(100));

        Assert.That(meter.TimeIn(Sleep), Is.EqualTo(80.Seconds));
    }

    [Test]
    public void A_stay_that_is_put_off_beyond_the_window_does_not_count()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Spend(Transmit, At(90), 20.Seconds, At(80));
        meter.Move(Transmit, At(90), At(95), 20.Seconds);

        Assert.That(meter.TimeIn(Transmit), Is.EqualTo(5.Seconds));
    }

    [Test]
    public void A_stopped_meter_counts_no_base_state()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Stop(At(40));
        meter.Settle(At(100));

        Assert.That(meter.TimeIn(Sleep), Is.EqualTo(30.Seconds));
    }

    [Test]
    public void A_stopped_meter_charges_no_stay()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Stop(At(40));
        meter.Spend(Transmit, 5.Seconds, At(50));

        Assert.That(meter.TimeIn(Transmit), Is.EqualTo(Duration.Zero));
    }

    [Test]
    public void Transmissions_count_within_the_window()
    {
        var meter = Meter(from: 10, to: 100);
        meter.Spend(Transmit, 1.Seconds, At(5));
        meter.Spend(Transmit, 1.Seconds, At(10));
        meter.Spend(Transmit, 1.Seconds, At(100));

        Assert.That(meter.Transmissions, Is.EqualTo(1));
    }

    [Test]
    public void The_packets_of_an_exchange_are_one_transmission()
    {
        var meter = Meter(from: 10, to: 100);
        foreach (var second in new[] { 20, 20.3, 22, 40, 41 })
        {
            meter.Spend(Transmit, 1.Milliseconds, At(second));
        }

        Assert.That(meter.Transmissions, Is.EqualTo(2));
    }

    [Test]
    public void A_window_cannot_be_told_after_something_was_charged()
    {
        var meter = new EnergyMeter(Radio, SimTime.Start);
        meter.Spend(Transmit, 1.Seconds, SimTime.Start);

        Assert.That(() => meter.Count(new MeterWindow(At(1), At(2))), Throws.InvalidOperationException);
    }

    private static EnergyMeter Meter(double from, double to)
    {
        var meter = new EnergyMeter(Radio, SimTime.Start);
        meter.Count(new MeterWindow(At(from), At(to)));
        return meter;
    }

    private static SimTime At(double seconds) => SimTime.Start + seconds.Seconds;
}

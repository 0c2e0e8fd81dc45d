using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class PolledBusTests
{
    /// <summary>Ten registers read with function 03: request of 8, response of 25 octets.</summary>
    private const int Registers = 10;

    [TestCase(9600, 0, 45.833333)]
    [TestCase(9600, 10, 55.833333)]
    [TestCase(19_200, 0, 22.916667)]
    [TestCase(19_200, 10, 32.916667)]
    [TestCase(38_400, 0, 12.953125)]
    [TestCase(115_200, 10, 16.651042)]
    public void A_transaction_takes_the_worked_time(int baud, int slaveDelay, double milliseconds)
    {
        var transaction = new ModbusTiming(new BitRate(baud)).Transaction(Registers, slaveDelay.Milliseconds);

        // The worked times are rounded to the nanosecond as a whole, ours part by part.
        Assert.That(transaction.Nanoseconds, Is.EqualTo(milliseconds * 1e6).Within(2));
    }

    [TestCase(9600, 4.010417)]
    [TestCase(19_200, 2.005208)]
    [TestCase(38_400, 1.75)]
    [TestCase(115_200, 1.75)]
    public void The_gap_between_frames_is_three_and_a_half_characters_up_to_19200_bit_per_second(int baud, double milliseconds)
    {
        Assert.That(new ModbusTiming(new BitRate(baud)).Gap, Is.EqualTo(milliseconds.Milliseconds));
    }

    [Test]
    public void The_longest_frame_takes_293_ms_at_9600_bit_per_second()
    {
        Assert.That(new ModbusTiming(new BitRate(9600)).Characters(256), Is.EqualTo(293.333333.Milliseconds));
    }

    [TestCase(9600, 1.786667)]
    [TestCase(19_200, 1.053333)]
    [TestCase(38_400, 0.734500)]
    [TestCase(115_200, 0.532833)]
    public void Polling_32_slaves_takes_the_worked_cycle(int baud, double seconds)
    {
        var slot = new ModbusTiming(new BitRate(baud)).Transaction(Registers, 10.Milliseconds);

        // The worked cycles are rounded to the microsecond.
        Assert.That(
            new PolledBus("bus", 1.Milliseconds, [.. Enumerable.Repeat(slot, 32)]).Cycle.TotalSeconds,
            Is.EqualTo(seconds).Within(5e-7)
        );
    }

    [Test]
    public void A_master_that_has_time_waits_for_its_interval()
    {
        Assert.That(new PolledBus("bus", 1.Seconds, [20.Milliseconds, 30.Milliseconds]).Cycle, Is.EqualTo(1.Seconds));
    }

    [Test]
    public void Stations_are_polled_one_after_the_other()
    {
        var bus = new PolledBus("bus", 1.Seconds, [20.Milliseconds, 30.Milliseconds, 40.Milliseconds]);

        Assert.That(bus.TimeOf(2, 3), Is.EqualTo(SimTime.Start + 3.Seconds + 50.Milliseconds));
    }

    [TestCase(0, 0)]
    [TestCase(20, 0)]
    [TestCase(21, 1)]
    [TestCase(1020, 1)]
    [TestCase(1021, 2)]
    public void The_first_poll_from_a_time_on_begins_then_or_later(int milliseconds, long poll)
    {
        var bus = new PolledBus("bus", 1.Seconds, [20.Milliseconds, 30.Milliseconds]);

        Assert.That(bus.FirstPoll(1, SimTime.Start + milliseconds.Milliseconds), Is.EqualTo(poll));
    }

    [Test]
    public void A_poll_fails_if_one_of_its_bits_is_wrong()
    {
        var failure = new ModbusTiming(new BitRate(9600)).FailureProbability(Registers, 1e-4);

        Assert.That(failure, Is.EqualTo(1 - Math.Pow(1 - 1e-4, 33 * 11)).Within(1e-15));
    }

    [TestCase(0)]
    [TestCase(126)]
    public void A_number_of_registers_that_no_request_can_ask_for_is_refused(int registers)
    {
        Assert.That(() => ModbusTiming.ResponseBytes(registers), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_route_cannot_cross_a_polled_bus()
    {
        Assert.That(() => new PolledBus("bus", 1.Seconds, []).Send(default), Throws.TypeOf<NotSupportedException>());
    }
}

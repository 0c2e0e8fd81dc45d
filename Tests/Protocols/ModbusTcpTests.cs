using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

public class ModbusTcpTests
{
    [Test]
    public void A_request_and_its_response_read_as_the_standard_says()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions { Registers = 4 })).Run(1.5).Log;

        // Transaction 1, protocol 0, 6 octets, unit 255, function 3 from register 0 on, 4 registers; 11 octets, 8 of them registers.
        Assert.That(
            (Content(log, isUp: false)[0], Content(log, isUp: true)[0]),
            Is.EqualTo(("000100000006FF" + "0300000004", "00010000000BFF" + "0308" + "0000000000000000"))
        );
    }

    [Test]
    public void A_write_request_and_its_response_read_as_the_standard_says()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions { PollInterval = 1.Hours })).SendBack().Run(1.5).Log;

        Assert.That(Content(log, isUp: false)[0], Does.StartWith("00010000000FFF" + "100000000408"));
        Assert.That(Content(log, isUp: true)[0], Is.EqualTo("000100000006FF" + "1000000004"));
    }

    [TestCase(1)]
    [TestCase(125)]
    public void A_response_has_two_octets_a_register_as_on_a_serial_line(int registers)
    {
        // There an address before and a check behind it.
        Assert.That(ModbusPdu.Read(registers), Is.EqualTo(ModbusTiming.ResponseBytes(registers) - 3));
        Assert.That(ModbusPdu.MostRead, Is.EqualTo(ModbusTiming.MaximumRegisters));
    }

    [Test]
    public void The_master_connects_to_the_port_of_the_slave()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions())).Run(2).Log;

        Assert.That((log.Packets[0].IsUp, log.Packets[0].Body[2] << 8 | log.Packets[0].Body[3]), Is.EqualTo((false, 502)));
    }

    [Test]
    public void A_slave_is_polled_once_an_interval()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions())).Run(100).Log;

        Assert.That(Content(log, isUp: false), Has.Length.EqualTo(100));
    }

    [Test]
    public void A_message_waits_for_half_an_interval_on_average()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions())).Send(500, at: 2, every: 3.0137).Run(2000).Log;

        // Uniform on an interval of 1 s: standard error 1/√(12 · 500) = 0.0129 s, 2.6 of them are 99 %; plus two ways and the slave.
        var mean =
            log.ArrivedMessages.Select(message => message.TimeIn(0)).Aggregate(Duration.Zero, (sum, time) => sum + time).TotalSeconds / 500;
        Assert.That(mean, Is.EqualTo(0.5 + 0.015).Within(2.6 * 0.0129));
    }

    [Test]
    public void Messages_are_fetched_one_a_poll()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions())).Send(3, at: 5).Run(20).Log;

        var times = log.Arrived.Select(entry => entry.At.TotalSeconds).ToArray();
        Assert.That(times.Zip(times.Skip(1), (one, next) => next - one), Is.All.EqualTo(1).Within(0.001));
    }

    [Test]
    public void Responses_that_are_always_late_are_ignored_and_end_the_connection()
    {
        // The slave takes longer than the master waits.
        var options = new ModbusTcpOptions
        {
            SlaveDelay = 0.7.Seconds,
            ResponseTimeout = 0.5.Seconds,
            PollInterval = 10.Seconds,
            Tries = 3,
        };
        var log = new Hop(new ModbusTcp(options)).Send(2).Run(100).Log;

        Assert.That((log.Arrived.Count, log.Duplicates.Count), Is.EqualTo((0, 0)));
        Assert.That(log.Packets.Count(packet => (packet.Flags & 4) != 0), Is.GreaterThan(0));
    }

    [Test]
    public void A_message_arrives_once_and_in_order_at_any_loss([Values(0.02, 0.2)] double loss)
    {
        var options = new ModbusTcpOptions
        {
            ConnectionRetries = 20,
            Attempts = 1000,
            Buffer = 1000,
        };
        var log = new Hop(new ModbusTcp(options), loss, loss).Send(100, every: 10).SendBack(100, at: 5, every: 10).Run(5000).Log;

        Assert.That((log.Arrived.Select(entry => entry.Serial).Order(), log.Gone.Count), Is.EqualTo((Enumerable.Range(0, 200), 0)));
    }

    [Test]
    public void After_an_outage_the_master_connects_again()
    {
        var outages = new Outages([(SimTime.Start + 10.Seconds, SimTime.Start + 60.Seconds)]);
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions()), outages: outages).Send(10, at: 1, every: 10).Run(300).Log;

        Assert.That(log.Arrived.Select(entry => entry.Serial), Is.EqualTo(Enumerable.Range(0, 10)));
    }

    [Test]
    public void A_slave_that_has_stopped_is_not_read()
    {
        var hop = new Hop(new ModbusTcp(new ModbusTcpOptions { PollInterval = 10.Seconds })).Send(2, at: 20.1);
        hop.Do(20.2, hop.Near.Stop);

        Assert.That(hop.Run(200).Log.Gone.Select(entry => entry.Reason), Is.EqualTo(Enumerable.Repeat(DropReason.NodeDown, 2)));
    }

    [Test]
    public void What_does_not_fit_into_the_configured_registers_is_dropped()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions { Registers = 3 })).Send().Run(10).Log;

        Assert.That(log.Gone.Single().Reason, Is.EqualTo(DropReason.TooLarge));
    }

    [Test]
    public void A_full_buffer_loses_the_newest_message()
    {
        var log = new Hop(new ModbusTcp(new ModbusTcpOptions { Buffer = 2, PollInterval = 1.Hours })).Send(3).Run(10).Log;

        Assert.That(log.Gone.Select(entry => (entry.Serial, entry.Reason)), Is.EqualTo(new[] { (2, DropReason.QueueFull) }));
    }

    private static string[] Content(MessageLog log, bool isUp) =>
        [.. log.Packets.Where(packet => packet.IsUp == isUp && packet.Payload > 0).Select(packet => Convert.ToHexString(packet.Content))];
}

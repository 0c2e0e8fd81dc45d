using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.Nr;

public class NrPowerTests
{
    // 300 and 100 units, times 0.4 + 0.6 (X - 20) / 80 and 0.7 for each halving of four antennas; at least 50 for the control channel.
    [TestCase(100, 4, 300, 100)]
    [TestCase(80, 4, 255, 85)]
    [TestCase(40, 4, 165, 55)]
    [TestCase(20, 4, 120, 50)]
    [TestCase(10, 4, 97.5, 50)]
    [TestCase(5, 4, 97.5, 50)]
    [TestCase(100, 2, 210, 70)]
    [TestCase(20, 2, 84, 35)]
    [TestCase(20, 1, 58.8, 24.5)]
    public void Narrow_devices_with_few_antennas_draw_less(double megahertz, int antennas, double receive, double monitor)
    {
        Assert.That(NrPower.Receive(megahertz, antennas), Is.EqualTo(receive).Within(1e-9));
        Assert.That(NrPower.Monitor(megahertz, antennas), Is.EqualTo(monitor).Within(1e-9));
    }

    [TestCase(0, 250)]
    [TestCase(23, 700)]
    public void Sending_costs_with_the_power(double dbm, double expected) =>
        Assert.That(NrPower.Transmit(dbm), Is.EqualTo(expected).Within(1e-9));

    [TestCase(1, 100)]
    [TestCase(0.8, 89)]
    public void Slots_of_the_uplink_are_slept_through(double downlink, double expected) =>
        Assert.That(NrPower.Connected(100, 4, downlink), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void The_currents_of_a_preset_follow_from_bandwidth_antennas_duplex_and_power()
    {
        var options = new NrOptions
        {
            DeviceBandwidth = 40.0.Megahertz,
            ReceiveAntennas = 4,
            Duplex = "DU",
            TransmitPower = 0,
            PagingCycle = 0.64.Seconds,
            UnitCurrent = 1e-3,
        };

        Assert.That(options.ReceiveCurrent, Is.EqualTo(0.165).Within(1e-12));
        Assert.That(options.TransmitCurrent, Is.EqualTo(0.25).Within(1e-12));
        Assert.That(options.WaitCurrent, Is.EqualTo(0.045).Within(1e-12));
        Assert.That(options.ConnectedCurrent, Is.EqualTo((0.055 + 0.045) / 2).Within(1e-12));
        Assert.That(options.StartCurrent, Is.EqualTo(0.055).Within(1e-12));
        Assert.That(options.IdleCurrent, Is.EqualTo(1e-3 * (1 + (450 + 10 * 164) / 640.0)).Within(1e-7));
    }

    [Test]
    public void A_current_that_is_written_holds()
    {
        var written = new NrOptions { ReceiveCurrent = 0.2, ConnectedCurrent = 0.1 } with { ReceiveAntennas = 1 };

        Assert.That((written.ReceiveCurrent, written.ConnectedCurrent), Is.EqualTo((0.2, 0.1)));
    }

    [Test]
    public void A_device_of_reduced_capability_differs_by_bandwidth_and_antennas_alone()
    {
        var plain = new NrOptions { DeviceBandwidth = 20.0.Megahertz, ReceiveAntennas = 1 };
        var reduced = new NrRedCapOptions();

        Assert.That(reduced.Currents, Is.EqualTo(plain.Currents));
    }
}

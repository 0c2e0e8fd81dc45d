using M2mVsIoTSim.Radio.Nr;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Radio.Nr;

public class NrPowerTests
{
    [TestCase(100, 4, 300, 100)]
    [TestCase(20, 1, 84, 35)]
    [TestCase(20, 2, 120, 50)]
    public void Narrow_devices_with_one_antenna_draw_less(double megahertz, int antennas, double receive, double monitor)
    {
        Assert.That(NrPower.Receive(megahertz, antennas), Is.EqualTo(receive).Within(1e-9));
        Assert.That(NrPower.Monitor(megahertz, antennas), Is.EqualTo(monitor).Within(1e-9));
    }

    [TestCase(0, 250)]
    [TestCase(23, 700)]
    public void Sending_costs_with_the_power(double dbm, double expected) =>
        Assert.That(NrPower.Transmit(dbm), Is.EqualTo(expected).Within(1e-9));

    [Test]
    public void The_currents_of_the_presets_are_those_of_the_model()
    {
        var (plain, reduced) = (new NrOptions(), new NrRedCapOptions());

        Assert.That(plain.ReceiveCurrent, Is.EqualTo(NrPower.Receive(100, 4) * NrOptions.UnitCurrent).Within(0.5).Percent);
        Assert.That(plain.TransmitCurrent, Is.EqualTo(NrPower.Transmit(23) * NrOptions.UnitCurrent).Within(0.5).Percent);
        Assert.That(plain.ConnectedCurrent!.Value, Is.EqualTo(NrPower.Monitor(100, 4) * NrOptions.UnitCurrent).Within(0.5).Percent);
        Assert.That(
            plain.IdleCurrent,
            Is.EqualTo(NrPower.Paging(1280, 10, NrPower.Receive(100, 4)) * NrOptions.UnitCurrent).Within(1).Percent
        );
        Assert.That(reduced.ReceiveCurrent, Is.EqualTo(NrPower.Receive(20, 1) * NrOptions.UnitCurrent).Within(0.5).Percent);
        Assert.That(reduced.ConnectedCurrent!.Value, Is.EqualTo(NrPower.Monitor(20, 1) * NrOptions.UnitCurrent).Within(0.5).Percent);
        Assert.That(
            reduced.IdleCurrent,
            Is.EqualTo(NrPower.Paging(1280, 10, NrPower.Receive(20, 1)) * NrOptions.UnitCurrent).Within(1).Percent
        );
    }
}

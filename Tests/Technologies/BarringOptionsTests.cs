using M2mVsIoTSim.Media;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class BarringOptionsTests
{
    [Test]
    public void Nobody_is_barred_unless_it_is_asked_for() =>
        Assert.That(new LteMOptions().Settings(onBattery: true, expectsPackets: false).Barring, Is.Null);

    [Test]
    public void A_factor_bars_by_chance()
    {
        var barring = new LteCat1Options { BarringFactor = 0.5, BarringTime = 8.Seconds }
            .Settings(true, false)
            .Barring!;

        Assert.That((barring.Factor, barring.Time, barring.BarredClasses), Is.EqualTo((0.5, 8.Seconds, 0)));
    }

    [Test]
    public void NbIot_bars_by_class_only() =>
        Assert.That(
            () => new NbIot(new NbIotOptions { BarringFactor = 0.5 }),
            Throws.ArgumentException.With.Message.Contains("bars by class")
        );

    [Test]
    public void NbIot_with_barred_classes_is_a_cell() =>
        Assert.That(() => new NbIot(new NbIotOptions { BarredClasses = 3, PowerSaving = PowerSaving.Drx }), Throws.Nothing);
}

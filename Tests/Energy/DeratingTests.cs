using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Tests.Energy;

public sealed class DeratingTests
{
    private const double SecondsPerDay = 86400;

    [TestCase(-40, 0.6)]
    [TestCase(-20, 0.85)]
    [TestCase(10, 0.975)]
    [TestCase(20, 1)]
    [TestCase(60, 0.95)]
    [TestCase(80, 0.95)]
    public void A_lithium_thionyl_chloride_cell_gives_less_in_the_cold(double temperature, double share) =>
        Assert.That(Library.Shipped.DeratedAt("li-socl2-d", temperature).UsableCharge, Is.EqualTo(17 * 0.85 * share).Within(1e-9));

    [Test]
    public void No_figure_is_made_up_for_colder_than_the_table() =>
        Assert.That(() => Library.Shipped.BatteryOf("aa-sensor", -21), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [TestCase(20, 1)]
    [TestCase(10, 0.5)]
    [TestCase(40, 4)]
    public void Self_discharge_doubles_with_every_ten_degrees(double temperature, double factor) =>
        Assert.That(Derating.SelfDischargeFactor(temperature), Is.EqualTo(factor));

    [Test]
    public void A_battery_in_the_cold_holds_less_and_leaks_less()
    {
        var battery = Library.Shipped.BatteryOf("water-meter", 0)!;

        Assert.That(
            (battery.UsableCoulombs, battery.SelfDischargePerSecond * Battery.SecondsPerYear),
            Is.EqualTo((17 * 3600 * 0.85 * 0.95, 0.01 / 4)).Within(1e-9)
        );
    }

    [TestCase(10e-6, 1)]
    [TestCase(4e-3, 19.0 / 17)]
    [TestCase(20e-3, 13.5 / 17)]
    [TestCase(27.5e-3, 10.25 / 17)]
    public void A_d_cell_gives_what_its_mean_current_lets_it(double current, double share)
    {
        var battery = Library.Shipped.BatteryOf("water-meter")!;
        var expected = BatteryLife.Expected(battery.UsableCoulombs * share, current, battery.SelfDischargePerSecond);

        Assert.That(BatteryLife.Expected(battery, current), Is.EqualTo(expected).Within(1e-6 * expected));
    }

    /// <summary>A tracking-area update of 550 mJ, a report of 1 J and 2.7 uA at 3.7 V a day, from two AA cells of which 85 % are usable.</summary>
    /// <remarks>The round figures count one per cent of the nominal energy as lost each year; of what remains, as the model counts, it is less.</remarks>
    [TestCase(0, 0, 65.0)]
    [TestCase(0.01, 0, 36.8)]
    [TestCase(0, 0.01, 50.1)]
    public void An_nb_iot_meter_lasts_as_long_as_its_cells_leak_little(double ofNominal, double ofRest, double years)
    {
        const double Volts = 3.6;
        var nominal = 2 * Battery.FromAmpereHours(Library.Shipped.Batteries["li-socl2-aa"].Capacity.Value);
        var current = (0.550 + 1.0 + 2.7e-6 * 3.7 * SecondsPerDay) / Volts / SecondsPerDay;
        var leak = ofNominal * nominal / Battery.SecondsPerYear;
        var life = BatteryLife.Expected(0.85 * nominal, current + leak, ofRest / Battery.SecondsPerYear);

        Assert.That(life / Battery.SecondsPerYear, Is.EqualTo(years).Within(0.05));
    }

    /// <summary>EM Foundation's BlueJoule: 30.637 uJ for each event of a second, 1.607 uW asleep, a coin cell of 2.4 kJ: 28.72 months.</summary>
    [Test]
    public void A_bluetooth_beacon_lasts_as_long_as_published()
    {
        const double Volts = 3;
        var life = BatteryLife.Expected(2400 / Volts, (30.637e-6 + 1.607e-6) / Volts, 0);

        Assert.That(life / (30 * SecondsPerDay), Is.EqualTo(28.72).Within(0.005));
    }
}

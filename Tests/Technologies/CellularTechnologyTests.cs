using M2mVsIoTSim.Media;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class CellularTechnologyTests
{
    [Test]
    public void One_cell_is_enough_for_a_small_fleet()
    {
        Assert.That(Cells(new LteCat1(new LteCat1Options()), 1), Is.EqualTo(1));
    }

    [Test]
    public void Cells_are_as_many_as_the_uplink_needs()
    {
        // 5000 / s * 408 B * 8 = 16.32 Mbit/s of 0.7 * 5 Mbit/s each.
        Assert.That(Cells(new LteCat1(new LteCat1Options()), 5000), Is.EqualTo(5));
    }

    [Test]
    public void Gprs_needs_cells_for_its_assignments()
    {
        // 100 / s of 0.7 * 30 / s each; the uplink would do with one.
        Assert.That(Cells(new Gprs(new GprsOptions { UplinkCapacity = 480.KilobitsPerSecond }), 100), Is.EqualTo(5));
    }

    [Test]
    public void Fewer_cells_than_planned_are_reported()
    {
        var bench = new TechnologyBench(new LteCat1(new LteCat1Options { Cells = 1 }), 5000, 408);

        Assert.That(bench.Installation.OutsideDomain.Single(), Does.Contain("planned for 5"));
    }

    [Test]
    public void A_report_over_Lte_costs_as_much_as_by_hand()
    {
        var bench = new TechnologyBench(
            new LteCat1(
                new LteCat1Options
                {
                    PromotionMinimum = 250.Milliseconds,
                    PromotionMaximum = 250.Milliseconds,
                    Loss = 0,
                    PowerSaving = PowerSaving.Psm,
                }
            )
        );
        bench.Log.Send(0, 100, default);
        bench.Log.Simulation.RunUntil(SimTime.Start + 1.Hours);
        var meter = bench.Log.Near.Meters.Single();
        meter.Settle(bench.Log.Simulation.Now);

        // Wake-up 0.557 s and promotion 0.25 s at 319 mA, 160 us at 550 mA, a tail of 11.576 s at 150 mA, 8 s at 1.5 mA, the rest at 5 uA.
        var busy = 0.807 + 0.00016 + 11.576 + 8;
        var expected = 3.8 * (0.319 * 0.807 + 0.55 * 0.00016 + 0.15 * 11.576 + 1.5e-3 * 8 + 5e-6 * (3600 - busy));
        Assert.That(meter.Joules, Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void A_GPRS_frame_takes_its_slot()
    {
        var options = new GprsOptions
        {
            PromotionMinimum = 150.Milliseconds,
            PromotionMaximum = 150.Milliseconds,
            RoundTripMedian = Duration.Zero,
            Loss = 0,
        };

        // 0.15 s to connect, 100 octets at 12 kbit/s, half of 250 ms.
        Assert.That(new TechnologyBench(new Gprs(options)).Delays(1).Single(), Is.EqualTo(0.15 + 100 * 8 / 12e3 + 0.125).Within(1e-8));
    }

    [Test]
    public void Gprs_has_no_power_saving_mode()
    {
        Assert.That(
            () => new Gprs(new GprsOptions { PowerSaving = PowerSaving.Psm }),
            Throws.ArgumentException.With.Message.Contains("'drx' or 'off'")
        );
    }

    [Test]
    public void Lte_does_not_switch_off()
    {
        Assert.That(
            () => new LteCat1(new LteCat1Options { PowerSaving = PowerSaving.Off }),
            Throws.ArgumentException.With.Message.Contains("'drx' or 'psm'")
        );
    }

    private static int Cells(PathTechnology technology, double messagesPerSecond) =>
        new TechnologyBench(technology, messagesPerSecond, 408).Installation.Components.Single().Count;

    [TestCase(true, PowerSaving.Psm)]
    [TestCase(false, PowerSaving.Drx)]
    public void Lte_saves_power_as_its_supply_asks(bool onBattery, PowerSaving expected) =>
        Assert.That(new LteCat1(new LteCat1Options()).PowerSavingOf(onBattery), Is.EqualTo(expected));

    [TestCase(true, PowerSaving.Off)]
    [TestCase(false, PowerSaving.Drx)]
    public void Gprs_saves_power_as_its_supply_asks(bool onBattery, PowerSaving expected) =>
        Assert.That(new Gprs(new GprsOptions()).PowerSavingOf(onBattery), Is.EqualTo(expected));

    [Test]
    public void Power_saving_that_is_written_holds_for_every_supply() =>
        Assert.That(
            new LteCat1(new LteCat1Options { PowerSaving = PowerSaving.Drx }).PowerSavingOf(onBattery: true),
            Is.EqualTo(PowerSaving.Drx)
        );
}

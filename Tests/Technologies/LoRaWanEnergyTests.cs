using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanEnergyTests
{
    /// <summary>Battery of the publication [C].</summary>
    private const double Charge = 2.4 * 3600;

    [Test]
    public void The_energy_of_an_uplink_is_the_sum_of_current_times_time()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [LoRaWanBench.At(500)]);
        bench.Report(0);
        bench.RunFor(1.Hours);
        var meter = bench.Meters[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);

        // SF7 with 29 octets: 66.816 ms at 29 mA; windows of 8 symbols at SF7 and SF12: 8.192 + 262.144 ms at 11.5 mA;
        // 2000 - 8.192 ms waiting at 1.5 uA; the rest of the hour asleep at 0.2 uA; all at 3.3 V.
        const double Awake = 0.066816 * 0.029 + 0.270336 * 0.0115 + 1.991808 * 1.5e-6;
        const double Asleep = (3600 - 0.066816 - 0.270336 - 1.991808) * 0.2e-6;
        Assert.That(meter.Joules, Is.EqualTo(3.3 * (Awake + Asleep)).Within(1e-12));
    }

    [Test]
    public void A_device_that_never_sends_only_sleeps()
    {
        var bench = new LoRaWanBench(LoRaWanBench.Plain, [LoRaWanBench.At(500)]);
        bench.RunFor(1.Hours);
        var meter = bench.Meters[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);

        Assert.That(meter.Joules, Is.EqualTo(3600 * 0.2e-6 * 3.3).Within(1e-12));
    }

    private static IEnumerable<TestCaseData> PublishedLives() =>
        from row in ReferenceData.Rows("lora-energy-lifetime.csv")
        where row["dr"] != "any"
        select new TestCaseData(row.Whole("dr"), row.Whole("period_s"), row.Number("lifetime_years")).SetArgDisplayNames(row.ToString());

    /// <summary>A device with the states and currents of Casals et al. 2017, table 2 (MultiConnect mDot), PHYPayload of 14 octets.</summary>
    [TestCaseSource(nameof(PublishedLives))]
    public void The_battery_lives_as_long_as_published(int dataRate, int period, double years)
    {
        // Waking up, preparing, radio off, post-processing, turning off.
        (double Milliseconds, double Milliamperes)[] overhead = [(168.2, 22.1), (83.8, 13.3), (147.4, 13.2), (268.0, 21.0), (38.6, 13.3)];
        var awake = overhead.Sum(state => state.Milliseconds);
        var options = LoRaWanBench.Plain with
        {
            SpreadingFactor = Eu868.Plan.Uplinks[dataRate].SpreadingFactor,
            TransmitCurrents = PowerCurve.Constant(0.0830),
            WaitCurrent = 0.0270,
            ReceiveCurrent = 0.0381,
            SleepCurrent = 45e-6,
            OverheadTime = awake.Milliseconds,
            OverheadCurrent = overhead.Sum(state => state.Milliseconds * state.Milliamperes) / awake / 1000,
            // Its first windows of 262, 131, 98, 49, 25 and 12 ms for DR0 to DR5; the second of 33 ms.
            ReceiveWindow1Symbols = dataRate < 2 ? 8 : 12,
            ReceiveWindow2Symbols = 1,
        };
        var bench = new LoRaWanBench(options, [LoRaWanBench.At(500)], new Network.Content(1, 8));

        bench.Report(0);
        bench.RunFor(period.Seconds);

        var meter = bench.Meters[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        var amperes = meter.Joules / options.Voltage / period;
        Assert.That(Charge / amperes / 3600 / 8766, Is.EqualTo(years).Within(5).Percent);
    }
}

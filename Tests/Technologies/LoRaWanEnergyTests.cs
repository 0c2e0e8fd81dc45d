using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaWanEnergyTests
{
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
}

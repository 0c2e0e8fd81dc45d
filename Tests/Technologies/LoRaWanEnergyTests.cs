using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Scenarios.Validation.LoRa;
using M2mVsIoTSim.Technologies;
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

    /// <summary>16 dBm EIRP with an antenna of 1 dB are 15 dBm of the transmitter, half way between 29 mA at 13 dBm and 87 mA at 17 dBm.</summary>
    [Test]
    public void The_power_of_the_region_is_charged_as_what_the_transmitter_gives()
    {
        var options = LoRaWanBench.Plain with { TransmitPower = new LoRaWanEu868Options().TransmitPower };
        var bench = new LoRaWanBench(options, [LoRaWanBench.At(500)]);
        bench.Report(0);
        bench.RunFor(1.Minutes);

        Assert.That(bench.Meters[0].Meters.Single().CoulombsIn(LoRaWanDevice.Transmit), Is.EqualTo(0.066816 * 0.058).Within(1e-12));
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

    /// <summary>
    /// A day of class A: a report every hour, a command in the first window after each, SF7. By hand, in seconds and amperes: frames of 29 octets, 66.816 ms at 29 mA; 1 s
    /// at 1.5 uA until the first window; the command of 21 octets, 51.456 ms at 11.5 mA instead of the window's 8.192 ms and of the second window; then asleep at 0.2 uA.
    /// </summary>
    [Test]
    public void A_day_of_class_A_is_the_sum_of_its_states()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain, LoRaWanBench.At(500));
        for (var hour = 0; hour < 24; hour++)
        {
            scene.Command((3600 * hour + 1).Seconds).Report((3600 * hour + 10).Seconds);
        }

        scene.Until(1.Days);

        const double Awake = 0.066816 + 1 + 0.051456;
        const double Cycle = 0.066816 * 0.029 + 1 * 1.5e-6 + 0.051456 * 0.0115;
        Assert.That(scene.Charge(), Is.EqualTo(24 * Cycle + (86400 - 24 * Awake) * 0.2e-6).Within(1e-12));
    }

    /// <summary>The same when the command comes in the second window, at SF12: 1482.752 ms instead of eight symbols, 262.144 ms.</summary>
    [Test]
    public void A_downlink_in_the_second_window_costs_its_length_there()
    {
        var options = LoRaWanBench.Plain with { PathDelay = 0.45.Seconds };
        var scene = new LoRaWanScene(options, LoRaWanBench.At(500)).Command(1.Seconds).Report(10.Seconds).Until(1.Hours);

        var command = Eu868.Uplink(12) with { HasCrc = false };
        var listening = 0.008192 + command.Airtime(21).TotalSeconds;
        const double Waiting = 2 - 0.008192;
        var expected = 0.066816 * 0.029 + listening * 0.0115 + Waiting * 1.5e-6 + (3600 - 0.066816 - listening - Waiting) * 0.2e-6;
        Assert.That(scene.Charge(), Is.EqualTo(expected).Within(1e-12));
    }

    /// <summary>A downlink too weak to be noticed leaves both windows empty.</summary>
    [Test]
    public void A_downlink_that_is_not_heard_costs_what_empty_windows_cost()
    {
        var options = LoRaWanBench.Plain with { GatewayTransmitPower = -20, SpreadingFactor = 10 };
        var place = LoRaWanBench.At(4000);

        var asked = new LoRaWanScene(options, place).Command(1.Seconds).Report(10.Seconds).Until(1.Hours);
        var left = new LoRaWanScene(options, place).Report(10.Seconds).Until(1.Hours);

        Assert.That(asked.Charge(), Is.EqualTo(left.Charge()).Within(1e-15));
    }

    /// <summary>A day of class C: it listens at 11.5 mA whenever it does not send for 66.816 ms an hour, commands or not.</summary>
    [Test]
    public void A_day_of_class_C_is_the_sum_of_its_states()
    {
        var scene = new LoRaWanScene(LoRaWanBench.Plain with { Class = LoRaWanClass.C }, LoRaWanBench.At(500));
        for (var hour = 0; hour < 24; hour++)
        {
            scene.Report((3600 * hour + 10).Seconds).Command((3600 * hour + 100).Seconds);
        }

        scene.Until(1.Days);

        const double Sending = 24 * 0.066816;
        Assert.That(scene.Charge(), Is.EqualTo(Sending * 0.029 + (86400 - Sending) * 0.0115).Within(1e-9));
    }
}

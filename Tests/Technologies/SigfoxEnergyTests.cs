using M2mVsIoTSim.Scenarios.Validation.Sigfox;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class SigfoxEnergyTests
{
    private const double Volts = 3.3;

    [Test]
    public void A_days_charge_is_the_sum_of_its_states()
    {
        var bench = new SigfoxBench(SigfoxBench.Board, [SigfoxBench.At(500)]);
        for (var i = 0; i < 24; i++)
        {
            bench.Report(0, i);
            bench.RunFor(1.Hours);
        }

        // Of each of 24 messages: awake for 287 ms at 10.4 mA, three frames of 2.08 s at 27.2 mA, two gaps of 500 ms and 5 ms to switch off at 1.2 mA;
        // the rest of the day at 18.75 uA.
        const double WakeUp = 24 * 0.287 * 0.0104;
        const double Transmit = 24 * 3 * 2.08 * 0.0272;
        const double Gap = 24 * (2 * 0.5 + 0.005) * 0.0012;
        const double Sleep = (86_400 - 24 * (0.287 + 6.24 + 1.005)) * 18.75e-6;
        var meter = bench.Devices[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        Assert.Multiple(() =>
        {
            Assert.That(meter.JoulesIn(SigfoxDevice.WakeUp), Is.EqualTo(Volts * WakeUp).Within(1e-9));
            Assert.That(meter.JoulesIn(SigfoxDevice.Transmit), Is.EqualTo(Volts * Transmit).Within(1e-9));
            Assert.That(meter.JoulesIn(SigfoxDevice.Gap), Is.EqualTo(Volts * Gap).Within(1e-9));
            Assert.That(meter.JoulesIn(0), Is.EqualTo(Volts * Sleep).Within(1e-9));
            Assert.That(meter.Joules, Is.EqualTo(Volts * (WakeUp + Transmit + Gap + Sleep)).Within(1e-9));
        });
    }

    [Test]
    public void By_default_the_radio_alone_is_charged_which_is_off_between_messages()
    {
        var bench = new SigfoxBench(SigfoxBench.Plain, [SigfoxBench.At(500)]);

        bench.RunFor(1.Days);

        // 5 nA; the device adds its own.
        var meter = bench.Devices[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        Assert.That(meter.Joules, Is.EqualTo(Volts * 86_400 * 5e-9).Within(1e-9));
    }

    [Test]
    public void By_default_a_frame_is_charged_as_by_the_data_sheet_of_the_radio()
    {
        var bench = new SigfoxBench(SigfoxBench.Plain, [SigfoxBench.At(500)], isTwoWay: true);
        bench.Report(0);
        bench.RunFor(1.Hours);

        // ATA8520E in Europe: 32.7 mA for three frames of 2.08 s, 10.4 mA for the window of 25 s.
        var meter = bench.Devices[0].Meters.Single();
        Assert.Multiple(() =>
        {
            Assert.That(meter.CoulombsIn(SigfoxDevice.Transmit), Is.EqualTo(3 * 2.08 * 0.0327).Within(1e-9));
            Assert.That(meter.CoulombsIn(SigfoxDevice.Receive), Is.EqualTo(25 * 0.0104).Within(1e-9));
        });
    }

    [Test]
    public void An_exchange_costs_the_wait_the_window_up_to_the_downlink_and_the_confirmation()
    {
        var bench = new SigfoxBench(SigfoxBench.Plain, [SigfoxBench.At(500)], isTwoWay: true);
        bench.Command(0);
        bench.Report(0);
        bench.RunFor(1.Hours);

        var meter = bench.Devices[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        Assert.Multiple(() =>
        {
            Assert.That(meter.TimeIn(SigfoxDevice.Transmit), Is.EqualTo(2.08.Seconds * 3L + 1.76.Seconds));
            // The window opens 20 s after the first frame; two gaps and two frames are over then.
            Assert.That(meter.TimeIn(SigfoxDevice.Wait), Is.EqualTo(20.Seconds - 2.58.Seconds * 2L));
            Assert.That(meter.TimeIn(SigfoxDevice.Receive), Is.InRange(373.Milliseconds, 25.Seconds));
            Assert.That(meter.TimeIn(SigfoxDevice.Gap), Is.EqualTo(1.Seconds + 1430.Milliseconds + 5.Milliseconds));
        });
    }

    [Test]
    public void Without_an_answer_the_window_stays_open_to_its_end()
    {
        var bench = new SigfoxBench(SigfoxBench.Plain, [SigfoxBench.At(500)], isTwoWay: true);
        bench.Report(0);
        bench.RunFor(1.Hours);

        Assert.That(bench.Devices[0].Meters[0].TimeIn(SigfoxDevice.Receive), Is.EqualTo(25.Seconds));
    }

    [Test]
    public void A_window_is_open_for_12_690_ms_on_average()
    {
        // Gomez et al. 2019. Evenly spread over 24.6 s: standard error of 1000 windows 0.22 s.
        var options = SigfoxBench.Plain with
        {
            AskInterval = 1.Minutes,
            DownlinksPerDay = null,
            UplinksPerDay = null,
        };
        var bench = new SigfoxBench(options, [SigfoxBench.At(500)], isTwoWay: true);
        for (var i = 0; i < 1000; i++)
        {
            bench.Command(0, i);
            bench.Report(0, i);
            bench.RunFor(1.Hours);
        }

        Assert.That(bench.Devices[0].Meters[0].TimeIn(SigfoxDevice.Receive).TotalSeconds / 1000, Is.EqualTo(12.69).Within(0.66));
    }
}

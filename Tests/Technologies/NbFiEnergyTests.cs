using M2mVsIoTSim.Scenarios.Validation.NbFi;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Technologies;

public class NbFiEnergyTests
{
    private const double Day = 86_400;

    /// <summary>A device that reports eight octets once a day at 50 bit/s, state by state [C].</summary>
    [Test]
    public void The_charge_of_a_day_without_listening_is_that_of_a_frame_and_of_sleep() =>
        Assert.That(ChargeOfADay(NbFiBench.Plain with { Mode = NbFiMode.Nrx }), Is.EqualTo(5.76 * 0.05 + (Day - 5.76) * 2e-6).Within(1e-9));

    [Test]
    public void The_charge_of_a_day_with_an_answer_contains_its_reception_and_three_seconds_more()
    {
        // Sent until 5.76 s; the answer leaves the station at 5.80 and takes 5.76 s; then 3 s more.
        const double Listening = 0.04 + 5.76 + 3;

        Assert.That(
            ChargeOfADay(NbFiBench.Plain),
            Is.EqualTo(5.76 * 0.05 + Listening * 0.026 + (Day - 5.76 - Listening) * 2e-6).Within(1e-9)
        );
    }

    [Test]
    public void The_charge_of_a_day_of_a_device_that_always_listens_is_that_of_listening() =>
        Assert.That(
            ChargeOfADay(NbFiBench.Plain with { Mode = NbFiMode.Crx }),
            Is.EqualTo(5.76 * 0.05 + (Day - 5.76) * 0.026).Within(1e-6)
        );

    [Test]
    public void The_charge_of_a_window_without_an_answer_lies_between_20_and_25_s_of_listening()
    {
        var charge = ChargeOfADay(NbFiBench.Plain with { Acknowledged = false });
        var rest = charge - 5.76 * 0.05 - Day * 2e-6;

        Assert.That(rest / 0.026, Is.InRange(20 - 0.01, 25));
    }

    private static double ChargeOfADay(NbFiOptions options)
    {
        var bench = new NbFiBench(options, [NbFiBench.At(500)]);
        bench.Report();
        bench.RunUntil(Day);
        var meter = bench.Meters[0].Meters.Single();
        meter.Settle(bench.Simulation.Now);
        return meter.Joules / options.Voltage;
    }
}

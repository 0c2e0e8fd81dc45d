using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Detection;

public sealed class SignalTests
{
    private const int Devices = 50;
    private const int Samples = 4000;
    private static readonly Randomness Luck = new(5, 0);

    [Test]
    public void A_sample_is_the_same_however_it_is_read()
    {
        var (whole, part) = (new double[20], new double[3]);
        Quiet(0.5).Read(7, 0, whole);

        Quiet(0.5).Read(7, 13, part);

        Assert.That(part, Is.EqualTo(whole[13..16]));
    }

    [Test]
    public void Noise_has_the_variance_of_what_is_own_and_what_is_common()
    {
        var values = Read(Quiet(0.5), 3);

        // The standard error of a variance is √(2/n) of it; four of them.
        Assert.That(values.Average(value => value * value), Is.EqualTo(1.25).Within(1.25 * 4 * Math.Sqrt(2.0 / Samples)));
    }

    [Test]
    public void Only_what_is_common_is_common()
    {
        var (a, b) = (Read(Quiet(0.5), 3), Read(Quiet(0.5), 4));

        Assert.That(a.Zip(b, (x, y) => x * y).Average(), Is.EqualTo(0.25).Within(4 * 1.3 / Math.Sqrt(Samples)));
    }

    [TestCase(FaultKind.Step, 2, 2)]
    [TestCase(FaultKind.Drift, 1, 2)]
    [TestCase(FaultKind.Spread, 2, 2)]
    public void A_fault_shifts_its_devices_as_its_kind_says(FaultKind kind, double halfWay, double end)
    {
        var fault = new Fault(new FaultType("f", kind, 2, 1, 10.Minutes), SimTime.Start + 5.Minutes, [3]);

        Assert.That(
            new[] { 4.9, 5, 10, 14.999, 15 }.Select(minute => fault.At(SimTime.Start + Duration.FromSeconds(minute * 60))),
            Is.EqualTo(new[] { 0, kind == FaultKind.Drift ? 0 : 2, halfWay, end, 0 }).Within(1e-3)
        );
    }

    [Test]
    public void Faults_of_a_device_come_as_often_as_they_are_declared_and_never_overlap()
    {
        var type = new FaultType("f", FaultKind.Step, 1, 1 / 3600.0, 1.Hours);
        var faults = Faults.Draw(Luck, "pump", 1, [type], SimTime.Start + 4000.Hours);

        Assert.Multiple(() =>
        {
            // One in the mean gap and the time it lasts: 2 h. Twice the variance of a renewal process with σ = 1 h, μ = 2 h.
            Assert.That(faults, Has.Count.EqualTo(2000).Within(4 * Math.Sqrt(4000 / 8.0)));
            Assert.That(
                faults.Zip(faults.Skip(1)),
                Has.All.Matches<(Fault First, Fault Second)>(pair => pair.Second.Start >= pair.First.End)
            );
        });
    }

    [Test]
    public void A_fault_that_spreads_strikes_a_share_of_the_devices()
    {
        var type = new FaultType("f", FaultKind.Spread, 1, 1 / 3600.0, 1.Hours, 0.3);
        var faults = Faults.Draw(Luck, "pump", Devices, [type], SimTime.Start + 200.Hours);

        Assert.That(
            faults.Average(fault => fault.Devices.Count),
            Is.EqualTo(0.3 * Devices).Within(4 * Math.Sqrt(0.21 * Devices / faults.Count))
        );
    }

    private static double[] Read(Signal signal, int device)
    {
        var values = new double[Samples];
        signal.Read(device, 0, values);
        return values;
    }

    private static Signal Quiet(double common) => new(Luck, "pump", Devices, 1.Minutes, 1, common, []);
}

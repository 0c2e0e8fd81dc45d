using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Tests.Detection;

public sealed class CommonPartTests
{
    private const int Times = 40_000;
    private const double Common = 0.7;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(10)]
    [TestCase(19)]
    public void What_is_left_is_standardized(int devices)
    {
        var left = Left(devices, fault: 0);

        Assert.Multiple(() =>
        {
            // Standard errors 1/√n of the mean and √(2/n) of the variance; four of them.
            Assert.That(left.Average(), Is.Zero.Within(4 / Math.Sqrt(Times)));
            Assert.That(left.Average(value => value * value), Is.EqualTo(1).Within(4 * Math.Sqrt(2.0 / Times)));
        });
    }

    [Test]
    public void A_faulty_device_hardly_moves_a_sound_one_however_faulty_it_is()
    {
        const int Devices = 10;
        // At most from one order statistic to the next: 1.25 σ / 9; the others' mean would move by 100 σ / 9.
        Assert.That(Left(Devices, fault: 100).Average(), Is.InRange(-1.5 / (Devices - 1), -0.02));
    }

    [Test]
    public void Where_nothing_is_common_nothing_is_taken_off()
    {
        var part = new CommonPart(3, 2, 0);

        part.Take([2, 4, 100], [true, true, true]);

        Assert.That(new[] { part.TakenOff(0), part.TakenOff(1) }, Is.EqualTo(new[] { 1.0, 2.0 }));
    }

    [Test]
    public void Who_did_not_report_is_not_asked()
    {
        var (some, all) = (new CommonPart(4, 1, Common), new CommonPart(3, 1, Common));

        some.Take([1, 99, 2, 3], [true, false, true, true]);
        all.Take([1, 2, 3], [true, true, true]);

        Assert.That(
            new[] { some.TakenOff(0), some.TakenOff(2), some.TakenOff(3) },
            Is.EqualTo(new[] { all.TakenOff(0), all.TakenOff(1), all.TakenOff(2) })
        );
    }

    /// <summary>What is left of device 0 at many times, while the last is off by some deviations.</summary>
    private static double[] Left(int devices, double fault)
    {
        var stream = new Randomness(9, 0).Stream(Entity.Of("device"), Purpose.Named("value"));
        var (part, values, came) = (new CommonPart(devices, 1, Common), new double[devices], new bool[devices]);
        Array.Fill(came, true);
        var left = new double[Times];
        for (var time = 0; time < Times; time++)
        {
            var shared = Common * Normal();
            for (var device = 0; device < devices; device++)
            {
                values[device] = shared + Normal();
            }

            values[devices - 1] += fault;
            part.Take(values, came);
            left[time] = part.TakenOff(0);
        }

        return left;

        double Normal()
        {
            var draw = stream.Next();
            return draw.Normal();
        }
    }
}

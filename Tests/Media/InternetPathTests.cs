using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media;

public class InternetPathTests
{
    private const int Frames = 50_000;

    [Test]
    public void The_delay_has_the_mean_of_its_two_parts()
    {
        // Gamma of shape 2 and mean 4 ms: standard deviation 4 / sqrt(2) ms; four standard errors of 50 000 are 0.05 ms.
        Assert.That(Delays().Average(), Is.EqualTo(0.014).Within(0.00005));
    }

    [Test]
    public void The_delay_varies_as_a_gamma_distribution_of_shape_2()
    {
        var delays = Delays();
        var mean = delays.Average();

        // Variance mean^2 / 2 = 8e-6 s^2; its relative standard error is sqrt((kurtosis - 1) / n) = sqrt(5 / 50 000) = 1 %.
        Assert.That(delays.Average(delay => (delay - mean) * (delay - mean)), Is.EqualTo(8e-6).Within(4).Percent);
    }

    [Test]
    public void Frames_of_a_session_do_not_overtake_each_other()
    {
        var log = Over(DelayModel.Erlang(10.Milliseconds, 100.Milliseconds), LossModel.None);
        for (var i = 0; i < 1000; i++)
        {
            log.Send(i, 100, new SimTime(i * 1_000_000L));
        }

        log.Simulation.Run();

        Assert.That(log.Arrived.Select(frame => frame.Number), Is.Ordered);
    }

    [TestCase(null)]
    [TestCase(4.0)]
    public void The_loss_ratio_is_kept_with_and_without_bursts(double? burst)
    {
        // Bursts of 4 correlate losses: variance grows by about 2 * 4 - 1; four standard deviations of 50 000 are 0.014.
        Assert.That(Lost(0.1, burst).Count / (double)Frames, Is.EqualTo(0.1).Within(0.014));
    }

    [Test]
    public void Bursts_have_their_mean_length()
    {
        var lost = Lost(0.1, 4);
        var bursts = lost.Where((number, i) => i == 0 || lost[i - 1] != number - 1).Count();

        // About 1250 geometric bursts of mean 4 and standard deviation 3.5: three standard errors are 0.3.
        Assert.That(lost.Count / (double)bursts, Is.EqualTo(4).Within(0.3));
    }

    [Test]
    public void Another_device_on_the_path_does_not_change_a_devices_luck()
    {
        Assert.That(Lost(0.1, null, strangers: true), Is.EqualTo(Lost(0.1, null)));
    }

    [Test]
    public void Another_seed_is_other_luck()
    {
        Assert.That(Lost(0.1, null, seed: 2), Is.Not.EqualTo(Lost(0.1, null)));
    }

    private static FrameLog Over(DelayModel delay, LossModel loss, ulong seed = 1)
    {
        var log = new FrameLog(seed);
        var path = new InternetPath("path", log.Simulation, log.Observers, delay, loss);
        log.Leg = path.Join(new Port(log.Near), new Port(log.Far)).Up;
        return log;
    }

    private static double[] Delays()
    {
        var log = Over(DelayModel.Erlang(10.Milliseconds, 4.Milliseconds), LossModel.None);
        for (var i = 0; i < Frames; i++)
        {
            log.Send(i, 100, new SimTime(i * 1_000_000_000L));
        }

        log.Simulation.Run();
        return [.. log.Arrived.Select(frame => frame.At.TotalSeconds - frame.Number)];
    }

    private static List<int> Lost(double ratio, double? burst, ulong seed = 1, bool strangers = false)
    {
        var log = new FrameLog(seed);
        var path = new InternetPath(
            "path",
            log.Simulation,
            log.Observers,
            DelayModel.Constant(1.Milliseconds),
            new LossModel(ratio, burst)
        );
        var stranger = new Node(log.Simulation, Entity.Of("near", 1), log.Observers);
        var own = path.Join(new Port(log.Near), new Port(log.Far)).Up;
        var other = path.Join(new Port(stranger), new Port(log.Far)).Up;
        for (var i = 0; i < Frames; i++)
        {
            log.Leg = own;
            log.Send(i, 100, SimTime.Start);
            log.Leg = other;
            if (strangers)
            {
                log.Send(-1, 100, SimTime.Start);
            }
        }

        return [.. log.Dropped.Select(frame => frame.Number).Where(number => number >= 0)];
    }
}

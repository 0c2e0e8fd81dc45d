using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Protocols;

public class RoundTripEstimatorTests
{
    [Test]
    public void The_time_out_is_a_second_before_the_first_sample()
    {
        Assert.That(new RoundTripEstimator().Timeout, Is.EqualTo(1.Seconds));
    }

    [Test]
    public void Three_samples_give_the_worked_values()
    {
        var estimator = Samples();

        // RFC 6298 with 100, 120 and 80 ms.
        Assert.That(
            (estimator.Smoothed, estimator.Variation, estimator.Timeout),
            Is.EqualTo((99.6875.Milliseconds, 37.5.Milliseconds, 249.6875.Milliseconds))
        );
    }

    [Test]
    public void The_time_out_exceeds_the_round_trip_by_its_minimum()
    {
        Assert.That(Samples(least: 1000).Timeout, Is.EqualTo(1099.6875.Milliseconds));
    }

    [Test]
    public void The_time_out_doubles_up_to_two_minutes()
    {
        var estimator = new RoundTripEstimator();
        for (var i = 0; i < 10; i++)
        {
            estimator.BackOff();
        }

        Assert.That(estimator.Timeout, Is.EqualTo(120.Seconds));
    }

    private static RoundTripEstimator Samples(int least = 1)
    {
        var estimator = new RoundTripEstimator();
        estimator.Sample(100.Milliseconds, least.Milliseconds);
        estimator.Sample(120.Milliseconds, least.Milliseconds);
        estimator.Sample(80.Milliseconds, least.Milliseconds);
        return estimator;
    }
}

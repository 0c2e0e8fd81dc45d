using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class InternetTests
{
    [Test]
    public void One_region_alone_is_refused() =>
        Assert.That(() => new Internet(new InternetOptions { NearRegion = Region.EastUS }), Throws.ArgumentException);

    [Test]
    public void Regions_and_a_round_trip_contradict_each_other() =>
        Assert.That(
            () =>
                new Internet(
                    new InternetOptions
                    {
                        NearRegion = Region.EastUS,
                        FarRegion = Region.WestEurope,
                        RoundTrip = 50.Milliseconds,
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("either")
        );

    [Test]
    public void A_pair_that_nobody_published_is_refused() =>
        Assert.That(
            () => new Internet(new InternetOptions { NearRegion = Region.WestUS, FarRegion = Region.WestEurope }),
            Throws.ArgumentException.With.Message.Contains("no round trip")
        );

    [Test]
    public void Losses_in_bursts_need_bursts() =>
        Assert.That(() => new Internet(new InternetOptions { LossInBurst = 0.5 }), Throws.ArgumentException);

    [Test]
    public void Without_variation_the_published_round_trip_is_the_round_trip() =>
        Assert.That(
            Internet.LeastRoundTrip(
                new InternetOptions
                {
                    NearRegion = Region.UKSouth,
                    FarRegion = Region.WestEurope,
                    Variation = 0,
                }
            ),
            Is.EqualTo(12.Milliseconds)
        );
}

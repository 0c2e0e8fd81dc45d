using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

public class LoRaStrangersTests
{
    [TestCase(868_034_000, 192_000, 868_100_000, 125_000, 1, TestName = "A channel within the band of Sigfox in Europe")]
    [TestCase(902_104_000, 192_000, 902_266_750, 58_500, 0.468, TestName = "A part of a channel in that of Sigfox in America")]
    [TestCase(868_074_400, 51_200, 868_100_000, 51_200, 0.4096, TestName = "A channel that covers the band of NB-Fi")]
    public void What_of_a_channel_lies_in_the_band_takes_its_share_of_the_power(
        double low,
        double width,
        double middle,
        double part,
        double share
    )
    {
        var only = LoRaStrangers.In(new Frequency(low), new Frequency(width)).Parts.Single();

        Assert.That((only.Middle.Hertz, only.Width.Hertz), Is.EqualTo((middle, part)));
        Assert.That(only.Share, Is.EqualTo(share).Within(1e-12));
    }

    [Test]
    public void A_wide_band_holds_several_channels() =>
        Assert.That(LoRaStrangers.In(new Frequency(867_690_000), new Frequency(820_000)).Parts, Has.Count.EqualTo(5));

    [Test]
    public void A_band_without_channels_has_none() =>
        Assert.That(LoRaStrangers.In(new Frequency(863_974_400), new Frequency(51_200)).Parts, Is.Empty);

    [Test]
    public void Frames_fill_their_share_of_the_time_of_a_channel()
    {
        var strangers = LoRaStrangers.In(new Frequency(868_034_000), new Frequency(192_000));

        // SF12 to SF7, alike likely.
        Assert.That(strangers.Airtimes, Has.Count.EqualTo(6));
        Assert.That(strangers.Rate(0.01) * strangers.Airtimes.Average(airtime => airtime.TotalSeconds), Is.EqualTo(0.01).Within(1e-12));
    }
}

using M2mVsIoTSim.Radio.NbIot;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.NbIot;

public class LinkAdaptationTests
{
    [TestCase(SubcarrierSpacing.Khz15)]
    [TestCase(SubcarrierSpacing.Khz3Point75)]
    public void Uplinks_hold_their_bits_and_never_get_faster_with_growing_loss(SubcarrierSpacing spacing)
    {
        foreach (var bits in new[] { 1, 88, 200, 256, 600, 1000 })
        {
            var before = Duration.Zero;
            for (var loss = 120.0; loss <= 164; loss += 0.5)
            {
                var format = LinkAdaptation.Uplink(bits, loss, spacing);

                Assert.That(format.BlockSize, Is.GreaterThanOrEqualTo(bits));
                Assert.That(format.Airtime, Is.GreaterThanOrEqualTo(before), $"{bits} bit at {loss} dB");
                before = format.Airtime;
            }
        }
    }

    [Test]
    public void Downlinks_hold_their_bits_and_never_get_faster_with_growing_loss()
    {
        foreach (var bits in new[] { 1, 56, 100, 256, 500, 680 })
        {
            var before = Duration.Zero;
            for (var loss = 120.0; loss <= 164; loss += 0.5)
            {
                var format = LinkAdaptation.Downlink(bits, loss);

                Assert.That(format.BlockSize, Is.GreaterThanOrEqualTo(bits));
                Assert.That(format.Airtime, Is.GreaterThanOrEqualTo(before), $"{bits} bit at {loss} dB");
                before = format.Airtime;
            }
        }
    }

    [Test]
    public void At_a_point_of_the_table_its_format_is_taken()
    {
        Assert.That(
            LinkAdaptation.Uplink(424, 150, SubcarrierSpacing.Khz15),
            Is.EqualTo(new NpuschFormat(SubcarrierSpacing.Khz15, 6, 5, 6, 8))
        );
        Assert.That(LinkAdaptation.Downlink(88, 164), Is.EqualTo(new NpdschFormat(1, 3, 192)));
    }

    [Test]
    public void Beyond_164_dB_there_is_no_coverage()
    {
        Assert.That(() => LinkAdaptation.Uplink(88, 164.1, SubcarrierSpacing.Khz15), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => LinkAdaptation.Downlink(88, 164.1), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void More_than_a_block_is_refused()
    {
        Assert.That(() => LinkAdaptation.Uplink(1001, 144, SubcarrierSpacing.Khz15), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => LinkAdaptation.Downlink(681, 144), Throws.TypeOf<ArgumentOutOfRangeException>());
    }
}

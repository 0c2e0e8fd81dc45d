using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.LteM;

namespace M2mVsIoTSim.Tests.Radio.LteM;

public class LinkAdaptationTests
{
    [TestCase(CoverageMode.A, 16, 424)]
    [TestCase(CoverageMode.B, -20, 88)]
    [TestCase(CoverageMode.B, -12, 424)]
    public void Uplinks_hold_their_bits_and_take_longer_the_weaker_they_are(CoverageMode mode, double from, int bits)
    {
        var before = 0;
        for (var snr = from + 10; snr >= from; snr -= 0.5)
        {
            var format = LinkAdaptation.Uplink(bits, snr, mode)!.Value;

            Assert.That(format.BlockSize, Is.InRange(bits, TransportBlocks.Greatest));
            Assert.That(format.Repetitions, Is.GreaterThanOrEqualTo(before));
            before = format.Repetitions;
        }
    }

    [Test]
    public void Where_the_channel_is_well_known_half_the_power_is_half_the_ratio()
    {
        var one = LinkAdaptation.Effective(10, 16, 24);

        Assert.That(one / LinkAdaptation.Effective(5, 16, 24), Is.EqualTo(2).Within(0.01));
    }

    [Test]
    public void Channel_estimation_costs_more_than_the_signal_loses_when_it_is_weak()
    {
        var ratio = LinkAdaptation.Effective(0.01, 16, 8) / LinkAdaptation.Effective(0.005, 16, 8);

        Assert.That(ratio, Is.GreaterThan(2.5).And.LessThan(4));
    }

    [Test]
    public void Without_power_no_number_of_repetitions_suffices()
    {
        Assert.That(LinkAdaptation.Uplink(1000, -40, CoverageMode.B), Is.Null);
        Assert.That(LinkAdaptation.Downlink(936, -40, CoverageMode.B), Is.Null);
        Assert.That(LinkAdaptation.Control(-40), Is.Null);
        Assert.That(LinkAdaptation.Feedback(-40), Is.Null);
    }

    [Test]
    public void In_mode_B_at_most_two_resource_blocks_are_sent_and_blocks_are_no_larger_than_936_bits()
    {
        Assert.That(LinkAdaptation.Uplink(872, 20, CoverageMode.B)!.Value.ResourceBlocks, Is.LessThanOrEqualTo(2));
        Assert.That(LinkAdaptation.Downlink(937, 20, CoverageMode.B), Is.Null);
    }

    [TestCase(-7.8, 1)]
    [TestCase(-10.8, 2)]
    [TestCase(-22.6, 32)]
    public void Acknowledgements_add_their_powers(double snr, int repetitions)
    {
        Assert.That(LinkAdaptation.Feedback(snr), Is.EqualTo(repetitions));
    }

    [Test]
    public void A_block_of_finite_length_needs_more_than_capacity()
    {
        // n = 1000 symbols at 0 dB have a capacity of 1000 bit and a dispersion of 0.75 log₂² e a symbol.
        var deviation = Math.Sqrt(1000 * 0.75) / Math.Log(2);

        Assert.That(FiniteBlockLength.Margin(1000, 1000, 1), Is.EqualTo(Math.Log2(1000) / 2 / deviation).Within(1e-12));
        Assert.That(FiniteBlockLength.Margin(1000, 900, 1), Is.EqualTo((100 + Math.Log2(1000) / 2) / deviation).Within(1e-12));
    }
}

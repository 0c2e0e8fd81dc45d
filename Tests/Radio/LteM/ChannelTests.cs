using M2mVsIoTSim.Radio.LteM;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.LteM;

public class ChannelTests
{
    [TestCase(0, 1, 16)]
    [TestCase(6, 1, 328)]
    [TestCase(9, 6, 936)]
    [TestCase(13, 4, 1000)]
    public void Blocks_are_those_of_the_standard(int index, int resourceBlocks, int bits)
    {
        Assert.That(TransportBlocks.Size(index, resourceBlocks), Is.EqualTo(bits));
    }

    [TestCase(0, 7)]
    [TestCase(16, 1)]
    public void What_the_category_does_not_have_is_refused(int index, int resourceBlocks)
    {
        Assert.That(() => TransportBlocks.Size(index, resourceBlocks), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(1, 143.7)]
    [TestCase(32, 158.7)]
    [TestCase(128, 164.7)]
    public void Repeated_preambles_reach_three_decibels_further_with_each_doubling(int repetitions, double loss)
    {
        Assert.That(Prach.GreatestCouplingLoss(23, 3, repetitions), Is.EqualTo(loss).Within(0.1));
    }

    [TestCase(10, 10)]
    [TestCase(-7.8, 10)]
    [TestCase(-17.8, 100)]
    public void A_cell_is_found_in_a_frame_or_in_as_many_as_its_weakness_takes(double snr, int milliseconds)
    {
        Assert.That(CellSearch.Synchronisation(snr), Is.EqualTo(milliseconds.Milliseconds));
    }

    [Test]
    public void A_long_uplink_pauses_as_with_NB_IoT()
    {
        Assert.That(new SharedChannelFormat(0, 1, 56, 512).Length, Is.EqualTo(552.Milliseconds));
    }
}

using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.NbIot;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.NbIot;

public class ChannelTests
{
    [TestCase(0, 10, 256)]
    [TestCase(4, 10, 680)]
    [TestCase(12, 4, 1000)]
    [TestCase(12, 5, 0)]
    public void Blocks_of_the_uplink_are_those_of_the_standard(int index, int units, int bits)
    {
        Assert.That(TransportBlocks.Npusch(index, units), Is.EqualTo(bits));
    }

    [TestCase(4, 10, 680)]
    [TestCase(7, 6, 680)]
    [TestCase(12, 3, 680)]
    [TestCase(8, 6, 0)]
    public void Blocks_of_the_downlink_are_those_of_the_standard(int index, int subframes, int bits)
    {
        Assert.That(TransportBlocks.Npdsch(index, subframes), Is.EqualTo(bits));
    }

    [Test]
    public void A_single_tone_takes_eight_times_as_long_as_the_carrier()
    {
        var carrier = new NpuschFormat(SubcarrierSpacing.Khz15, 12, 4, 2, 8);

        Assert.That(carrier.Airtime, Is.EqualTo(16.Milliseconds));
        Assert.That((carrier with { Tones = 1 }).Airtime, Is.EqualTo(128.Milliseconds));
        Assert.That((carrier with { Spacing = SubcarrierSpacing.Khz3Point75, Tones = 1 }).Airtime, Is.EqualTo(512.Milliseconds));
    }

    [TestCase(256, 256)]
    [TestCase(257, 297)]
    [TestCase(512, 552)]
    [TestCase(1024, 1144)]
    public void A_long_uplink_pauses_40_ms_after_each_256_ms(int airtime, int length)
    {
        Assert.That(Scheduling.WithUplinkGaps(airtime.Milliseconds), Is.EqualTo(length.Milliseconds));
    }

    [TestCase(0, 1, 5.6)]
    [TestCase(1, 32, 204.8)]
    [TestCase(0, 64, 358.4)]
    [TestCase(0, 128, 756.8)]
    public void A_preamble_takes_four_symbol_groups_a_repetition_and_pauses_after_64(int format, int repetitions, double length)
    {
        Assert.That(Nprach.Length(format, repetitions), Is.EqualTo(length.Milliseconds));
    }

    [TestCase(8, 2.0, 16)]
    [TestCase(1, 1.5, 4)]
    [TestCase(512, 8.0, 4096)]
    public void A_search_space_comes_back_after_Rmax_times_G(int maximum, double start, int period)
    {
        Assert.That(Npdcch.Period(maximum, start), Is.EqualTo(period.Milliseconds));
    }

    [TestCase(130, 8, 1)]
    [TestCase(144, 8, 2)]
    [TestCase(154, 64, 32)]
    [TestCase(164, 512, 256)]
    [TestCase(164, 64, 64)]
    public void An_assignment_takes_the_smallest_candidate_that_suffices(double loss, int maximum, int repetitions)
    {
        Assert.That(Npdcch.Candidate(loss, maximum), Is.EqualTo(repetitions));
    }

    [Test]
    public void An_anchor_leaves_seven_of_ten_subframes_to_the_devices()
    {
        Assert.That(AnchorCarrier.UsableShare(), Is.EqualTo(0.7).Within(1e-12));
        Assert.That(AnchorCarrier.Length(7.Milliseconds), Is.EqualTo(10.Milliseconds));
    }

    [TestCase(144, 0)]
    [TestCase(144.1, 1)]
    [TestCase(154, 1)]
    [TestCase(164, 2)]
    public void A_device_takes_the_level_of_its_coupling_loss(double loss, int level)
    {
        Assert.That(CoverageEnhancement.Level(loss, 144, 154), Is.EqualTo(level));
    }

    [TestCase(125, 1, 1000)]
    [TestCase(126, 2, 520)]
    [TestCase(200, 2, 816)]
    public void Messages_are_cut_into_equal_blocks_with_headers_of_their_own(int bytes, int blocks, int bits)
    {
        Assert.That(RadioOverhead.Segment(bytes, 1000), Is.EqualTo((blocks, bits)));
    }
}

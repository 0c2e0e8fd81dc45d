using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio;

public sealed class OQpskTests
{
    [TestCase(127, 4256)]
    [TestCase(50, 1792)]
    [TestCase(20, 832)]
    [TestCase(5, 352)]
    public void A_frame_takes_32_microseconds_an_octet_and_192_more(int psdu, int microseconds) =>
        Assert.That(OQpsk.Airtime(psdu), Is.EqualTo(microseconds.Microseconds));

    [Test]
    public void Without_a_signal_half_of_the_bits_are_wrong() => Assert.That(OQpsk.BitErrorRate(0), Is.EqualTo(0.5).Within(1e-12));

    /// <summary>1/30 · (120 e^−10 − 560 e^(−40/3) + 1820 e^−15 − 4368 e^−16 + 8008 e^(−50/3) − 11440 e^(−120/7) + 12870 e^−17.5 − …), summed by other means.</summary>
    [Test]
    public void At_0_dB_the_bit_error_rate_is_that_of_annex_E() =>
        Assert.That(OQpsk.BitErrorRate(1), Is.EqualTo(1.6152669e-4).Within(0.0001).Percent);

    [Test]
    public void Errors_grow_rarer_with_the_signal() =>
        Assert.That(Enumerable.Range(0, 100).Select(i => OQpsk.BitErrorRate(i / 10.0)), Is.Ordered.Descending);

    [Test]
    public void At_its_sensitivity_a_receiver_loses_one_frame_of_20_octets_in_a_hundred()
    {
        var sinr = Decibels.ToLinear(-100 - OQpsk.NoiseOf(-100));

        Assert.That(OQpsk.PacketErrorRate(sinr, 20), Is.EqualTo(0.01).Within(1e-9));
    }

    [Test]
    public void The_wait_for_an_acknowledgement_is_54_symbols() => Assert.That(LrWpanMac.AcknowledgementWait, Is.EqualTo(864.Microseconds));

    /// <summary>(8 + 16 + 2 · 31) · 20 + 266 symbols.</summary>
    [Test]
    public void A_device_that_polled_listens_for_1986_symbols() =>
        Assert.That(LrWpanMac.LongestWait(3, 5, 4), Is.EqualTo(OQpsk.Symbol * 1986));
}

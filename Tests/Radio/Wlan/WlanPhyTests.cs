using M2mVsIoTSim.Radio.Wlan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Radio.Wlan;

public sealed class WlanPhyTests
{
    private static IEnumerable<TestCaseData> FastestRates() =>
        [
            new(WlanPhys.HighRateDirectSequence, 11.0),
            new(WlanPhys.ExtendedRate, 54.0),
            new(WlanPhys.HighThroughput(WlanPhys.Ofdm), 65.0),
            new(WlanPhys.VeryHighThroughput(WlanPhys.Ofdm), 78.0),
            new(WlanPhys.HighEfficiency(WlanPhys.Ofdm), 143.4),
        ];

    [TestCaseSource(nameof(FastestRates))]
    public void The_fastest_rate_is_that_of_the_standard(WlanPhy phy, double megabits) =>
        Assert.That(phy.Rates.Max(rate => rate.BitsPerSecond) / 1e6, Is.EqualTo(megabits).Within(0.05));

    // IEEE 802.11-2016: DIFS of 802.11b 50, a 34, g 28 us; EIFS = SIFS + DIFS + acknowledgement at the lowest rate.
    [Test]
    public void Spaces_are_those_of_the_standard()
    {
        var (b, a, g) = (WlanPhys.HighRateDirectSequence, WlanPhys.Ofdm, WlanPhys.ExtendedRate);

        Assert.That(
            (b.Difs, b.Eifs, a.Difs, a.Eifs, g.Difs, g.Eifs),
            Is.EqualTo((50.Microseconds, 364.Microseconds, 34.Microseconds, 94.Microseconds, 28.Microseconds, 88.Microseconds))
        );
    }

    [Test]
    public void An_acknowledgement_of_802_11ax_is_in_the_old_format_at_24_megabits()
    {
        Assert.That(WlanPhys.HighEfficiency(WlanPhys.Ofdm).ControlAirtime(WlanFrame.Acknowledgement, 11), Is.EqualTo(28.Microseconds));
    }

    // 22 + 8 * 1500 bits at 1950 a symbol: 7 symbols of 13.6 us behind 44 us.
    [Test]
    public void A_frame_of_802_11ax_takes_whole_symbols()
    {
        Assert.That(WlanPhys.HighEfficiency(WlanPhys.Ofdm).Airtime(1500, 11), Is.EqualTo(139.2.Microseconds));
    }

    [TestCase(-100, null)]
    [TestCase(-82, 0)]
    [TestCase(-79.5, 1)]
    [TestCase(-66, 6)]
    [TestCase(0, 7)]
    public void The_fastest_rate_that_is_strong_enough_is_chosen(double power, int? rate) =>
        Assert.That(WlanPhys.Ofdm.RateFor(power, gain: 0), Is.EqualTo(rate));

    [Test]
    public void A_better_receiver_is_fast_at_less_power() => Assert.That(WlanPhys.Ofdm.RateFor(-75, gain: 10), Is.EqualTo(7));

    [Test]
    public void Noise_strikes_octets_independently()
    {
        var survives = Math.Pow(1 - WlanErrors.Frame(0.5, 1000), 0.2);

        Assert.That(1 - WlanErrors.Frame(0.5, 200), Is.EqualTo(survives).Within(1e-12));
    }
}

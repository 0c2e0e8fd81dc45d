using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>Two frames at SF7, 100 ms and 200 ms long; the preamble of 12.25 symbols takes 12.544 ms.</summary>
public class LoRaWanContestTests
{
    private const int Code = 5;
    private const double Preamble = 0.012544;

    /// <summary>With equal power and a threshold of 6 dB: an overlap of 25.1 ms of the shorter one is borne.</summary>
    private static readonly double Bearable = 0.1 / Math.Pow(10, 0.6);

    [TestCase(0.1, 0.2)]
    [TestCase(0.2, 0.1)]
    public void Without_locks_offsets_of_more_than_the_bearable_overlap_are_harmful(double mine, double others)
    {
        var bearable = mine / Math.Pow(10, 0.6);
        var harmful = bearable >= Math.Min(mine, others) ? 0 : mine + others - 2 * bearable;

        Assert.That(Vulnerable(locks: false, mine, others, ratio: 1), Is.EqualTo(harmful).Within(1e-12));
    }

    [Test]
    public void A_lock_lasts_as_long_as_the_older_frame_behind_its_preamble()
    {
        // Starts of the other: from 187.456 ms before, for as long as the gateway is locked, to 74.9 ms after.
        Assert.That(Vulnerable(locks: true, 0.1, 0.2, ratio: 1), Is.EqualTo(0.2 - Preamble + 0.1 - Bearable).Within(1e-9));
    }

    [Test]
    public void Nobody_is_locked_on_what_is_not_heard()
    {
        Assert.That(Vulnerable(locks: true, 0.1, 0.2, ratio: 1000, isHeard: false), Is.Zero);
    }

    [Test]
    public void A_strong_frame_is_lost_to_a_lock_all_the_same()
    {
        Assert.That(Vulnerable(locks: true, 0.1, 0.2, ratio: 1000), Is.EqualTo(0.2 - Preamble).Within(1e-9));
    }

    private static double Vulnerable(bool locks, double mine, double others, double ratio, bool isHeard = true) =>
        new LoRaWanContest(new LoRaWanEu868Options { PreambleLocking = locks }).Vulnerable(Code, mine, Code, others, ratio, isHeard);
}

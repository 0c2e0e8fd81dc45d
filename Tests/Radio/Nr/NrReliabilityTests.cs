using M2mVsIoTSim.Radio.Nr;

namespace M2mVsIoTSim.Tests.Radio.Nr;

public class NrReliabilityTests
{
    private static readonly NrModulation Robust = NrLinkAdaptation.Mcs(NrTable.LowEfficiency)[6];

    [TestCase(0, 1)]
    [TestCase(0, 4)]
    [TestCase(8, 1)]
    [TestCase(8, 2)]
    public void Fading_has_a_mean_gain_of_one(double factor, int branches)
    {
        var fading = NrFading.Of(factor, branches);

        Assert.That(fading.Mean(_ => 1), Is.EqualTo(1).Within(1e-8));
        Assert.That(fading.Mean(gain => gain), Is.EqualTo(1).Within(1e-8));
        // Variance of the gain of a branch of Rice's fading: (1 + 2 K) / (1 + K)².
        Assert.That(
            fading.Mean(gain => gain * gain) - 1,
            Is.EqualTo((1 + 2 * factor) / ((1 + factor) * (1 + factor)) / branches).Within(1e-7)
        );
    }

    [Test]
    public void Deep_fades_of_two_branches_follow_their_closed_form()
    {
        var fading = NrFading.Of(0, 2);
        // E e^(−s g) of a gamma gain of shape 2: (1 + s/2)^−2, here 4e-8: all of it comes from deep fades.
        Assert.That(fading.Mean(gain => Math.Exp(-1e4 * gain)), Is.EqualTo(Math.Pow(1 + 5e3, -2)).Within(1e-11));
    }

    [Test]
    public void A_repetition_adds_its_energy()
    {
        var failures = NrReliability.Failures(Robust, 256, 0.3, NrFading.None, 0, 3);

        Assert.That(failures[1], Is.EqualTo(NrBlockError.OfTransportBlock(Robust, 256, 0.6)));
        Assert.That(failures[2], Is.EqualTo(NrBlockError.OfTransportBlock(Robust, 256, 0.9)).Within(1e-9).Percent);
    }

    [Test]
    public void A_grant_that_is_missed_leaves_nothing_to_combine()
    {
        const double Missed = 0.1;
        var error = NrBlockError.OfTransportBlock(Robust, 256, 0.3);
        var failures = NrReliability.Failures(Robust, 256, 0.3, NrFading.None, Missed, 2);

        Assert.That(failures[0], Is.EqualTo(1 - NrReliability.Chain(Missed, error)).Within(1e-14));
        Assert.That(
            failures[1],
            Is.EqualTo(
                    Missed * Missed
                        + 2 * Missed * (1 - Missed) * error
                        + (1 - Missed) * (1 - Missed) * NrBlockError.OfTransportBlock(Robust, 256, 0.6)
                )
                .Within(1e-14)
        );
    }

    [Test]
    public void A_configured_grant_cannot_be_missed() =>
        Assert.That(
            NrReliability.Failures(Robust, 256, 0.3, NrFading.None, 0.1, 1, isConfigured: true)[0],
            Is.EqualTo(NrBlockError.OfTransportBlock(Robust, 256, 0.3))
        );

    [Test]
    public void Two_legs_lose_what_both_lose() =>
        Assert.That(NrReliability.Duplicated([1e-3, 1e-4]), Is.EqualTo(new[] { 1e-6, 1e-8 }).Within(1e-20));

    [Test]
    public void Conditional_rates_multiply_to_what_is_left() =>
        Assert.That(NrReliability.Conditional([0.1, 0.02, 0.002]), Is.EqualTo(new[] { 0.1, 0.2, 0.1 }).Within(1e-15));

    [Test]
    public void Repetitions_are_worth_their_energy()
    {
        // K repetitions deliver as at 10 log K more (chase combining).
        var single = NrBlockError.RequiredSnr(Robust, 272, 1e-5);
        var repeated = NrBlockError.Required(ratio => NrBlockError.Of(Robust, 272, 4 * ratio), 1e-5);

        Assert.That(single - repeated, Is.EqualTo(6.02).Within(0.01));
    }
}

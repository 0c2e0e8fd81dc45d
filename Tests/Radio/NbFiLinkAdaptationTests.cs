using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Tests.Radio;

public class NbFiLinkAdaptationTests
{
    private static readonly NbFiLinkAdaptation Beginning = new(NbFiRate.Bps50, 15);

    [Test]
    public void A_strong_link_climbs_to_the_greatest_rate_and_then_saves_power_step_by_step()
    {
        // The station hears 50 bit/s at 60 dB and every further rate 9 dB worse, and as much worse as the power is lowered.
        NbFiLinkAdaptation[] steps =
        [
            new(NbFiRate.Bps400, 15, 17), // (45 + 60)/4 = 26 > 24, less 9
            new(NbFiRate.Bps3200, 15, 16), // (51 + 51)/4 = 25 > 24, less 9
            new(NbFiRate.Bps3200, 15, 22), // (48 + 42)/4 = 22
            new(NbFiRate.Bps25600, 15, 18), // (66 + 42)/4 = 27 > 24, less 9
            new(NbFiRate.Bps25600, 15, 21), // (54 + 33)/4 = 21
            new(NbFiRate.Bps25600, 15, 24), // (63 + 33)/4 = 24
            new(NbFiRate.Bps25600, 12, 23), // (72 + 33)/4 = 26 > 25, less 3
            new(NbFiRate.Bps25600, 12, 24), // (69 + 30)/4 = 24
            new(NbFiRate.Bps25600, 12, 25), // (72 + 30)/4 = 25
            new(NbFiRate.Bps25600, 9, 23), // (75 + 30)/4 = 26 > 25, less 3
        ];

        Assert.That(Follow(Beginning, 60, steps.Length), Is.EqualTo(steps));
    }

    [Test]
    public void A_weak_link_raises_its_power_and_keeps_its_rate()
    {
        // The station hears 50 bit/s at 17 dB while the device sends with 15 dBm, 400 bit/s 9 dB worse.
        NbFiLinkAdaptation[] steps =
        [
            new(NbFiRate.Bps400, 8, 11), // (45 + 1)/4 = 11
            new(NbFiRate.Bps400, 11, 11), // (33 + 1)/4 = 8 < 10, plus 3
            new(NbFiRate.Bps400, 14, 12), // (33 + 4)/4 = 9 < 10, plus 3
            new(NbFiRate.Bps400, 14, 10), // (36 + 7)/4 = 10
            new(NbFiRate.Bps400, 15, 10), // (30 + 7)/4 = 9 < 10, plus 1
            new(NbFiRate.Bps400, 15, 9), // (30 + 8)/4 = 9 < 10, but that is the greatest power
        ];

        Assert.That(Follow(Beginning with { Rate = NbFiRate.Bps400, Power = 8 }, 17, steps.Length), Is.EqualTo(steps));
    }

    [Test]
    public void Power_rises_with_each_missing_acknowledgement_up_to_the_greatest()
    {
        var link = Beginning with { Power = 10 };

        Assert.That((link.Unheard(15).Power, link.Unheard(15).Unheard(15).Power), Is.EqualTo((13, 15)));
    }

    [Test]
    public void Power_is_not_lowered_below_the_least()
    {
        var link = new NbFiLinkAdaptation(NbFiRate.Bps25600, 1, 40);

        Assert.That(link.Heard(40, NbFiProtocol.UplinkDegradation, leastPower: 0, greatestPower: 15).Power, Is.Zero);
    }

    private static IEnumerable<NbFiLinkAdaptation> Follow(NbFiLinkAdaptation link, double at50, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            yield return link = link.Heard(
                at50 - NbFiProtocol.UplinkDegradation(link.Rate) + link.Power - 15,
                NbFiProtocol.UplinkDegradation,
                0,
                15
            );
        }
    }
}

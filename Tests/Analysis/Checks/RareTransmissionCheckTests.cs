using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Checks;

public sealed class RareTransmissionCheckTests
{
    [Test]
    public void A_life_extrapolated_from_a_handful_of_transmissions_is_told() =>
        Assert.That(
            Texts(12, 15),
            Is.EqualTo(
                new[]
                {
                    "The battery life of meter rests on 13.5 transmissions of devices like its 5th-percentile one (direct); "
                        + "with fewer than 20 what a message costs is poorly known. Run for longer.",
                }
            )
        );

    [Test]
    public void Twenty_transmissions_are_enough() => Assert.That(Texts(20, 20), Is.Empty);

    private static IEnumerable<string> Texts(params double[] transmissions)
    {
        var runs = transmissions.Select(
            (value, i) => new RunRow("metering-scale", "direct", "m2m", "", i + 1, "meter", "transmissions", value, "1")
        );
        var results = ComparisonResults.Of(new("", SampleStudy.Manifest(), [.. runs], [], [], []), "metering-scale");
        return new RareTransmissionCheck().Of(results).Select(remark => remark.Text);
    }
}

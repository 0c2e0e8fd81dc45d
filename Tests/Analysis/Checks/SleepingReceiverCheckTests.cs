using M2mVsIoTSim.Analysis.Checks;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Tests.Analysis.Checks;

public sealed class SleepingReceiverCheckTests
{
    [Test]
    public void What_was_lost_because_the_receiver_slept_is_explained() =>
        Assert.That(Texts(0.25), Has.One.StartsWith($"{Readable.Percent(0.25)} of reading were lost because the receiver slept"));

    [Test]
    public void A_few_are_not_worth_a_word() => Assert.That(Texts(0.0001), Is.Empty);

    private static IEnumerable<string> Texts(double share)
    {
        RunRow[] runs =
        [
            .. Enumerable
                .Range(1, 3)
                .Select(replication => new RunRow(
                    "metering-scale",
                    "direct",
                    "m2m",
                    "",
                    replication,
                    "reading",
                    "dropped:asleep",
                    share,
                    "1"
                )),
        ];
        var results = ComparisonResults.Of(new("", SampleStudy.Manifest(), runs, [], [], []), "metering-scale");
        return new SleepingReceiverCheck().Of(results).Select(remark => remark.Text);
    }
}

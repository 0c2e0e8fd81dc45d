using M2mVsIoTSim.Network;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>Devices that fail and are replaced, over every access technology.</summary>
public sealed class ChurnTests
{
    private static IEnumerable<TestCaseData> Cells() =>
        Study.Load(Repository.PathOf("CanSay", "churn.yaml")).Cells.Select(cell => new TestCaseData(cell).SetArgDisplayNames(cell.Id));

    [TestCaseSource(nameof(Cells))]
    public void A_replacement_goes_on_sending(Cell cell)
    {
        var log = Chains.Run(cell);
        var half = cell.Times.Begin + cell.Times.Measurement / 2;

        // Up for 24 h, down for 4 h on average: one in seven is lost. Of so few failures the share may be off by a third of that.
        double Share(Func<Message, bool> when) =>
            (double)log.Arrived("reading").Count(one => when(one.Message)) / log.Produced("reading").Count(when);

        Assert.That(Share(message => message.Created < half), Is.InRange(0.7, 0.97));
        Assert.That(Share(message => message.Created >= half), Is.InRange(0.7, 0.97));
        Assert.That(log.Lost("reading").Any(one => one.Reason == DropReason.NodeDown), Is.True);
    }
}

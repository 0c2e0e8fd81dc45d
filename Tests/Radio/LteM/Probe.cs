using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Radio.LteM;
using M2mVsIoTSim.Units;
namespace M2mVsIoTSim.Tests.Radio.LteM;
public class Probe
{
    [Test]
    public void Print()
    {
        for (var cl = 140; cl <= 164; cl += 4)
        {
            var up = LinkBudget.Snr(23, cl, 180.Kilohertz, 3);
            var down = LinkBudget.Snr(36.8, cl, Prach.Bandwidth, 5);
            var mode = cl <= 152 ? CoverageMode.A : CoverageMode.B;
            TestContext.Out.WriteLine($"{cl} up {up:0.0} dn {down:0.0} | UL88 {LinkAdaptation.Uplink(88, up, mode)} UL424 {LinkAdaptation.Uplink(424, up, mode)} UL1000 {LinkAdaptation.Uplink(1000, up, mode)} | DL56 {LinkAdaptation.Downlink(56, down, mode)} DL152 {LinkAdaptation.Downlink(152, down, mode)} DL328 {LinkAdaptation.Downlink(328, down, mode)} DL1000 {LinkAdaptation.Downlink(1000, down, mode)} C {LinkAdaptation.Control(down)} F {LinkAdaptation.Feedback(up)} sync {CellSearch.Synchronisation(down)} mib {CellSearch.MasterInformation(down)}".Replace("SharedChannelFormat", "").Replace("Index = ","").Replace("BlockSize =","").Replace("ResourceBlocks", "PRB").Replace("Repetitions","R"));
        }
        foreach (var r in Prach.RepetitionSet) TestContext.Out.WriteLine($"prach {r} {Prach.GreatestCouplingLoss(23, 3, r):0.0}");
    }
}

using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Technologies;

namespace M2mVsIoTSim.Tests.Media.Cells;

public class SharingTests
{
    [Test]
    public void A_small_packet_does_not_wait_for_the_end_of_a_long_transfer()
    {
        var alone = Latency(others: 0);
        var beside = Latency(others: 3);

        // Three files of a megabyte take seconds each; goes of three subframes of each stand in the way of every message of the small one.
        Assert.That(beside - alone, Is.LessThan(0.1));
    }

    [Test]
    public void Equal_transfers_end_together()
    {
        var options = new LteCat1Options { BlockErrorRate = 0, PowerSaving = M2mVsIoTSim.Media.PowerSaving.Drx };
        var log = new FrameLog();
        var cell = new LteCat1(options).Cell(log.Simulation, log.Observers);
        for (var i = 0; i < 4; i++)
        {
            Send(log, cell, i, 100_000);
        }

        log.Simulation.Run();
        var ends = log.Arrived.Select(arrival => arrival.At.TotalSeconds).ToList();
        Assert.That(ends.Max() - ends.Min(), Is.LessThan(0.2 * ends.Max()));
    }

    private static double Latency(int others)
    {
        var options = new LteCat1Options
        {
            BlockErrorRate = 0,
            PowerSaving = M2mVsIoTSim.Media.PowerSaving.Drx,
            CoreRoundTripMedian = M2mVsIoTSim.Units.Duration.Zero,
            Loss = 0,
        };
        var log = new FrameLog();
        var cell = new LteCat1(options).Cell(log.Simulation, log.Observers);
        for (var i = 0; i < others; i++)
        {
            Send(log, cell, i + 1, 1_000_000);
        }

        log.Simulation.RunUntil(log.Simulation.Now + M2mVsIoTSim.Units.Duration.FromSeconds(1));
        Send(log, cell, 0, 100);
        log.Simulation.Run();
        return log.Arrived.Single(arrival => arrival.Number == 0).At.TotalSeconds - 1;
    }

    private static void Send(FrameLog log, CellNetwork cell, int number, int length)
    {
        var node = new M2mVsIoTSim.Network.Node(log.Simulation, M2mVsIoTSim.Kernel.Entity.Of("device", number), log.Observers);
        log.Leg = cell.Join(node, log.Far, 0, 120).Up;
        log.Send(number, length, log.Simulation.Now);
    }
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Tests.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Technologies;

/// <summary>A camera and its neighbour in one cell of NR.</summary>
public class NrSharingTests
{
    private const int Picture = 60_000;

    /// <summary>A slice of 20 MHz, nothing fails: the picture takes more than a hundred slots of 0.5 ms at 125 dB.</summary>
    private static readonly NrOptions Options = new()
    {
        Duplex = "FDD",
        Bandwidth = 20.0.Megahertz,
        SliceShare = 1,
        BlockErrorRate = 1e-6,
        ControlError = 0,
        RequestError = 0,
        Detection = 1,
        CoreRoundTripMedian = Duration.Zero,
        Loss = 0,
        PowerSaving = PowerSaving.Drx,
        PeriodicUpdate = null,
    };

    [TestCase(Picture, TestName = "A_small_packet_does_not_wait_for_a_picture_in_one_piece")]
    [TestCase(1400, TestName = "A_small_packet_does_not_wait_for_a_picture_in_packets")]
    public void A_small_packet_does_not_wait_for_a_picture(int piece)
    {
        var alone = Small(0, 0).Latency;
        var (beside, picture) = Small(Picture / piece, piece);

        // Each of its messages waits for at most what is under way, sixteen slots in a row: request, answer, complete with the data.
        Assert.That(picture, Is.GreaterThan(0.08));
        Assert.That(beside - alone, Is.LessThan(3 * 16 * 0.5e-3).And.LessThan(picture / 4));
    }

    [TestCase("FDD")]
    [TestCase("DDDSU")]
    public void Equal_pictures_end_together(string duplex)
    {
        var log = new FrameLog();
        var cell = new Nr("nr-embb", Options with { Duplex = duplex }).Cell(log.Simulation, log.Observers);
        for (var i = 0; i < 4; i++)
        {
            Send(log, Device(log, cell, i), i, Picture);
        }

        log.Simulation.Run();
        var ends = log.Arrived.Select(arrival => arrival.At.TotalSeconds).ToList();
        Assert.That(ends, Has.Count.EqualTo(4));
        Assert.That(ends.Max() - ends.Min(), Is.LessThan(0.2 * ends.Max()));
    }

    /// <summary>Latency of 40 B that come while a picture goes, and how long that takes [s].</summary>
    private static (double Latency, double Picture) Small(int pieces, int length)
    {
        const double At = 0.1;
        var log = new FrameLog();
        var cell = new Nr("nr-embb", Options).Cell(log.Simulation, log.Observers);
        var (camera, neighbour) = (Device(log, cell, 1), Device(log, cell, 0));
        for (var i = 0; i < pieces; i++)
        {
            Send(log, camera, i + 1, length);
        }

        log.Simulation.RunUntil(SimTime.Start + At.Seconds);
        Send(log, neighbour, 0, 40);
        log.Simulation.Run();
        return (
            log.Arrived.Single(arrival => arrival.Number == 0).At.TotalSeconds - At,
            log.Arrived.Where(arrival => arrival.Number > 0).Select(arrival => arrival.At.TotalSeconds).DefaultIfEmpty().Max()
        );
    }

    private static Leg Device(FrameLog log, CellNetwork cell, int number) =>
        cell.Join(new Node(log.Simulation, Entity.Of("device", number), log.Observers), log.Far, 0, 125).Up;

    private static void Send(FrameLog log, Leg leg, int number, int length)
    {
        log.Leg = leg;
        log.Send(number, length, log.Simulation.Now);
    }
}

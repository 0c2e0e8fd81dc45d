using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

public sealed class ScanCycleTests
{
    [Test]
    public void A_message_takes_one_to_two_scans()
    {
        var station = Controller(arrivals: 1000);

        Assert.That(station.Outcomes.Arrived.Select(outcome => outcome.Latency), Is.All.InRange(10.Milliseconds, 20.Milliseconds));
    }

    [Test]
    public void A_message_takes_one_and_a_half_scans_on_average()
    {
        var station = Controller(arrivals: 1000);

        // 1000 arrivals, evenly spread over the phase of the scan by the odd step: the error is below one step of the grid.
        var mean = station.Outcomes.Arrived.Average(outcome => outcome.Latency.TotalSeconds);
        Assert.That(mean, Is.EqualTo(0.015).Within(0.00002));
    }

    [Test]
    public void Controllers_do_not_scan_in_step()
    {
        var latencies = Enumerable
            .Range(0, 5)
            .Select(number =>
            {
                var station = new OneStation(s => new ScanCycle(s, Entity.Of("plc", number), 10.Milliseconds));
                station.ArriveAt(SimTime.Start, 0);
                station.Simulation.Run();
                return station.Outcomes.Arrived.Single().Latency;
            });

        Assert.That(latencies, Is.Unique);
    }

    private static OneStation Controller(int arrivals)
    {
        var station = new OneStation(s => new ScanCycle(s, Entity.Of("plc"), 10.Milliseconds));
        for (var serial = 0; serial < arrivals; serial++)
        {
            station.ArriveAt(new SimTime(serial * 12_010_000L), serial);
        }

        station.Simulation.Run();
        return station;
    }
}

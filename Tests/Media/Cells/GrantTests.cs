using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>A grant and what it grants.</summary>
public class GrantTests
{
    [Test]
    public void Data_follow_their_grant_at_the_gap_however_full_the_uplink_is()
    {
        var access = PlainAir.Access with { Preambles = 1000, GrantsPerResponse = 1 };
        var air = new PlainAir
        {
            Settings = [access],
            Attempts = 1000,
            Tones = 4,
            Lines = 8,
        };
        var bench = new CellBench(air, devices: 12);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < 12; i++)
        {
            bench.Send(i, 0, device: i, length: 20_000);
        }

        bench.RunUntil(60);

        // Twenty blocks each of 12 devices, one at a time on the uplink.
        Assert.That(bench.Log.Arrived, Has.Count.EqualTo(12));
        Assert.That(
            bench.Network.Timeline.Steps.Where(step => step.Name == "granted time").Select(step => step.Length).Distinct(),
            Is.EquivalentTo(new[] { 2.Milliseconds, 4.Milliseconds })
        );
    }

    [Test]
    public void Monitoring_for_its_turn_is_charged_as_connected()
    {
        var bench = new CellBench(new PlainAir { Settings = [PlainAir.Access with { Preambles = 1000 }] }, devices: 20);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < 20; i++)
        {
            bench.Send(i, 0, device: i);
        }

        bench.RunUntil(60);
        Assert.That(
            bench.Network.Timeline.Steps.Where(step => step.Name == "its turn on the downlink").Select(step => step.State).Distinct(),
            Is.EqualTo(new[] { "connected" })
        );
    }
}

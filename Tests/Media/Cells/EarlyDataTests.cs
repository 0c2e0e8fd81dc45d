using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>Packets that go with the request and with the answer.</summary>
public class EarlyDataTests
{
    private static readonly ConnectionSettings Early = CellBench.Settings with
    {
        Procedure = CellBench.Procedure with { GreatestRequest = 100 },
        Buffer = 1,
    };

    [Test]
    public void A_packet_of_the_downlink_that_is_left_after_a_failed_answer_never_goes_up()
    {
        // Every second block fails: many answers that take a packet along are given up after the request has arrived.
        const int Devices = 200;
        var air = new PlainAir
        {
            BlockErrorRate = 0.5,
            Attempts = 100,
            Settings = [PlainAir.Access with { Preambles = 1000 }],
        };
        var bench = new CellBench(air, Early, Devices);
        bench.Network.Timeline = new ExchangeTimeline();
        for (var i = 0; i < Devices; i++)
        {
            bench.Send(2 * i, 10 * i, isUp: false, device: i);
            bench.Send(2 * i + 1, 10 * i + 1, device: i, length: 40);
        }

        bench.RunUntil(10 * Devices + 100);

        // What goes down has 20 octets, what goes up 40: wrapped in a request 41 and 61.
        Assert.That(
            bench.Network.Timeline.Steps.Where(step => step.Name == "request (Msg3)").Select(step => step.Bytes).Distinct().Order(),
            Is.EqualTo(new[] { CellBench.Procedure.Request, CellBench.Procedure.Request + 50 })
        );
    }
}

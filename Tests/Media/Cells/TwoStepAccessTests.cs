using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

/// <summary>A request of 12 ms behind a preamble of 10 ms: in two steps an access takes 100 (occasion) + 10 + 12 + 3 (to the answer) + 8 ms (answer).</summary>
public class TwoStepAccessTests
{
    private static readonly TwoStepAccess Steps = new()
    {
        Preambles = 8,
        Request = 12.Milliseconds,
        RequestBytes = 100,
        AnswerStart = 3.Milliseconds,
        AnswerWindow = 40.Milliseconds,
        Attempts = 2,
    };

    private static readonly RandomAccessSettings TwoStep = PlainAir.Access with { TwoStep = Steps };

    [Test]
    public void A_request_that_is_understood_at_once_saves_a_response_and_a_grant()
    {
        var bench = new CellBench(new PlainAir { Settings = [TwoStep] });
        bench.Send(0, 0);
        bench.RunUntil(60);

        // Acquisition 50, occasion 100, preamble 10, request 12, answer 3 + 8 + 5, 1, data 3 + 10.
        Assert.That(bench.Arrived(0), Is.EqualTo(0.152));
    }

    [Test]
    public void A_request_that_is_not_decoded_is_sent_again_in_four_steps()
    {
        var deaf = TwoStep with { TwoStep = Steps with { RequestErrorRate = 1 } };
        var bench = new CellBench(new PlainAir { Settings = [deaf] });
        bench.Send(0, 0);
        bench.RunUntil(60);

        // Behind preamble and request: window 3, response 8, gap 4, request 10, gap 1, answer 8 + 5, 1, data 3 + 10.
        Assert.That((bench.Arrived(0), bench.Network.Accesses.Fallbacks, bench.Network.Accesses.Preambles), Is.EqualTo((0.175, 1L, 1L)));
    }

    [Test]
    public void A_device_goes_on_with_four_steps_after_the_last_attempt_in_two()
    {
        var deaf = TwoStep with { Detection = 0 };
        var bench = new CellBench(new PlainAir { Settings = [deaf], Attempts = 5 });
        bench.Network.Timeline = new ExchangeTimeline();
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That(
            bench.Network.Timeline.Steps.Select(step => step.Name).Where(name => name.StartsWith("preamble", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "preamble (MsgA)", "preamble (MsgA)", "preamble (Msg1)", "preamble (Msg1)", "preamble (Msg1)" })
        );
    }

    [Test]
    public void A_packet_that_fits_goes_behind_the_preamble()
    {
        var early = CellBench.Settings with { Procedure = CellBench.Procedure with { GreatestRequest = 125 } };
        var bench = new CellBench(new PlainAir { Settings = [TwoStep] }, early);
        bench.Send(0, 0);
        bench.RunUntil(60);

        Assert.That(bench.Arrived(0), Is.EqualTo(0.122));
    }

    [Test]
    public void A_packet_that_does_not_fit_waits_for_the_connection()
    {
        var early = CellBench.Settings with { Procedure = CellBench.Procedure with { GreatestRequest = 125 } };
        var bench = new CellBench(new PlainAir { Settings = [TwoStep] }, early);
        bench.Send(0, 0, length: 90);
        bench.RunUntil(60);

        Assert.That(bench.Arrived(0), Is.EqualTo(0.152));
    }

    [Test]
    public void Requests_at_one_time_destroy_each_other()
    {
        var shared = TwoStep with { Preambles = 1000, TwoStep = Steps with { Preambles = 1000, PreamblesPerRequest = 1000 } };
        var bench = new CellBench(new PlainAir { Settings = [shared] }, devices: 2);
        bench.Send(0, 0);
        bench.Send(1, 0, device: 1);
        bench.RunUntil(60);

        Assert.That(
            (bench.Network.Accesses.Fallbacks, bench.Network.Accesses.RequestsAtOnce, bench.Log.Arrived.Count),
            Is.EqualTo((2L, 0L, 2))
        );
    }

    [Test]
    public void A_request_has_to_fit_behind_its_preamble()
    {
        var narrow = TwoStep with { TwoStep = Steps with { RequestBytes = 10 } };
        Assert.That(
            () => new CellBench(new PlainAir { Settings = [narrow] }),
            Throws.ArgumentException.With.Message.Contains("11 B does not fit into the 10 B")
        );
    }
}

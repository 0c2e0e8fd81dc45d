using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Media.Cells;

public class InactiveStateTests
{
    /// <summary>Idle devices need four messages more than those that resume.</summary>
    private static readonly ConnectionSettings Settings = CellBench.Settings with
    {
        PowerSaving = PowerSaving.Drx,
        Inactivity = 1.Seconds,
        Procedure = CellBench.Procedure with
        {
            SetUp =
            [
                new("complete", true, 12),
                new("security", false, 10),
                new("security complete", true, 10),
                new("reconfiguration", false, 10),
                new("reconfiguration complete", true, 10),
            ],
        },
        Inactive = new InactiveState
        {
            Procedure = CellBench.Procedure with { Update = [] },
            Lifetime = 100.Seconds,
            AreaUpdate = 60.Seconds,
        },
    };

    [Test]
    public void A_connection_that_is_suspended_is_resumed_by_fewer_messages()
    {
        var bench = Exchange(second: 30);

        Assert.That(Messages(bench, from: 30), Is.EqualTo(new[] { "request (Msg3)", "answer (Msg4)", "complete", "release" }));
    }

    [Test]
    public void After_its_lifetime_the_whole_procedure_is_needed_again()
    {
        var bench = Exchange(second: 130, Settings with { Inactive = Settings.Inactive! with { AreaUpdate = null } });

        Assert.That(Messages(bench, from: 130), Has.Count.EqualTo(8));
    }

    [Test]
    public void An_area_update_ends_with_the_answer()
    {
        var bench = Exchange(second: null);
        bench.RunUntil(100);

        // Connected until 1.3 s or so; an update is due 60 s later.
        Assert.That(Messages(bench, from: 30), Is.EqualTo(new[] { "request (Msg3)", "answer (Msg4)" }));
    }

    [Test]
    public void An_area_update_keeps_the_connection_suspended()
    {
        var bench = Exchange(second: 110);

        Assert.That(Messages(bench, from: 110), Has.Count.EqualTo(4));
    }

    [Test]
    public void Small_data_go_with_the_request_and_end_with_the_answer()
    {
        var small = Settings with
        {
            Inactive = Settings.Inactive! with { Procedure = Settings.Inactive!.Procedure with { GreatestRequest = 125 } },
        };
        var bench = Exchange(second: 30, small);

        Assert.That(
            (bench.Log.Arrived.Count, string.Join(", ", Messages(bench, from: 30))),
            Is.EqualTo((2, "request (Msg3), answer (Msg4)"))
        );
    }

    [Test]
    public void A_device_that_sleeps_cannot_be_inactive() =>
        Assert.That(
            () => new CellBench(settings: Settings with { PowerSaving = PowerSaving.Psm }),
            Throws.ArgumentException.With.Message.Contains("drx or edrx")
        );

    private static CellBench Exchange(double? second, ConnectionSettings? settings = null)
    {
        var bench = new CellBench(settings: settings ?? Settings);
        bench.Network.Timeline = new ExchangeTimeline();
        bench.Send(0, 0);
        if (second is { } at)
        {
            bench.Send(1, at);
            bench.RunUntil(at + 20);
        }

        return bench;
    }

    private static List<string> Messages(CellBench bench, double from) =>
        [
            .. bench
                .Network.Timeline!.Steps.Where(step =>
                    step.Begin.TotalSeconds >= from && step.Bytes > 7 && !step.Name.StartsWith("data", StringComparison.Ordinal)
                )
                .Select(step => step.Name),
        ];
}

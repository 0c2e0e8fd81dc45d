using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Platform;

public sealed class PlatformStageTests
{
    private static IEnumerable<TestCaseData> Stages() =>
        [
            Stage("rule-engine", new RuleEngine(new RuleEngineOptions { Shape = ServiceShape.Deterministic }), 500_000),
            Stage("stream-analytics", new StreamAnalytics(new StreamAnalyticsOptions { Shape = ServiceShape.Deterministic }), 59_000),
            Stage("database", new Database(new DatabaseOptions { Shape = ServiceShape.Deterministic }), 1_000_000),
            Stage("edge-compute", new EdgeCompute(new EdgeComputeOptions { Shape = ServiceShape.Deterministic }), 10_000_000),
            Stage("cloud-compute", new CloudCompute(new CloudComputeOptions { Shape = ServiceShape.Deterministic }), 625_000),
        ];

    [TestCaseSource(nameof(Stages))]
    public void A_message_takes_as_long_as_its_source_says(PlatformKind kind, int nanoseconds)
    {
        var station = new OneStation(simulation => kind.Install(Plan(1, simulation)).Processor);
        station.ArriveAt(SimTime.Start, 0);

        station.Simulation.Run();

        Assert.That(station.Outcomes.Arrived.Single().Latency, Is.EqualTo(nanoseconds.Nanoseconds));
    }

    [TestCaseSource(nameof(Stages))]
    public void It_gets_the_fewest_servers_that_stay_within_the_planned_utilisation(PlatformKind kind, int nanoseconds)
    {
        var rate = 1.5 * 0.7e9 / nanoseconds;

        Assert.That(kind.Install(Plan(rate, new Simulation())).Components.Single().Count, Is.EqualTo(2));
    }

    private static TestCaseData Stage(string name, PlatformKind kind, int nanoseconds) =>
        new TestCaseData(kind, nanoseconds).SetArgDisplayNames(name);

    private static PlatformPlan Plan(double messagesPerSecond, Simulation simulation) =>
        new(simulation, Entity.Of("server"), new Demand(messagesPerSecond, 8));
}

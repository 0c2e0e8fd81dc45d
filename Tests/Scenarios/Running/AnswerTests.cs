using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>An escalation is sent when no answer has come within the wait, and only then.</summary>
public sealed class AnswerTests
{
    private const string Ward = """
        study: { seed: 2, replications: 1, duration: 10 h }
        jobs:
          ward:
            source: a test
            parties:
              monitor: { count: 4 }
              station: { kind: application }
              nurse: { kind: person, profile: phone-user }
              doctor: { kind: person, profile: attentive-operator }
            relations:
              alarm: { from: monitor, to: [station, nurse], carries: 1 x 16 bit, when: event, rate: 4 / h }
              answer: { from: nurse, to: station, carries: 1 x 8 bit, after: alarm }
              call: { from: station, to: doctor, carries: 1 x 16 bit, after: alarm, wait: 2 min, unless: answer, require: { reaction: 10 min } }
        architectures:
          ward:
            hops:
              - { from: monitor, to: station, over: ethernet, speaks: udp }
              - { from: station, to: [nurse, doctor], over: ethernet, speaks: udp }
        comparisons:
          ward:
            question: Who comes?
            job: ward
            cross: { architecture: [ward] }
        """;

    private static readonly Lazy<ChainLog> Log = new(() => Chains.Run(ScenarioText.Load(Ward).Cells.Single()));

    [Test]
    public void A_call_is_sent_when_no_answer_came_in_time() => Assert.That(Calls, Is.EqualTo(Starts.Except(AnsweredInTime).Order()));

    [Test]
    public void Both_happen() => Assert.That((AnsweredInTime.Count(), Calls.Count()), Is.GreaterThan((20, 20)));

    [Test]
    public void A_call_is_sent_after_exactly_the_wait() =>
        Assert.That(Log.Value.Produced("call").Select(call => call.Created - ArrivedAtStation[call.Serial]), Is.All.EqualTo(2.Minutes));

    private static IEnumerable<int> Starts => Log.Value.Produced("alarm").Select(alarm => alarm.Serial * 4 + alarm.Source.Number);

    private static IEnumerable<int> Calls => Log.Value.Produced("call").Select(call => call.Serial).Order();

    private static IEnumerable<int> AnsweredInTime =>
        Log
            .Value.Arrived("answer")
            .Where(answer => answer.At - ArrivedAtStation[answer.Message.Serial] <= 2.Minutes)
            .Select(answer => answer.Message.Serial);

    private static Dictionary<int, SimTime> ArrivedAtStation =>
        Log
            .Value.Arrived("alarm")
            .Where(alarm => alarm.Message.Branch.Stages[0].StartsWith("monitor", StringComparison.Ordinal))
            .ToDictionary(alarm => alarm.Message.Serial * 4 + alarm.Message.Source.Number, alarm => alarm.At);
}

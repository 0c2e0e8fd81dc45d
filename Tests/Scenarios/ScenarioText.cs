using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Small scenarios as text.</summary>
internal static class ScenarioText
{
    /// <summary>Meters report and raise alarms, past a head-end or past a broker, over either of two access networks.</summary>
    public const string Metering = """
        study: { seed: 7, replications: 3, duration: 1 h }
        jobs:
          metering:
            source: a test
            area: { radius: 1 km }
            parties:
              meter: { count: 6, device: water-meter, indoor: 50 % }
              utility: { kind: application }
            relations:
              reading: { from: meter, to: utility, carries: 4 x 16 bit, every: 10 min, require: { delivery: ">= 98 %", within: 5 min } }
              alarm: { from: meter, to: utility, carries: 1 x 8 bit, when: event, rate: 24 / day }
        architectures:
          direct:
            parameters: [access]
            hops:
              - { from: meter, to: head-end, over: [$access, operator-core, internet], speaks: push }
              - { from: head-end, to: utility, over: internet, speaks: push }
          mediated:
            parameters: [access]
            hops:
              - { from: meter, to: broker, over: [$access, operator-core, internet], speaks: push }
              - { from: broker, to: utility, over: internet, speaks: push }
        comparisons:
          metering:
            question: What does a broker in the middle change?
            job: metering
            cross: { architecture: [direct, mediated], access: [lte-cat1, lorawan-eu868] }
        """;

    /// <summary>Reads a text as a study called <c>study</c>.</summary>
    public static Study Load(string text, RunRequest? request = null, Models? models = null) => Study.Parse(text, request, "study", models);
}

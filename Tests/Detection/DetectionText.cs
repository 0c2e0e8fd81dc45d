namespace M2mVsIoTSim.Tests.Detection;

/// <summary>A study of twelve pumps with one fault, looked for in one place.</summary>
internal static class DetectionText
{
    /// <summary>The study.</summary>
    /// <param name="place">Where the architecture detects.</param>
    /// <param name="algorithm">How.</param>
    /// <param name="fault">What of the fault is not a step of 1 for 2 h.</param>
    /// <param name="pause">After an alarm.</param>
    /// <param name="replications">How many [1].</param>
    public static string Of(string place, string algorithm, string fault = "rate: 0 / d", string pause = "5 min", int replications = 8) =>
        $$"""
            study: { seed: 3, replications: {{replications}}, warm-up: 0 s, duration: 2 d }
            jobs:
              pumps:
                source: a test
                parties:
                  pump:
                    count: 12
                    measures: { every: 1 min, common: 0.3, faults: { it: { {{Defaults(fault)}} } } }
                  control-room: { kind: application }
                relations:
                  alarm: { from: pump, to: control-room, when: detection, detect: { algorithm: {{algorithm}}, false-alarms: 24 / d, pause: {{pause}} } }
            architectures:
              only:
                tiers:
                  collector: { is: edge-compute, per: { pump: 6 } }
                  platform: { is: stream-analytics }
                hops:
                  - { from: pump, to: collector, over: ethernet, speaks: udp }
                  - { from: collector, to: platform, over: internet, speaks: udp }
                  - { from: platform, to: control-room, over: office-lan, speaks: udp }
                detects: { alarm: { {{place}} } }
            comparisons:
              found:
                question: Is it found?
                job: pumps
                cross: { architecture: [only] }
            """;

    private static string Defaults(string fault) =>
        string.Join(
            ", ",
            new[] { "kind: step", "size: 1", "lasts: 2 h" }
                .Where(one => !fault.Contains(one.Split(':')[0], StringComparison.Ordinal))
                .Append(fault)
        );
}

using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios.Running;

/// <summary>What <c>check</c> says of commands to devices whose modems sleep.</summary>
public class SleepingReceiverTests
{
    [TestCase("psm", "udp", "set goes to valve, whose modems of lte-m sleep between connections")]
    [TestCase("edrx", "udp", "set goes to valve, whose modems of lte-m listen once in an 'extended-cycle'")]
    [TestCase("psm", "modbus-tcp", "the modbus-tcp master polls valve, whose modems of lte-m sleep between connections")]
    public void Commands_and_polls_to_sleeping_modems_are_warned_of(string powerSaving, string protocol, string expected) =>
        Assert.That(Cautions(powerSaving, protocol), Has.One.StartsWith(expected));

    [TestCase("udp")]
    [TestCase("modbus-tcp")]
    public void Devices_that_listen_are_not(string protocol) => Assert.That(Cautions("drx", protocol), Is.Empty);

    private static IReadOnlyList<string> Cautions(string powerSaving, string protocol) =>
        Comparability.Cautions(
            Study
                .Parse(
                    $$"""
                    study: { duration: 1 min }
                    jobs:
                      job:
                        source: test
                        parties: { valve: { count: 2 }, user: { kind: application } }
                        relations:
                          state: { from: valve, to: user, every: 10 s }
                          set: { from: user, to: valve, when: command, rate: 1 / day }
                    architectures:
                      a: { hops: [{ from: valve, to: user, over: [{ lte-m: { power-saving: {{powerSaving}} } }, internet], speaks: {{protocol}} }] }
                    comparisons:
                      c: { question: "?", job: job, cross: { architecture: [a] } }
                    """
                )
                .Cells
        );
}

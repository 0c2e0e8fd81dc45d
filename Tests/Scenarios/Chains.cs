using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Running;

namespace M2mVsIoTSim.Tests.Scenarios;

/// <summary>Scenarios in which one relation causes another, and what happened in them.</summary>
internal static class Chains
{
    /// <summary>Sensors, a controller in scans, actuators of the same number, and a report of what was done; over a good or a bad network.</summary>
    public const string Loop = """
        study: { seed: 5, replications: 2, duration: 1 min }
        jobs:
          loop:
            source: a test
            parties:
              sensor: { count: 3 }
              plc: { kind: controller, is: { controller: { scan: 4 ms } } }
              actuator: { count: 3 }
              log: { kind: application, count: 2 }
            relations:
              sample: { from: sensor, to: plc, carries: 2 x 16 bit, every: 500 ms }
              act: { from: plc, to: actuator, carries: 1 x 16 bit, after: sample, pairing: one-to-one, require: { delivery: ">= 90 %", reaction: 50 ms } }
              done: { from: actuator, to: log, carries: 1 x 8 bit, after: act, wait: 1 ms }
        architectures:
          direct:
            hops:
              - { from: sensor, to: plc, over: { internet: { round-trip: 10 ms, loss: 20 % } }, speaks: udp }
              - { from: plc, to: actuator, over: { internet: { round-trip: 10 ms, loss: 20 % } }, speaks: udp }
              - { from: actuator, to: log, over: { internet: { round-trip: 10 ms } }, speaks: udp }
          brokered:
            hops:
              - { from: sensor, to: broker, over: ethernet, speaks: mqtt }
              - { from: broker, to: [plc, actuator, log], over: ethernet, speaks: mqtt }
        comparisons:
          loop:
            question: How long does the loop take?
            job: loop
            cross: { architecture: [direct, brokered] }
        """;

    /// <summary>Runs a cell and tells what was seen.</summary>
    public static ChainLog Run(Cell cell, ulong seed = 5)
    {
        var network = NetworkBuilder.Build(cell.Plan, Library.Shipped, null, seed, 0, cell.Times);
        var log = new ChainLog();
        network.Observers.Add(log);
        network.Open();
        network.Simulation.RunUntil(cell.Times.Over);
        return log;
    }
}

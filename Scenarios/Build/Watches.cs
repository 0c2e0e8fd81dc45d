using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>Sets up what a plan detects: what is measured, the reports, the detectors with their limits.</summary>
internal static class Watches
{
    /// <summary>Starts the watch of one relation.</summary>
    /// <param name="simulation">The clock.</param>
    /// <param name="detectors">Makes detectors.</param>
    /// <param name="detection">What is looked for, and where.</param>
    /// <param name="devices">Who measures.</param>
    /// <param name="at">Who looks.</param>
    /// <param name="alarms">The tree of the alarms.</param>
    /// <param name="reports">The tree of the reports, with the ends at those who look; null where devices look themselves.</param>
    /// <param name="times">Phases of the run.</param>
    public static AlarmLog Start(
        Simulation simulation,
        Detectors detectors,
        DetectionPlan detection,
        IReadOnlyList<Node> devices,
        IReadOnlyList<Node> at,
        Branch alarms,
        RelationTree? reports,
        RunTimes times
    )
    {
        var (measures, party, count) = (detection.Measures, detection.Party, devices.Count);
        var faults = Faults.Draw(simulation.Random, party, count, detection.Faults, times.End);
        var signal = new Signal(simulation.Random, party, count, measures.Every, measures.Noise, measures.Common, faults);
        var phases = new DetectionTimes(times.Begin, times.End, detection.Detect.Pause);
        var log = new AlarmLog(alarms.Relation, signal, phases);
        var detector = detectors.MakerOf(detection, ofAll: false, detection.RunLengthOfDevice(count));
        if (reports is null)
        {
            new LocalWatch(simulation, devices, alarms, signal, detector, phases, log).Start();
            return log;
        }

        new ReportTraffic(simulation, devices, reports.Root, signal, detection.Samples, times.End).Start();
        var ofAll = detection.Behind > 1 ? detectors.MakerOf(detection, ofAll: true, detection.RunLengthOfAll(at.Count)) : detector;
        var arrivals = new Arrivals([.. at.Select((node, i) => Central(i, node))]);
        foreach (var end in reports.Ends[detection.At])
        {
            end.Listen(arrivals);
        }

        return log;

        CentralWatch Central(int i, Node node)
        {
            var first = i * detection.Behind;
            var view = new CentralView(first, Math.Min(detection.Behind, count - first), detection.Samples, detection.Wait);
            var watch = new CentralWatch(simulation, node, alarms, signal, view, detector, ofAll, phases, log);
            watch.Start();
            return watch;
        }
    }

    /// <summary>Passes reports to the one who looks at them where they arrive.</summary>
    private sealed class Arrivals(CentralWatch[] watches) : IArrivalListener
    {
        private readonly Dictionary<Node, CentralWatch> _at = watches.ToDictionary(watch => watch.Node);

        public void Arrived(in Message message, Node node) => _at[node].Arrived(message, node);
    }
}

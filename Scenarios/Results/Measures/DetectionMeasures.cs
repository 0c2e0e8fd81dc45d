using M2mVsIoTSim.Detection;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>How the faults of what is measured are found.</summary>
internal sealed class DetectionMeasures(CaseFindings run, CaseSheet sheet)
{
    /// <summary>All that look for faults.</summary>
    public void Add()
    {
        foreach (var alarms in run.Network.Alarms)
        {
            Add(alarms);
        }
    }

    private void Add(AlarmLog alarms)
    {
        sheet.Add(alarms.Relation.Name, "faults", alarms.FaultCount);
        if (alarms.FalseAlarmsPerDay is { } rate)
        {
            sheet.Add(alarms.Relation.Name, "false-alarms", rate);
        }

        if (alarms.FaultCount > 0)
        {
            List<double> delays = [.. alarms.Delays.Order()];
            sheet.Add(alarms.Relation.Name, "detections", (double)alarms.Detected / alarms.FaultCount);
            sheet.Add(alarms.Relation.Name, "detection-delay-mean", delays.Average());
            sheet.Add(alarms.Relation.Name, "detection-delay-p95", delays[(int)Math.Ceiling(0.95 * delays.Count) - 1]);
        }
    }
}

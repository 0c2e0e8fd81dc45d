using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What a factor of a cross means within a job: <c>meter.count</c>, <c>reading.every</c>, <c>area.radius</c>.</summary>
internal static class JobPath
{
    /// <summary>Path below the job; null if the factor is nothing of the job's.</summary>
    public static string? Of(Job job, string factor)
    {
        var point = factor.IndexOf('.', StringComparison.Ordinal);
        var head = point < 0 ? factor : factor[..point];
        return point < 0 ? null
            : job.Parties.ContainsKey(head) ? $"parties.{factor}"
            : job.Relations.ContainsKey(head) ? $"relations.{factor}"
            : head == "area" ? factor
            : null;
    }
}

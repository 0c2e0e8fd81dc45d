using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Running;

/// <summary>What a factor of a cross means within a job: <c>meter.count</c>, <c>reading.every</c>, <c>area.radius</c>.</summary>
internal static class JobPath
{
    /// <summary>What may be varied of a job: how many there are, how large the area is, and what the file says itself.</summary>
    public static IEnumerable<string> Usual(Job job, Places places) =>
        [
            .. job.Parties.Keys.Select(party => $"{party}.count"),
            .. job.Parties.Where(party => places.IsGiven(party.Value, nameof(Party.Indoor))).Select(party => $"{party.Key}.indoor"),
            .. job.Relations.Where(spec => places.IsGiven(spec.Value, nameof(RelationSpec.Every))).Select(spec => $"{spec.Key}.every"),
            .. job.Relations.Where(spec => places.IsGiven(spec.Value, nameof(RelationSpec.Rate))).Select(spec => $"{spec.Key}.rate"),
            "area.radius",
            .. places.IsGiven(job.Area, nameof(Area.Temperature)) ? (IEnumerable<string>)["area.temperature"] : [],
        ];

    private static readonly Shape JobShape = Shape.Of(typeof(Job));

    /// <summary>Path below the job; null if the factor is nothing of the job's, or of what its parties, relations and area have.</summary>
    public static string? Of(Job job, string factor)
    {
        var point = factor.IndexOf('.', StringComparison.Ordinal);
        var head = point < 0 ? factor : factor[..point];
        var path =
            point < 0 ? null
            : job.Parties.ContainsKey(head) ? $"parties.{factor}"
            : job.Relations.ContainsKey(head) ? $"relations.{factor}"
            : head == "area" ? factor
            : null;
        return path is not null && JobShape.Has(path.Split('.')) ? path : null;
    }
}

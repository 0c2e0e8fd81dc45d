using M2mVsIoTSim.Analysis.Statistics;

namespace M2mVsIoTSim.Analysis.Checks;

/// <summary>Costs stand against each other as far as both bills hold the same: names what no bill holds.</summary>
internal sealed class UnbilledCheck : ICheck
{
    /// <inheritdoc/>
    public IEnumerable<Remark> Of(ComparisonResults results)
    {
        var parts = results.Comparison.Architectures.Where(one => one.Unbilled is { Count: > 0 }).ToArray();
        if (parts.Length == 0)
            yield break;
        var common = parts.Select(one => one.Unbilled!.AsEnumerable()).Aggregate(Enumerable.Intersect).ToArray();
        var own = parts
            .Select(one => (one.Name, Parts: one.Unbilled!.Except(common).ToArray()))
            .Where(one => one.Parts.Length > 0)
            .Select(one => $"with {one.Name}, {string.Join("; ", one.Parts)}");
        yield return new Remark(
            RemarkKind.Note,
            $"Not billed by itself: {string.Join("; ", common.Concat(own))}. Nor are people's time, the first visit to each device, taxes, and what rises or falls in price."
        );
    }
}

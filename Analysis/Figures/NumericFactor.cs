using System.Globalization;
using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Analysis.Figures;

/// <summary>A swept factor whose values are numbers, all without unit or all with the same one.</summary>
/// <param name="Name">The factor.</param>
/// <param name="Unit">The unit, or empty.</param>
/// <param name="Values">Values from small to large, with their text in <see cref="DesignPoint"/>.</param>
internal sealed record NumericFactor(string Name, string Unit, IReadOnlyList<(double Value, string Text)> Values)
{
    /// <summary>The last numeric factor of a comparison, or null.</summary>
    public static NumericFactor? Of(ComparisonManifest comparison) =>
        comparison.Factors.Reverse().Select(Read).FirstOrDefault(factor => factor is not null);

    /// <summary>The factor as numbers, or null where its values are words.</summary>
    public static NumericFactor? Read(FactorManifest factor)
    {
        List<(double Value, string Text, string Unit)> values = [];
        foreach (var text in factor.Values)
        {
            var parts = text.Split(' ', 2);
            if (!double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                return null;
            values.Add((value, text, parts.Length == 2 ? parts[1] : ""));
        }
        return values.Count >= 2 && values.Select(value => value.Unit).Distinct().Count() == 1
            ? new(factor.Name, values[0].Unit, [.. values.OrderBy(value => value.Value).Select(value => (value.Value, value.Text))])
            : null;
    }
}

using System.Reflection;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>What there is to know of an option of a model.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Default">Its default as it would be written; <c>automatic</c> where a rule decides.</param>
/// <param name="Legal">The legal range in words; null where every value is legal.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Figure">Source and mark of the default; null without one.</param>
public sealed record OptionInfo(string Key, string Default, string? Legal, string Summary, FigureAttribute? Figure)
{
    /// <summary>The options of a model, in their order.</summary>
    /// <param name="options">The record of the options.</param>
    /// <param name="docs">Supplies the summaries.</param>
    public static IReadOnlyList<OptionInfo> Of(Type options, TypeDocs docs)
    {
        var shape = RecordShape.For(options);
        var defaults = (YamlMapping)new EffectiveWriter().Tree(shape.Create());
        return
        [
            .. shape.Properties.Select(property => new OptionInfo(
                property.Key,
                defaults.Find(property.Key) is { } preset ? YamlText.Line(preset) : "automatic",
                property.Shape.Legal,
                docs.Summary(property.Info),
                property.Info.GetCustomAttribute<FigureAttribute>()
            )),
        ];
    }
}

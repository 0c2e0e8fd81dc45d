using System.Globalization;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>
/// Writes records in the dialect that <see cref="Binder"/> reads, with all defaults filled in, so that the text reads back to equal
/// records. Keys stand in the order of the properties, names in the order they had.
/// </summary>
public sealed class EffectiveWriter
{
    private static readonly SourcePosition Nowhere = new("effective");

    /// <summary>
    /// Knows the record that a raw part was read into later, so that its defaults are written too; null leaves the part as it is.
    /// </summary>
    public Func<YamlMapping, object?> Resolve { get; init; } = _ => null;

    /// <summary>The record as text.</summary>
    public string Write(object record) => YamlText.Write(Tree(record));

    /// <summary>The record as a tree.</summary>
    public YamlNode Tree(object record) => Node(Shape.Of(record.GetType()), record);

    private YamlNode Node(Shape shape, object value) =>
        shape switch
        {
            ScalarShape scalar => Scalar(scalar.Codec, value),
            CurveShape curve => curve.Write((PowerCurve)value),
            ListShape list => new YamlSequence([.. Items(value).Select(item => Node(list.Item, item))], Nowhere),
            MapShape map => new YamlMapping(
                [.. NamedItems.Entries(map.ItemType, value).Select(item => Entry(item.Name, map.Item, item.Value))],
                Nowhere
            ),
            RecordShape record => Record(record, value),
            _ => value is YamlMapping mapping && Resolve(mapping) is { } later ? Tree(later) : (YamlNode)value,
        };

    private static YamlScalar Scalar(ScalarCodec codec, object value)
    {
        var text = codec.Write(value);
        return new YamlScalar(text, codec.IsFreeText && LooksLikeOtherThanText(text), Nowhere);
    }

    // We would read it as text anyway, but the next reader of the file may not.
    private static bool LooksLikeOtherThanText(string text) =>
        text.ToLowerInvariant() is "" or "~" or "null" or "true" or "false" or "yes" or "no" or "on" or "off"
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<object> Items(object list) => ((System.Collections.IEnumerable)list).Cast<object>();

    private YamlNode Record(RecordShape shape, object record)
    {
        var entries = Entries(shape, record).ToList();
        if (shape.Scalar is { } name && entries.Find(entry => entry.Key.Text == name.Key)?.Value is YamlScalar text)
        {
            if (entries.Count == 1)
            {
                return text;
            }

            if (entries.Count == 2 && shape.Entry is { } rest && shape.Find(text.Text) is null && rest.Of(record) is not null)
            {
                return new YamlMapping([new YamlEntry(text, entries.Find(entry => entry.Key.Text == rest.Key)!.Value)], Nowhere);
            }
        }

        return new YamlMapping(entries, Nowhere);
    }

    private IEnumerable<YamlEntry> Entries(RecordShape shape, object record)
    {
        var defaults = shape.Create();
        foreach (var property in shape.Properties)
        {
            if (property.Of(record) is { } value)
            {
                yield return Entry(property.Key, property.Shape, value);
            }
            else if (property.IsRequired || property.Of(defaults) is not null)
            {
                yield return new YamlEntry(Key(property.Key), new YamlScalar("null", false, Nowhere));
            }
        }
    }

    private YamlEntry Entry(string key, Shape shape, object value) => new(Key(key), Node(shape, value));

    private static YamlScalar Key(string key) => new(key, LooksLikeOtherThanText(key), Nowhere);
}

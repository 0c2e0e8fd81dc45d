using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>The figures that a job says: its numbers, quantities, contents and bounds, by their path as in a cross.</summary>
internal static class JobFigures
{
    /// <summary>Parts of a job whose names begin a path; of the others the path begins with their own key.</summary>
    private static readonly string[] Named = ["parties", "relations"];

    private static readonly string[] Parts = ["area", "begins", .. Named];

    /// <summary>Every figure that is written, in the order of the text.</summary>
    /// <param name="job">The tree of a job, as it is read into a <see cref="Job"/>.</param>
    public static IEnumerable<(string Path, YamlNode Value)> Of(YamlNode job) =>
        job is not YamlMapping mapping
            ? []
            : mapping
                .Entries.Where(entry => Parts.Contains(entry.Key.Text))
                .SelectMany(entry =>
                    Within(
                        RecordShape.For(typeof(Job)).Find(entry.Key.Text)!.Shape,
                        entry.Value,
                        Named.Contains(entry.Key.Text) ? "" : entry.Key.Text
                    )
                );

    /// <summary>Whether all of a tree says one thing, so that a figure that is not found is not there.</summary>
    public static bool IsSound(YamlNode node) =>
        node switch
        {
            YamlDoubt => false,
            YamlMapping mapping => !mapping.IsPatchy && mapping.Entries.All(entry => IsSound(entry.Value)),
            YamlSequence sequence => sequence.Items.All(IsSound),
            _ => true,
        };

    private static IEnumerable<(string Path, YamlNode Value)> Within(Shape shape, YamlNode node, string path) =>
        (shape, node) switch
        {
            (ScalarShape scalar, YamlScalar { IsNull: false }) when IsFigure(scalar.Codec) => [(path, node)],
            // A list of numbers is one figure, also where it has one item, which may be written without brackets.
            (ListShape { Item: ScalarShape scalar }, YamlSequence) => IsFigure(scalar.Codec) ? [(path, node)] : [],
            (ListShape list, YamlSequence sequence) => sequence.Items.SelectMany(
                (item, index) => Within(list.Item, item, Below(path, $"{index}"))
            ),
            (ListShape list, _) => Within(list.Item, node, path),
            (MapShape map, YamlMapping names) => names.Entries.SelectMany(entry =>
                Within(map.Item, entry.Value, Below(path, entry.Key.Text))
            ),
            (RecordShape record, YamlMapping named) when ShortForms.IsShort(record, named) => named.Entries.SelectMany(entry =>
                Within(record.Entry!.Shape, entry.Value, Below(path, entry.Key.Text))
            ),
            (RecordShape record, YamlMapping keys) => keys.Entries.SelectMany(entry =>
                record.Find(entry.Key.Text) is { } property ? Within(property.Shape, entry.Value, Below(path, entry.Key.Text)) : []
            ),
            (RawShape, YamlMapping options) => options.Entries.SelectMany(entry => Within(shape, entry.Value, Below(path, entry.Key.Text))),
            (RawShape, YamlScalar option) when LooksLikeFigure(option.Text) => [(path, node)],
            _ => [],
        };

    private static bool IsFigure(ScalarCodec codec) => codec is not (TextCodec or EnumCodec or TruthCodec);

    /// <summary>Options are read later, by whom they belong to; names among them begin with a letter.</summary>
    private static bool LooksLikeFigure(string text) => text.TrimStart('<', '>', '=', ' ', '-', '+') is [>= '0' and <= '9', ..];

    private static string Below(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}

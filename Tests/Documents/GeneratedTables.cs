using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using M2mVsIoTSim.Analysis.Data;
using M2mVsIoTSim.Scenarios.Build;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Scenarios.Model;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Documents;

/// <summary>Tables of a page that the program knows best; each stands between <c>&lt;!-- table: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static partial class GeneratedTables
{
    private const string Records = "record ";
    private static readonly TypeDocs Docs = new();

    /// <summary>Every record that a scenario file is made of, from the file inwards.</summary>
    public static IReadOnlyList<Type> Model { get; } = [.. Reachable(typeof(ScenarioFile), [])];

    /// <summary>The page with all of its tables made anew.</summary>
    public static string Renew(string page) =>
        Marked().Replace(page, match => $"<!-- table: {match.Groups[1].Value} -->\n\n{Table(match.Groups[1].Value)}\n<!-- end -->");

    private static string Table(string name) =>
        name.StartsWith(Records, StringComparison.Ordinal)
            ? OfRecord(Model.Single(type => Names.Kebab(type.Name) == name[Records.Length..]))
            : name switch
            {
                "units" => Rows(
                    ["what", "units"],
                    UnitTable
                        .Symbols.Select(UnitTable.Find)
                        .GroupBy(unit => unit.Above)
                        .Select(units =>
                            (string[])[UnitTable.Noun(units.First()), string.Join(", ", units.Select(unit => $"`{unit.Symbol}`"))]
                        )
                ),
                "technologies" => Entries(Catalog.Technologies, technology => technology.Traits.IsExperimental),
                "protocols" => Entries(Catalog.Protocols, _ => false),
                "platforms" => Entries(Catalog.Platforms, _ => false),
                "devices" => Rows(
                    ["device", "what it is", "fed by"],
                    Library.Shipped.Devices.Select(device =>
                        (string[])[$"`{device.Key}`", device.Value.Description, device.Value.Supply.Battery ?? "mains"]
                    )
                ),
                "batteries" => Rows(
                    ["battery", "what it is", "nominal"],
                    Library.Shipped.Batteries.Select(battery =>
                        (string[])
                            [
                                $"`{battery.Key}`",
                                battery.Value.Description,
                                $"{UnitTable.Format(battery.Value.Capacity.Value, UnitTable.Find("Ah"))} at {UnitTable.Format(battery.Value.Voltage.Value, UnitTable.Find("V"))}",
                            ]
                    )
                ),
                "days" => Rows(
                    ["profile", "what it is", "busiest hour, in means"],
                    DayProfiles.Shipped.Select(day =>
                        (string[])
                            [
                                $"`{day.Key}`",
                                day.Value.Description,
                                (day.Value.Weights.Max() / day.Value.Weights.Average()).ToString("0.##", CultureInfo.InvariantCulture),
                            ]
                    )
                ),
                "applications" => Rows(
                    ["job", "what it is"],
                    ApplicationLibrary.Shipped.Jobs.Values.Select(job => (string[])[$"`{job.Name}`", job.Job.Description!])
                ),
                "modules" => Rows(
                    ["module", "what it is", "fits"],
                    Library.Shipped.Modules.Values.Select(module =>
                        (string[])[$"`{module.Name}`", module.Description, string.Join(", ", Quoted(module.Technologies))]
                    )
                ),
                "metrics" => Rows(
                    ["metric", "unit", "better", "what it is"],
                    MetricTable.All.Select(metric => (string[])[$"`{metric.Name}`", metric.Unit, Better(metric), metric.Definition])
                ),
                _ => throw new ArgumentException($"No table is called '{name}'.", nameof(name)),
            };

    private static string Better(Metric metric) =>
        metric.Direction switch
        {
            MetricDirection.LowerIsBetter => "lower",
            MetricDirection.HigherIsBetter => "higher",
            _ => "–",
        };

    private static string Entries<T>(IEnumerable<CatalogEntry<T>> entries, Func<T, bool> isExperimental) =>
        Rows(
            ["name", "what it is", "tested by"],
            entries.Select(entry =>
                (string[])
                    [
                        $"`{entry.Name}`",
                        Docs.Summary(entry.Model),
                        (isExperimental(entry.Create(Activator.CreateInstance(entry.Options)!)) ? "experimental; " : "")
                            + Tests(entry.Model),
                    ]
            )
        );

    private static string Tests(Type model) =>
        string.Join(", ", TestName().Matches(Docs.Remarks(model)).Select(match => match.Value).Distinct());

    private static string OfRecord(Type type)
    {
        var shape = RecordShape.For(type);
        var defaults = shape.Create();
        return Rows(
            ["key", "value", "default", "meaning"],
            shape.Properties.Select(property =>
                (string[])
                    [
                        $"`{property.Key}`",
                        Value(property.Shape),
                        property.IsRequired ? "**required**" : Default(property, property.Of(defaults)),
                        string.Join(' ', Members(property).Prepend(Docs.Summary(property.Info))),
                    ]
            )
        );
    }

    private static string Default(PropertyShape property, object? value) =>
        (property.Shape, value) switch
        {
            (_, null) => "–",
            (ScalarShape scalar, _) => $"`{scalar.Codec.Write(value)}`",
            (CurveShape curve, _) => $"`{YamlText.Line(curve.Write((PowerCurve)value))}`",
            (RecordShape, _) => "its defaults",
            _ => "none",
        };

    private static IEnumerable<string> Members(PropertyShape property) =>
        (Nullable.GetUnderlyingType(property.Info.PropertyType) ?? property.Info.PropertyType) is { IsEnum: true } type
            ? Names.OfEnum(type).Select(member => $"`{member.Name}`: {Docs.Summary(member.Member)}")
            : [];

    private static string Value(Shape shape) =>
        shape switch
        {
            ScalarShape { Codec: EnumCodec codec } => string.Join(", ", Quoted(codec.Expected["one of ".Length..].Split(", "))),
            ScalarShape { Kind: { } kind } => $"name of a {kind}",
            ScalarShape scalar => scalar.Codec.Expected.Replace('\'', '`') + (scalar.Codec.Legal is { } legal ? $"; {legal}" : ""),
            CurveShape curve => CurveShape.Expected.Replace('\'', '`') + (curve.Legal is { } legal ? $"; {legal}" : ""),
            ListShape list => $"one or a list of: {Value(list.Item)}",
            MapShape map => $"names, each with: {Value(map.Item)}",
            RecordShape record => $"[{Names.Kebab(record.Type.Name)}](#{Names.Kebab(record.Type.Name)})",
            _ => "its options",
        };

    private static IEnumerable<string> Quoted(IEnumerable<string> words) => words.Select(word => $"`{word}`");

    private static string Rows(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. header.Select(_ => "---")]).Prepend(header))
        {
            text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.ReplaceLineEndings(" ").Replace("|", "\\|"))).Append(" |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Type> Reachable(Type type, HashSet<Type> seen) =>
        !seen.Add(type)
            ? []
            : [type, .. RecordShape.For(type).Properties.SelectMany(property => Inner(property.Shape)).SelectMany(t => Reachable(t, seen))];

    private static IEnumerable<Type> Inner(Shape shape) =>
        shape switch
        {
            RecordShape record => [record.Type],
            ListShape list => Inner(list.Item),
            MapShape map => Inner(map.Item),
            _ => [],
        };

    [GeneratedRegex(@"<!-- table: ([a-z0-9 -]+) -->.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"\b[A-Z]\w+Tests\b")]
    private static partial Regex TestName();
}

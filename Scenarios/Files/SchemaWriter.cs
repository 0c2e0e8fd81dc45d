using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Describes what <see cref="Binder"/> reads as JSON Schema (draft 2020-12), so that editors complete and check files.</summary>
/// <param name="docs">Supplies the descriptions.</param>
public sealed class SchemaWriter(TypeDocs docs)
{
    private const string Parameter = @"^\$";

    private readonly Dictionary<Type, string> _names = [];
    private readonly JsonObject _definitions = [];

    /// <summary>The legal names of each kind that <see cref="NameOfAttribute"/> mentions; kinds that are missing are plain texts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> LegalNames { get; init; } =
        new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>
    /// For kinds whose names have options, the record that each name's options are: it describes the value of the short form
    /// <c>{internet: {rtt: 30 ms}}</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, Type>> OptionTypes { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, Type>>();

    /// <summary>What else the options of a type may name besides their properties: a key, its meaning, and the legal names.</summary>
    public IReadOnlyDictionary<Type, (string Key, string Description, IReadOnlyCollection<string> Legal)> Presets { get; init; } =
        new Dictionary<Type, (string, string, IReadOnlyCollection<string>)>();

    /// <summary>The schema of files that hold one such record.</summary>
    /// <exception cref="FileNotFoundException">An assembly comes without documentation file.</exception>
    public JsonObject Write(Type type)
    {
        _names.Clear();
        _definitions.Clear();
        var root = Of(Shape.Of(type));
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = root["$ref"]!.DeepClone(),
            ["$defs"] = _definitions.DeepClone(),
        };
    }

    private JsonObject Of(Shape shape) =>
        shape switch
        {
            ScalarShape scalar => OfScalar(scalar),
            CurveShape curve => OfCurve(curve),
            ListShape list => Any(new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) }, Of(list.Item)),
            MapShape map => new JsonObject
            {
                ["type"] = "object",
                ["propertyNames"] = new JsonObject { ["pattern"] = Names.Pattern },
                ["additionalProperties"] = Of(map.Item),
            },
            RecordShape record => new JsonObject { ["$ref"] = $"#/$defs/{Define(record)}" },
            _ => OfRaw(((RawShape)shape).Type),
        };

    private JsonObject OfScalar(ScalarShape shape) =>
        shape.Kind is { } kind && LegalNames.TryGetValue(kind, out var legal) ? OfNames(legal) : shape.Codec.Schema(docs.Summary);

    private static JsonObject OfNames(IEnumerable<string> legal) =>
        Any(
            new JsonObject { ["enum"] = new JsonArray([.. legal.Select(name => JsonValue.Create(name))]) },
            new JsonObject { ["type"] = "string", ["pattern"] = Parameter }
        );

    private JsonObject OfCurve(CurveShape shape) =>
        Any(
            shape.Current.Schema(docs.Summary),
            new JsonObject
            {
                ["type"] = "object",
                ["minProperties"] = 1,
                ["propertyNames"] = new JsonObject { ["pattern"] = shape.Power.Schema(docs.Summary)["pattern"]!.DeepClone() },
                ["additionalProperties"] = shape.Current.Schema(docs.Summary),
            }
        );

    private static JsonObject OfRaw(Type type) =>
        type == typeof(YamlMapping) ? new JsonObject { ["type"] = "object" }
        : type == typeof(YamlSequence) ? new JsonObject { ["type"] = "array" }
        : [];

    private string Define(RecordShape shape)
    {
        if (_names.TryGetValue(shape.Type, out var known))
        {
            return known;
        }

        var name = Names.Kebab(shape.Type.Name);
        for (var number = 2; _names.ContainsValue(name); number++)
        {
            name = $"{Names.Kebab(shape.Type.Name)}-{number}";
        }

        // Named before it is described, because a record may contain its own kind.
        _names[shape.Type] = name;
        _definitions[name] = null;
        _definitions[name] = OfRecord(shape);
        return name;
    }

    private JsonObject OfRecord(RecordShape shape)
    {
        var (properties, required, defaults) = (new JsonObject(), new JsonArray(), shape.Create());
        foreach (var property in shape.Properties)
        {
            properties[property.Key] = OfProperty(property, property.IsRequired ? null : property.Of(defaults));
            if (property.IsRequired)
            {
                required.Add((JsonNode)property.Key);
            }
        }

        if (Presets.TryGetValue(shape.Type, out var preset))
        {
            properties[preset.Key] = Described(OfNames(preset.Legal), preset.Description);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
            ["additionalProperties"] = false,
        };
        var all =
            shape.Scalar is not null ? Any([Of(shape.Scalar.Shape), .. ShortEntry(shape), schema])
            : shape.Properties.FirstOrDefault(property => property.Inherits) is { } like ? Any(Inheriting(like), schema)
            : schema;
        return Described(all, docs.Summary(shape.Type));
    }

    /// <summary>A record that is like another one and says what differs, at any depth: what is missing stands there.</summary>
    private JsonObject Inheriting(PropertyShape like) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [like.Key] = OfProperty(like, null) },
            ["required"] = new JsonArray((JsonNode)like.Key),
        };

    private IEnumerable<JsonObject> ShortEntry(RecordShape shape)
    {
        if (shape is not { Scalar.Shape: ScalarShape name, Entry: { } entry })
        {
            yield break;
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
        };
        if (name.Kind is { } kind && OptionTypes.TryGetValue(kind, out var options))
        {
            schema["properties"] = new JsonObject(
                options.Select(option => KeyValuePair.Create<string, JsonNode?>(option.Key, Of(Shape.Of(option.Value))))
            );
            schema["patternProperties"] = new JsonObject { [Parameter] = Of(entry.Shape) };
            schema["additionalProperties"] = false;
        }
        else
        {
            var own = new JsonObject { ["enum"] = new JsonArray([.. shape.Keys.Select(key => JsonValue.Create(key))]) };
            schema["propertyNames"] = new JsonObject { ["not"] = own };
            schema["additionalProperties"] = Of(entry.Shape);
        }

        yield return schema;
    }

    private JsonObject OfProperty(PropertyShape property, object? initial)
    {
        var schema = Of(property.Shape);
        if (property.IsNullable && (property.IsRequired || initial is not null))
        {
            schema = Any(schema, new JsonObject { ["type"] = "null" });
        }

        if (initial is not null && Default(property.Shape, initial) is { } preset)
        {
            schema["default"] = preset;
        }

        string[] parts =
        [
            docs.Summary(property.Info),
            property.Shape.Legal is { } legal ? $"Legal: {legal}." : "",
            property.Info.GetCustomAttribute<FigureAttribute>() is { } figure
                ? $"Source: {figure.Source} ({Names.Kebab($"{figure.Mark}")})."
                : "",
        ];
        return Described(schema, string.Join(' ', parts.Where(part => part.Length > 0)));
    }

    private static JsonNode? Default(Shape shape, object initial) =>
        shape switch
        {
            ScalarShape { Codec: { IsFreeText: true } codec } => codec.Write(initial),
            ScalarShape scalar => Literal(scalar.Codec.Write(initial)),
            CurveShape curve => curve.Write((PowerCurve)initial) switch
            {
                YamlMapping points => new JsonObject(
                    points.Entries.Select(point => KeyValuePair.Create<string, JsonNode?>(point.Key.Text, ((YamlScalar)point.Value).Text))
                ),
                var single => ((YamlScalar)single).Text,
            },
            _ => null,
        };

    /// <summary>The value as an editor reads it: numbers and truth values are not texts to it.</summary>
    private static JsonValue Literal(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : bool.TryParse(text, out var truth) ? JsonValue.Create(truth)
        : JsonValue.Create(text);

    private static JsonObject Any(params IEnumerable<JsonObject> schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };

    private static JsonObject Described(JsonObject schema, string description)
    {
        if (description.Length > 0)
        {
            schema["description"] = description;
        }

        return schema;
    }
}

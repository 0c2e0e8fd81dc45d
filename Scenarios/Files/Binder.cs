using System.Globalization;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Turns a tree into records, telling everything that does not fit.</summary>
/// <remarks>
/// The keys of a record are its settable properties in kebab case. Properties are texts, truth values, numbers (with a unit where
/// <see cref="Units.UnitAttribute"/> names one), durations, frequencies, bit rates, enumerations, types that read themselves
/// (<see cref="IWritten{TSelf}"/>), other records, <see cref="IReadOnlyList{T}"/>, <see cref="IReadOnlyDictionary{TKey,TValue}"/> by name in the
/// order of the file, and <see cref="YamlNode"/> for what is read later. Records may be written in short (<see cref="ShortFormAttribute"/>) and
/// check themselves (<see cref="IChecked"/>).
/// </remarks>
/// <param name="problems">Receives what is wrong.</param>
/// <param name="places">Receives where everything was written.</param>
public sealed class Binder(Problems problems, Places places)
{
    private const string Automatic = "auto";

    /// <summary>The legal names of each kind that <see cref="NameOfAttribute"/> mentions; kinds that are missing are not checked.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> LegalNames { get; init; } =
        new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>Reads a record.</summary>
    /// <returns>The record, or null where anything in it is wrong.</returns>
    public T? Bind<T>(YamlNode node)
        where T : class => (T?)Bind(typeof(T), node);

    /// <summary>Reads a value of a type that is known at run time only.</summary>
    /// <returns>The value, or null where anything in it is wrong.</returns>
    public object? Bind(Type type, YamlNode node) => TryBind(Shape.Of(type), node, new Spot("", node.Place), out var value) ? value : null;

    private bool TryBind(Shape shape, YamlNode node, Spot spot, out object? value)
    {
        switch (shape)
        {
            case ScalarShape scalar:
                return TryScalar(scalar, node, spot, out value);
            case ListShape list:
                return TryList(list, node, spot, out value);
            case MapShape map:
                return TryMap(map, node, spot, out value);
            case RecordShape record:
                return TryRecord(record, node, spot, out value);
            default:
                return TryRaw((RawShape)shape, node, spot, out value);
        }
    }

    private bool TryRaw(RawShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = node;
        return shape.Type.IsInstanceOfType(node) || Refuse(node, spot, shape.Expected);
    }

    private bool TryScalar(ScalarShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (node is not YamlScalar { IsNull: false } scalar)
        {
            return Refuse(node, spot, shape.Codec.Expected);
        }

        if (shape.Codec.Read(scalar.Text, out value) is { } problem)
        {
            return Fail(node.Place, spot, problem);
        }

        // The sentence says what kind of thing is meant: the key, which the short form leaves out, adds nothing.
        return WrongName(shape.Kind, scalar.Text) is not { } wrong || Fail(node.Place, spot with { Name = "" }, wrong);
    }

    private string? WrongName(string? kind, string name) =>
        kind is null || name.StartsWith('$') || !LegalNames.TryGetValue(kind, out var legal) || legal.Contains(name)
            ? null
            : Spelling.Unknown(kind, name, legal);

    private bool TryList(ListShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (node is YamlScalar { IsNull: true })
        {
            return Refuse(node, spot, "a list");
        }

        var nodes = node is YamlSequence sequence ? sequence.Items : [node];
        var items = Array.CreateInstance(shape.ItemType, nodes.Count);
        var parts = new Dictionary<string, SourcePosition>();
        var fits = true;
        for (var index = 0; index < nodes.Count; index++)
        {
            fits &= TryBind(shape.Item, nodes[index], node is YamlSequence ? spot with { Place = nodes[index].Place } : spot, out var item);
            items.SetValue(fits ? item : null, index);
            parts[index.ToString(CultureInfo.InvariantCulture)] = nodes[index].Place;
        }

        places.Set(items, spot.Place, parts);
        value = items;
        return fits;
    }

    private bool TryMap(MapShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (node is not YamlMapping mapping)
        {
            return Refuse(node, spot, "a mapping of names to values");
        }

        var fits = true;
        var items = NamedItems.Create(shape.ItemType);
        var parts = new Dictionary<string, SourcePosition>();
        foreach (var (key, item) in mapping.Entries)
        {
            fits &=
                Names.IsLegal(key.Text)
                || Fail(key.Place, spot, $"'{key.Text}' is not a name; names are letters, digits, '-', '_' and '.'");
            if (TryBind(shape.Item, item, new Spot(key.Text, key.Place), out var read))
            {
                items.Add(key.Text, read);
            }
            else
            {
                fits = false;
            }

            parts[key.Text] = key.Place;
        }

        places.Set(items.Dictionary, spot.Place, parts);
        value = items.Dictionary;
        return fits;
    }

    private bool TryRecord(RecordShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (ShortForms.Expand(shape, node) is not { } mapping)
        {
            var alternative = shape.Scalar is null ? "" : ", or one text";
            return Refuse(node, spot, $"a mapping with keys out of {Spelling.List([.. shape.Keys])}{alternative}");
        }

        var fits = true;
        var record = shape.Create();
        var parts = new Dictionary<string, SourcePosition>();
        HashSet<string> misspelt = [];
        foreach (var (key, item) in mapping.Entries)
        {
            if (shape.Find(key.Text) is not { } property)
            {
                problems.Error(key.Place, Spelling.Unknown("key", key.Text, shape.Keys));
                misspelt.Add(Spelling.Nearest(key.Text, shape.Keys) ?? "");
                fits = false;
                continue;
            }

            parts[property.Name] = item is YamlScalar ? item.Place : key.Place;
            fits &= TryProperty(property, record, key, item);
        }

        foreach (var missing in shape.Properties.Where(property => property.IsRequired && mapping.Find(property.Key) is null))
        {
            fits = misspelt.Contains(missing.Key) ? fits : Fail(spot.Place, spot, $"the key '{missing.Key}' is missing");
        }

        value = record;
        return fits && Remember(shape, record, spot, parts);
    }

    private bool TryProperty(PropertyShape property, object record, YamlScalar key, YamlNode item)
    {
        if (item is YamlScalar scalar && ((property.IsNullable && scalar.IsNull) || (property.CanBeAutomatic && scalar.Text == Automatic)))
        {
            property.Set(record, null);
            return true;
        }

        if (!TryBind(property.Shape, item, new Spot(key.Text, key.Place), out var read))
        {
            return false;
        }

        property.Set(record, read);
        return true;
    }

    private bool Remember(RecordShape shape, object record, Spot spot, Dictionary<string, SourcePosition> parts)
    {
        places.Set(record, spot.Place, parts);
        foreach (var property in shape.Properties.Where(property => !parts.ContainsKey(property.Name)))
        {
            if (property.Of(record) is { } value and not string and not ValueType)
            {
                places.SetDefault(value, spot.Place);
            }
        }

        var fits = true;
        foreach (var (property, problem) in (record as IChecked)?.Check() ?? [])
        {
            problems.Error(property.Length == 0 ? spot.Place : places.Of(record, property), problem);
            fits = false;
        }

        return fits;
    }

    // Where nothing was written, the parser stands at whatever follows: the key is the better place.
    private bool Refuse(YamlNode node, Spot spot, string expected) =>
        Fail(node is YamlScalar { Text: "" } ? spot.Place : node.Place, spot, $"expected {expected}, found {node.Describe()}");

    private bool Fail(SourcePosition place, Spot spot, string problem)
    {
        problems.Error(place, spot.Name.Length == 0 ? problem : $"{spot.Name}: {problem}");
        return false;
    }

    /// <summary>What is being read: its key, or no text, and the place of that key.</summary>
    private readonly record struct Spot(string Name, SourcePosition Place);
}

using System.Globalization;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Turns a tree into records, telling everything that does not fit.</summary>
/// <remarks>
/// The keys of a record are its settable properties in kebab case. Properties are texts, truth values, numbers (with a unit where
/// <see cref="UnitAttribute"/> names one), durations, frequencies, bit rates, enumerations, types that read themselves
/// (<see cref="IWritten{TSelf}"/>), currents by transmit power (<see cref="PowerCurve"/>), other records, <see cref="IReadOnlyList{T}"/>, <see cref="IReadOnlyDictionary{TKey,TValue}"/> by name in the
/// order of the file, and <see cref="YamlNode"/> for what is read later. Records may be written in short (<see cref="ShortFormAttribute"/>) and
/// check themselves (<see cref="IChecked"/>).
/// </remarks>
/// <param name="problems">Receives what is wrong.</param>
/// <param name="places">Receives where everything was written.</param>
public sealed class Binder(Problems problems, Places places)
{
    private const string Automatic = "auto";

    /// <summary>Longest text that can be a number, a quantity or a name out of a list [1]; reading longer ones would only take time.</summary>
    private const int LongestValue = 1000;

    private static readonly IReadOnlySet<string> NoGaps = new HashSet<string>();

    /// <summary>The legal names of each kind that <see cref="NameOfAttribute"/> mentions; kinds that are missing are not checked.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> LegalNames { get; init; } =
        new Dictionary<string, IReadOnlyCollection<string>>();

    /// <summary>Reads a record.</summary>
    /// <returns>The record, or null where anything in it is wrong.</returns>
    public T? Bind<T>(YamlNode node)
        where T : class => (T?)Bind(typeof(T), node);

    /// <summary>Reads a value of a type that is known at run time only.</summary>
    /// <returns>The value, or null where anything in it is wrong.</returns>
    public object? Bind(Type type, YamlNode node) => Read(type, node) is (var value, IsWhole: true) ? value : null;

    /// <summary>Reads as much of a record as can be read; <see cref="Places.IsGap"/> tells what could not.</summary>
    public T Read<T>(YamlNode node)
        where T : class => (T)Read(typeof(T), node).Value;

    /// <summary>Reads as much as can be read of a record that has a name.</summary>
    public T Read<T>(YamlEntry named)
        where T : class => (T)Read(typeof(T), named.Value, new Spot(named.Key.Text, named.Key.Place)).Value;

    /// <summary>Reads as much of a record or mapping as can be read, and tells whether that is all of it.</summary>
    public (object Value, bool IsWhole) Read(Type type, YamlNode node) => Read(type, node, new Spot("", node.Place));

    private (object Value, bool IsWhole) Read(Type type, YamlNode node, Spot spot)
    {
        var shape = Shape.Of(type);
        var respelling = new Respelling(problems);
        var fit = Read(shape, respelling.Apply(shape, node), spot, out var value);
        return (value ?? StandIn(shape, spot.Place)!, fit == Fit.Whole && !respelling.HasChanged);
    }

    private Fit Read(Shape shape, YamlNode node, Spot spot, out object? value) =>
        (shape, node) switch
        {
            (_, YamlDoubt doubt) => ReadAll(shape, doubt, spot, out value),
            (ScalarShape scalar, _) => ReadScalar(scalar, node, spot, out value),
            (CurveShape curve, _) => ReadCurve(curve, node, spot, out value),
            (ListShape list, _) => ReadList(list, node, spot, out value),
            (MapShape map, _) => ReadMap(map, node, spot, out value),
            (RecordShape record, _) => ReadRecord(record, node, spot, out value),
            _ => ReadRaw((RawShape)shape, node, spot, out value),
        };

    /// <summary>Reads everything that a value could be, so that all mistakes in it are told, and keeps the first.</summary>
    private Fit ReadAll(Shape shape, YamlDoubt doubt, Spot spot, out object? value)
    {
        value = null;
        foreach (var reading in doubt.Readings)
        {
            Read(shape, reading, spot, out var read);
            value ??= read;
        }

        return Fit.Gap;
    }

    private Fit ReadRaw(RawShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (!shape.Type.IsInstanceOfType(node))
        {
            return Refuse(node, spot, shape.Expected);
        }

        value = node;
        return Fit.Whole;
    }

    private Fit ReadScalar(ScalarShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (node is not YamlScalar { IsNull: false } scalar || (scalar.Text.Length > LongestValue && !shape.Codec.IsFreeText))
        {
            return Refuse(node, spot, shape.Codec.Expected, shape.Advice);
        }

        if (shape.Codec.Read(scalar.Text, out var read) is { } problem)
        {
            return Fail(node.Place, spot, With(shape.Advice, problem));
        }

        // The sentence says what kind of thing is meant: the key, which the short form leaves out, adds nothing.
        if (WrongName(shape.Kind, scalar.Text) is { } wrong)
        {
            return Fail(node.Place, spot with { Name = "" }, wrong);
        }

        value = read;
        return Fit.Whole;
    }

    private Fit ReadCurve(CurveShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (node is YamlScalar { IsNull: false })
        {
            var single = ReadScalar(new ScalarShape(shape.Current, null), node, spot, out var current);
            value = current is double amperes ? PowerCurve.Constant(amperes) : null;
            return single;
        }

        if (node is not YamlMapping { Entries.Count: > 0 } mapping)
        {
            return Refuse(node, spot, CurveShape.Expected);
        }

        var fit = mapping.IsPatchy ? Fit.Gap : Fit.Whole;
        var points = new SortedList<double, double>();
        foreach (var (key, item) in mapping.Entries)
        {
            var power = ReadScalar(new ScalarShape(shape.Power, null), key, spot with { Place = key.Place }, out var level);
            var current = ReadScalar(new ScalarShape(shape.Current, null), item, new Spot(key.Text, key.Place), out var amperes);
            fit = Worst(fit, Worst(power, current));
            if (level is double at && amperes is double needed && !points.TryAdd(at, needed))
            {
                fit = Fail(key.Place, spot, $"'{key.Text}' is given twice");
            }
        }

        value = fit == Fit.Whole ? new PowerCurve(points.Select(point => (point.Key, point.Value))) : null;
        return fit;
    }

    private string? WrongName(string? kind, string name) =>
        kind is null || name.StartsWith('$') || !LegalNames.TryGetValue(kind, out var legal) || legal.Contains(name)
            ? null
            : Spelling.Unknown(kind, name, legal);

    private Fit ReadList(ListShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (node is YamlScalar { IsNull: true })
        {
            return Refuse(node, spot, "a list");
        }

        var nodes = node is YamlSequence sequence ? sequence.Items : [node];
        var read = new List<object>();
        var parts = new Dictionary<string, SourcePosition>();
        var fit = Fit.Whole;
        foreach (var item in nodes)
        {
            var of = Read(shape.Item, item, node is YamlSequence ? spot with { Place = item.Place } : spot, out var one);
            one ??= StandIn(shape.Item, item.Place);
            fit = Worst(fit, one is null ? Fit.Gap : Below(of));
            if (one is not null)
            {
                parts[read.Count.ToString(CultureInfo.InvariantCulture)] = item.Place;
                read.Add(one);
            }
        }

        var items = Array.CreateInstance(shape.ItemType, read.Count);
        ((System.Collections.IList)read).CopyTo(items, 0);
        places.Set(items, spot.Place, parts, NoGaps);
        value = items;
        return fit;
    }

    private Fit ReadMap(MapShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (node is not YamlMapping mapping)
        {
            return Refuse(node, spot, "a mapping of names to values");
        }

        // Of two entries of the same name, one was to have another: any name that is missing may be it.
        var fit = mapping.IsPatchy || mapping.Entries.Any(entry => entry.Value is YamlDoubt { Readings.Count: > 1 }) ? Fit.Gap : Fit.Whole;
        var items = NamedItems.Create(shape.ItemType);
        var parts = new Dictionary<string, SourcePosition>();
        var gaps = new HashSet<string>();
        foreach (var (key, item) in mapping.Entries)
        {
            if (!Names.IsLegal(key.Text))
            {
                fit = Worst(fit, Below(Fail(key.Place, spot, $"'{key.Text}' is not a name; names are letters, digits, '-', '_' and '.'")));
            }

            var of = Read(shape.Item, item, new Spot(key.Text, key.Place), out var one);
            one ??= StandIn(shape.Item, key.Place);
            fit = Worst(fit, one is null ? Fit.Gap : Below(of));
            if (of == Fit.Gap)
            {
                gaps.Add(key.Text);
            }

            if (one is not null)
            {
                parts[key.Text] = key.Place;
                items.Add(key.Text, one);
            }
        }

        places.Set(items.Dictionary, spot.Place, parts, gaps);
        value = items.Dictionary;
        return fit;
    }

    private Fit ReadRecord(RecordShape shape, YamlNode node, Spot spot, out object? value)
    {
        value = null;
        if (ShortForms.Expand(shape, node) is not { } mapping)
        {
            var alternative = shape.Scalar is null ? "" : ", or one text";
            return Refuse(node, spot, $"a mapping with keys out of {Spelling.List([.. shape.Keys])}{alternative}");
        }

        var record = shape.Create();
        var fit = mapping.IsPatchy ? Fit.Flawed : Fit.Whole;
        var parts = new Dictionary<string, SourcePosition>();
        var gaps = new HashSet<string>();
        List<YamlNode> foreign = [];
        foreach (var (key, item, advice) in DecimalComma.Joined(mapping.Entries))
        {
            if (shape.Find(key.Text) is not { } property)
            {
                problems.Error(key.Place, Spelling.Unknown("key", key.Text, shape.Keys));
                foreign.Add(item);
                fit = Fit.Flawed;
                continue;
            }

            parts[property.Name] = item is YamlScalar ? item.Place : key.Place;
            var of = advice is null ? ReadProperty(property, record, key, item) : Fail(item.Place, new Spot(key.Text, key.Place), advice);
            fit = Worst(fit, Below(of));
            if (of == Fit.Gap)
            {
                gaps.Add(property.Name);
            }
        }

        foreach (var absent in shape.Properties.Where(property => mapping.Find(property.Key) is null))
        {
            if (absent.IsRequired && !mapping.IsPatchy)
            {
                fit = Below(Fail(spot.Place, spot, $"the key '{absent.Key}' is missing"));
            }

            if (absent.IsRequired || mapping.IsPatchy || foreign.Any(item => CanBe(absent.Shape, item)))
            {
                gaps.Add(absent.Name);
            }
        }

        value = record;
        return Worst(fit, Remember(shape, record, spot, parts, gaps));
    }

    /// <summary>Whether the value of an unknown key may have been meant for a property: a text that does not read as its value was not.</summary>
    private static bool CanBe(Shape shape, YamlNode node) =>
        (shape, node) is not (ScalarShape scalar, YamlScalar { IsNull: false } value)
        || value.Text.Length > LongestValue
        || scalar.Codec.Read(value.Text, out _) is null;

    private Fit ReadProperty(PropertyShape property, object record, YamlScalar key, YamlNode item)
    {
        if (item is YamlScalar scalar && ((property.IsNullable && scalar.IsNull) || (property.CanBeAutomatic && scalar.Text == Automatic)))
        {
            property.Set(record, null);
            return Fit.Whole;
        }

        var fit = Read(property.Shape, item, new Spot(key.Text, key.Place), out var read);
        if (read is not null)
        {
            property.Set(record, read);
        }

        return fit;
    }

    private Fit Remember(RecordShape shape, object record, Spot spot, Dictionary<string, SourcePosition> parts, HashSet<string> gaps)
    {
        places.Set(record, spot.Place, parts, gaps);
        foreach (var property in shape.Properties)
        {
            if (property.IsRequired && property.Of(record) is null)
            {
                property.Set(record, property.Info.PropertyType == typeof(string) ? "" : StandIn(property.Shape, spot.Place));
            }

            if (property.Of(record) is { } value and not string and not ValueType)
            {
                places.SetDefault(value, parts.GetValueOrDefault(property.Name, spot.Place));
            }
        }

        var fit = Fit.Whole;
        foreach (var (property, problem, _) in Checked(record).Where(found => !found.Of.Any(gaps.Contains)).ToList())
        {
            problems.Error(property.Length == 0 ? spot.Place : places.Of(record, property), problem);
            gaps.Add(property);
            fit = Fit.Flawed;
        }

        return fit;
    }

    private static IEnumerable<(string Property, string Problem, string[] Of)> Checked(object record) =>
        (record as IChecked)?.Check() ?? [];

    /// <summary>What stands in the place of something that cannot be read, so that nobody meets null; null if nothing can.</summary>
    private object? StandIn(Shape shape, SourcePosition place)
    {
        object? standIn = shape switch
        {
            ListShape list => Array.CreateInstance(list.ItemType, 0),
            MapShape map => NamedItems.Create(map.ItemType).Dictionary,
            RecordShape record => record.Create(),
            _ => null,
        };
        if (shape is RecordShape whole)
        {
            Remember(whole, standIn!, new Spot("", place), [], [.. whole.Properties.Select(property => property.Name)]);
        }
        else if (standIn is not null)
        {
            places.SetDefault(standIn, place);
        }

        return standIn;
    }

    // Where nothing was written, the parser stands at whatever follows: the key is the better place.
    private Fit Refuse(YamlNode node, Spot spot, string expected, string? advice = null) =>
        Fail(
            node is YamlScalar { Text: "" } ? spot.Place : node.Place,
            spot,
            With(advice, $"expected {expected}, found {node.Describe()}")
        );

    private static string With(string? advice, string problem) => advice is null ? problem : $"{problem}; {advice}";

    private Fit Fail(SourcePosition place, Spot spot, string problem)
    {
        problems.Error(place, spot.Name.Length == 0 ? problem : $"{spot.Name}: {problem}");
        return Fit.Gap;
    }

    private static Fit Worst(Fit one, Fit other) => one > other ? one : other;

    /// <summary>What a part with a gap makes of the whole that holds it.</summary>
    private static Fit Below(Fit part) => part == Fit.Whole ? Fit.Whole : Fit.Flawed;

    /// <summary>What is being read: its key, or no text, and the place of that key.</summary>
    private readonly record struct Spot(string Name, SourcePosition Place);
}

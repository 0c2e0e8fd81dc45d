using System.Collections.Concurrent;
using System.Reflection;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A record: a mapping with known keys.</summary>
internal sealed class RecordShape : Shape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = [];

    private readonly Dictionary<string, PropertyShape> _byKey;

    private RecordShape(Type type)
    {
        if (type.IsAbstract || type.IsInterface || (!type.IsValueType && type.GetConstructor([]) is null))
        {
            throw new InvalidOperationException($"{type} cannot stand in a file: it has no public constructor without parameters.");
        }

        Type = type;
        ShortForm = type.GetCustomAttribute<ShortFormAttribute>();
        Properties =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
                .OrderBy(property => Generation(property.DeclaringType!))
                .ThenBy(property => property.MetadataToken)
                .Select(property => new PropertyShape(property)),
        ];
        if (Properties.Count == 0)
        {
            throw new InvalidOperationException($"{type} cannot stand in a file: it has no public property to set.");
        }

        _byKey = Properties.ToDictionary(property => property.Key, StringComparer.Ordinal);
        Scalar = Named(ShortForm?.Scalar);
        Entry = Named(ShortForm?.Entry);
    }

    public Type Type { get; }

    /// <summary>In the order of declaration, those of base types first.</summary>
    public IReadOnlyList<PropertyShape> Properties { get; }

    public ShortFormAttribute? ShortForm { get; }

    /// <summary>The property that a single text stands for, or null.</summary>
    public PropertyShape? Scalar { get; }

    /// <summary>The property that holds the value of a mapping with one foreign key, or null.</summary>
    public PropertyShape? Entry { get; }

    public IEnumerable<string> Keys => Properties.Select(property => property.Key);

    public static RecordShape For(Type type) => Known.GetOrAdd(type, static type => new RecordShape(type));

    public PropertyShape? Find(string key) => _byKey.GetValueOrDefault(key);

    public object Create() => Activator.CreateInstance(Type)!;

    private PropertyShape? Named(string? name) =>
        name is null
            ? null
            : Properties.FirstOrDefault(property => property.Name == name)
                ?? throw new InvalidOperationException($"{Type} has no property {name} for its short form.");

    private static int Generation(Type type) => type.BaseType is null ? 0 : Generation(type.BaseType) + 1;
}

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Fills and lists dictionaries whose type is known at run time only, keeping their order.</summary>
internal abstract class NamedItems
{
    public abstract object Dictionary { get; }

    public static NamedItems Create(Type itemType) => (NamedItems)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(itemType))!;

    public static IEnumerable<(string Name, object Value)> Entries(Type itemType, object dictionary) => Create(itemType).List(dictionary);

    public abstract void Add(string name, object? item);

    protected abstract IEnumerable<(string Name, object Value)> List(object dictionary);

    private sealed class Typed<T> : NamedItems
        where T : notnull
    {
        private readonly OrderedDictionary<string, T> _items = new(StringComparer.Ordinal);

        public override object Dictionary => _items;

        public override void Add(string name, object? item) => _items.Add(name, (T)item!);

        protected override IEnumerable<(string Name, object Value)> List(object dictionary) =>
            ((IReadOnlyDictionary<string, T>)dictionary).Select(item => (item.Key, (object)item.Value));
    }
}

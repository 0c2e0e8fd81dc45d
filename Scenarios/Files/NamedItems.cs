namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Fills a dictionary whose type is known at run time only, keeping the order of the file.</summary>
internal abstract class NamedItems
{
    public abstract object Dictionary { get; }

    public static NamedItems Create(Type itemType) => (NamedItems)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(itemType))!;

    public abstract void Add(string name, object? item);

    private sealed class Typed<T> : NamedItems
    {
        private readonly OrderedDictionary<string, T> _items = new(StringComparer.Ordinal);

        public override object Dictionary => _items;

        public override void Add(string name, object? item) => _items.Add(name, (T)item!);
    }
}

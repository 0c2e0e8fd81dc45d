namespace M2mVsIoTSim.Kernel;

/// <summary>A buffer out of which the smallest item comes first, among equals the oldest.</summary>
/// <remarks>For items without an order of their own take a pair: <c>PriorityStore&lt;(int Priority, Job Job)&gt;</c> with
/// <c>Comparer&lt;(int Priority, Job Job)&gt;.Create((x, y) =&gt; x.Priority.CompareTo(y.Priority))</c>.</remarks>
/// <typeparam name="T">The items.</typeparam>
/// <param name="simulation">The clock.</param>
/// <param name="order">Order of the items; their own if none is given.</param>
/// <param name="capacity">Greatest number of items [1], at least 1.</param>
public sealed class PriorityStore<T>(Simulation simulation, IComparer<T>? order = null, int capacity = int.MaxValue)
    : Store<T>(simulation, capacity)
{
    private readonly PriorityQueue<T, (T Item, long Turn)> _items = new(new ByItemThenTurn(order ?? Comparer<T>.Default));
    private long _turn;

    /// <inheritdoc/>
    public override int Count => _items.Count;

    private protected override void Lay(T item) => _items.Enqueue(item, (item, _turn++));

    private protected override bool TryTake(Predicate<T>? filter, out T item) => _items.TryDequeue(out item!, out _);

    private sealed class ByItemThenTurn(IComparer<T> order) : IComparer<(T Item, long Turn)>
    {
        public int Compare((T Item, long Turn) x, (T Item, long Turn) y) =>
            order.Compare(x.Item, y.Item) is not 0 and var difference ? difference : x.Turn.CompareTo(y.Turn);
    }
}

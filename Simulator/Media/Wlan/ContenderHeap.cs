namespace M2mVsIoTSim.Media.Wlan;

/// <summary>Those who contend and count together, the one whose counter ends first in front.</summary>
internal sealed class ContenderHeap
{
    private Contender[] _items = new Contender[8];

    public int Count { get; private set; }

    /// <summary>The slot in which the first counter ends [1].</summary>
    public long FirstDue => _items[0].Due;

    public void Add(Contender contender)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        var at = Count++;
        while (at > 0 && contender.Due < _items[(at - 1) / 2].Due)
        {
            _items[at] = _items[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _items[at] = contender;
    }

    public Contender Take()
    {
        var first = _items[0];
        var last = _items[--Count];
        _items[Count] = null!;
        if (Count > 0)
        {
            Sink(last);
        }

        return first;
    }

    public void Clear()
    {
        Array.Clear(_items, 0, Count);
        Count = 0;
    }

    private void Sink(Contender last)
    {
        var at = 0;
        while (true)
        {
            var child = 2 * at + 1;
            if (child + 1 < Count && _items[child + 1].Due < _items[child].Due)
            {
                child++;
            }

            if (child >= Count || _items[child].Due >= last.Due)
            {
                break;
            }

            _items[at] = _items[child];
            at = child;
        }

        _items[at] = last;
    }
}

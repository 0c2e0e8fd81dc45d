namespace M2mVsIoTSim.Kernel;

/// <summary>Line of those who wait in order of rank, then of turn, which anyone may leave: a binary heap that knows its places.</summary>
internal sealed class PriorityLine
{
    private ResourceClaim[] _heap = new ResourceClaim[4];

    public int Count { get; private set; }

    /// <summary>Whoever is next; null if nobody waits.</summary>
    public ResourceClaim? First => Count == 0 ? null : _heap[0];

    /// <summary>Adds a claim; the smallest rank goes first, among equals the smallest turn.</summary>
    public void Add(ResourceClaim claim, long rank, long turn)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * Count);
        }

        (claim.Rank, claim.Turn) = (rank, turn);
        Rise(claim, Count++);
    }

    public void Remove(ResourceClaim claim)
    {
        var last = _heap[--Count];
        _heap[Count] = null!;
        if (last == claim)
        {
            return;
        }

        Rise(last, claim.Place);
        Sink(last, last.Place);
    }

    private void Rise(ResourceClaim claim, int place)
    {
        while (place > 0 && claim.Precedes(_heap[(place - 1) / 2]))
        {
            Put(_heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }

        Put(claim, place);
    }

    private void Sink(ResourceClaim claim, int place)
    {
        while (2 * place + 1 < Count)
        {
            var child = 2 * place + 1;
            if (child + 1 < Count && _heap[child + 1].Precedes(_heap[child]))
            {
                child++;
            }

            if (!_heap[child].Precedes(claim))
            {
                break;
            }

            Put(_heap[child], place);
            place = child;
        }

        Put(claim, place);
    }

    private void Put(ResourceClaim claim, int place)
    {
        _heap[place] = claim;
        claim.Place = place;
    }
}

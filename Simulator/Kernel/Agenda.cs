using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace M2mVsIoTSim.Kernel;

/// <summary>Pending wake-ups in order of time, then of scheduling: a monotone radix heap.</summary>
/// <remarks>
/// Ahuja, Mehlhorn, Orlin, Tarjan, "Faster algorithms for the shortest path problem", J. ACM 37(2), 1990. An entry lies in the
/// bucket of the highest bit in which its time differs from the time last taken, so it moves at most once per bit and no
/// comparison tree is walked. This works because simulated time never goes back. Entries of equal time always share a bucket and
/// buckets are first-in first-out, which makes the order of equal times the order of scheduling. Finding the next time does not
/// move entries (each bucket knows its least time), so a caller may stop short of it and schedule something earlier.
/// </remarks>
internal sealed class Agenda
{
    private const int Buckets = 64;

    /// <summary>Targets of a bucket this small will fire soon: bring them into the cache while redistributing.</summary>
    private const int PrefetchLimit = 64;

    private readonly Bucket[] _buckets = new Bucket[Buckets];
    private Chunk? _spare;
    private ulong _occupied;
    private long _last;
    private long _pushed;

    /// <summary>Entries taken so far.</summary>
    public long Taken { get; private set; }

    /// <summary>Pending entries.</summary>
    public long Count => _pushed - Taken;

    public Agenda()
    {
        for (var i = 0; i < Buckets; i++)
        {
            _buckets[i].Least = long.MaxValue;
        }
    }

    /// <summary>Adds an entry; <paramref name="time"/> must not lie before the time last taken.</summary>
    public void Push(long time, IEventTarget target, long token)
    {
        Append(time, target, token);
        _pushed++;
    }

    /// <summary>Takes the next entry if it lies before <paramref name="limit"/>.</summary>
    public bool TryPop(long limit, out Entry entry)
    {
        ref var current = ref _buckets[0];
        if (current.Count == 0)
        {
            if (_occupied == 0)
            {
                entry = default;
                return false;
            }

            var lowest = BitOperations.TrailingZeroCount(_occupied);
            ref var bucket = ref _buckets[lowest];
            if (bucket.Least >= limit)
            {
                entry = default;
                return false;
            }

            _last = bucket.Least;
            if (bucket.Count == 1)
            {
                entry = bucket.Head!.Entries[bucket.First];
                Clear(ref bucket, lowest);
                Taken++;
                return true;
            }

            Redistribute(ref bucket, lowest);
        }
        else if (_last >= limit)
        {
            entry = default;
            return false;
        }

        var chunk = current.Head!;
        entry = chunk.Entries[current.First];
        current.First++;
        current.Count--;
        Taken++;
        if (current.Count == 0)
        {
            Clear(ref current, 0);
        }
        else if (current.First == Chunk.Size)
        {
            current.Head = chunk.Next;
            current.First = 0;
            Return(chunk);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(long time, IEventTarget target, long token)
    {
        var index = 64 - BitOperations.LeadingZeroCount((ulong)(time ^ _last));
        ref var bucket = ref _buckets[index];
        var tail = bucket.Tail;
        if (tail is null || bucket.End == Chunk.Size)
        {
            tail = Extend(ref bucket, index);
        }

        ref var entry = ref tail.Entries[bucket.End];
        entry.Time = time;
        entry.Token = token;
        entry.Target = target;
        bucket.End++;
        bucket.Count++;
        if (time < bucket.Least)
        {
            bucket.Least = time;
        }
    }

    private Chunk Extend(ref Bucket bucket, int index)
    {
        var chunk = _spare ?? new Chunk();
        _spare = chunk.Next;
        chunk.Next = null;
        if (bucket.Tail is null)
        {
            bucket.Head = chunk;
            bucket.First = 0;
            _occupied |= 1UL << index;
        }
        else
        {
            bucket.Tail.Next = chunk;
        }

        bucket.Tail = chunk;
        bucket.End = 0;
        return chunk;
    }

    /// <summary>Spreads the entries of the lowest bucket over the buckets below it, in order.</summary>
    private void Redistribute(ref Bucket bucket, int index)
    {
        var (chunk, first, count) = (bucket.Head!, bucket.First, bucket.Count);
        var prefetch = count <= PrefetchLimit;
        bucket.Head = bucket.Tail = null;
        bucket.Count = 0;
        bucket.Least = long.MaxValue;
        _occupied &= ~(1UL << index);
        while (count > 0)
        {
            var entries = chunk.Entries;
            var end = Math.Min(Chunk.Size, first + count);
            for (var i = first; i < end; i++)
            {
                ref var entry = ref entries[i];
                Append(entry.Time, entry.Target, entry.Token);
                if (prefetch)
                {
                    Prefetch(entry.Target);
                }
            }

            count -= end - first;
            first = 0;
            var next = chunk.Next;
            Return(chunk);
            chunk = next!;
        }
    }

    private void Clear(ref Bucket bucket, int index)
    {
        Return(bucket.Head!);
        bucket.Head = bucket.Tail = null;
        bucket.Count = 0;
        bucket.Least = long.MaxValue;
        _occupied &= ~(1UL << index);
    }

    private void Return(Chunk chunk)
    {
        chunk.Next = _spare;
        _spare = chunk;
    }

    /// <summary>Fetches the first cache line of an object; harmless should the collector move it meanwhile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(object target)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((void*)Unsafe.As<object, nint>(ref target));
        }
    }

    /// <summary>A wake-up that is due.</summary>
    internal struct Entry
    {
        public long Time;
        public long Token;
        public IEventTarget Target;
    }

    /// <summary>A pooled run of entries, so that a bucket grows without copying and gives back what it no longer needs.</summary>
    private sealed class Chunk
    {
        public const int Size = 64;
        public readonly Entry[] Entries = new Entry[Size];
        public Chunk? Next;
    }

    private struct Bucket
    {
        public Chunk? Head;
        public Chunk? Tail;
        public int First;
        public int End;
        public int Count;
        public long Least;
    }
}

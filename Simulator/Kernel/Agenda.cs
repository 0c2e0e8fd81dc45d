using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>Pending wake-ups in order of time, then of scheduling: a monotone radix heap.</summary>
/// <remarks>
/// Ahuja, Mehlhorn, Orlin, Tarjan, "Faster algorithms for the shortest path problem", J. ACM 37(2), 1990. An entry lies in the
/// bucket of the highest bit in which its time differs from the time last taken, so it moves at most once per bit and no
/// comparison tree is walked. This works because simulated time never goes back. Entries of equal time always share a bucket and
/// buckets are first-in first-out, which makes the order of equal times the order of scheduling. Finding the next time does not
/// move entries (each bucket knows its least time), so a caller may stop short of it and schedule something earlier.
/// <para>What moves is a time and the number of a slot. Whom to wake stands still in the slot: moving references would cost a
/// write barrier of the garbage collector each, and an array without references is none of its business.</para>
/// </remarks>
internal sealed class Agenda
{
    private const int Buckets = 64;

    /// <summary>
    /// Entries of a chunk [1], a power of two. The first chunks are the homes of the buckets, in which they always begin, so that
    /// a short bucket takes and returns none. The first place of a chunk's home stays empty: a multiple of the size means "full".
    /// </summary>
    private const int ChunkSize = 256;

    /// <summary>Whom a bucket this small wakes is asked for soon: fetch the slots while redistributing.</summary>
    private const int SlotLimit = 8192;

    /// <summary>A bucket this small is taken soon: give those who want it the first notice.</summary>
    private const int FarLimit = 1024;

    /// <summary>A bucket this small is taken next: give the second notice, and fetch the targets of those who want none.</summary>
    private const int NearLimit = 64;

    private readonly Bucket[] _buckets = new Bucket[Buckets];
    private Entry[] _entries = new Entry[Buckets * ChunkSize];
    private int[] _nextChunk = new int[Buckets];
    private int _spareChunk;
    private Slot[] _slots = new Slot[64];
    private int _spareSlot;
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
            Clear(ref _buckets[i], i);
        }

        SpareSlots(from: 0);
    }

    /// <summary>Adds an entry; <paramref name="time"/> must not lie before the time last taken.</summary>
    public void Push(long time, IEventTarget target, long token) => Append(time, Occupy(target, token), Notice.None);

    /// <summary>Adds an entry whose target wants to be told a little earlier that it is going to be taken.</summary>
    public void PushForewarned(long time, IForewarnedTarget target, long token) => Append(time, Occupy(target, token), Notice.Both);

    /// <summary>Takes the next entry if it lies before <paramref name="limit"/>.</summary>
    public bool TryPop(long limit, out Wake wake)
    {
        ref var current = ref BucketAt(0);
        if (current.Count == 0)
        {
            if (_occupied == 0)
            {
                wake = default;
                return false;
            }

            var lowest = BitOperations.TrailingZeroCount(_occupied);
            ref var bucket = ref BucketAt(lowest);
            if (bucket.Least >= limit)
            {
                wake = default;
                return false;
            }

            _last = bucket.Least;
            if (bucket.Count == 1)
            {
                wake = Take(EntryAt(bucket.Read).Slot);
                ReturnChunk(bucket.Read / ChunkSize);
                Clear(ref bucket, lowest);
                return true;
            }

            Redistribute(ref bucket, lowest);
        }
        else if (_last >= limit)
        {
            wake = default;
            return false;
        }

        var position = current.Read;
        wake = Take(EntryAt(position).Slot);
        current.Count--;
        if (current.Count == 0)
        {
            ReturnChunk(position / ChunkSize);
            Clear(ref current, 0);
        }
        else
        {
            current.Read = Next(position);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(long time, int slot, Notice notice)
    {
        var index = 64 - BitOperations.LeadingZeroCount((ulong)(time ^ _last));
        ref var bucket = ref BucketAt(index);
        var position = bucket.Write;
        if (position % ChunkSize == 0)
        {
            position = Extend(position);
        }

        ref var entry = ref EntryAt(position);
        entry.Time = time;
        entry.Slot = slot;
        entry.Notice = notice;
        _occupied |= 1UL << index;
        bucket.Write = position + 1;
        bucket.Count++;
        if (time < bucket.Least)
        {
            bucket.Least = time;
        }
    }

    /// <summary>Spreads the entries of the lowest bucket over the buckets below it, in order.</summary>
    private void Redistribute(ref Bucket bucket, int index)
    {
        var (position, count) = (bucket.Read, bucket.Count);
        Clear(ref bucket, index);
        if (count <= NearLimit)
        {
            for (; count > 0; count--)
            {
                var entry = EntryAt(position);
                position = count == 1 ? ReturnChunk(position / ChunkSize) : Next(position);
                Append(entry.Time, entry.Slot, Notice.None);
                ref var slot = ref SlotAt(entry.Slot);
                if (entry.Notice != Notice.None)
                {
                    Forewarn(ref slot, isNear: true);
                }
                else
                {
                    CacheLine.Fetch(slot.Target);
                }
            }
        }
        else if (count <= FarLimit)
        {
            for (; count > 0; count--)
            {
                var entry = EntryAt(position);
                position = count == 1 ? ReturnChunk(position / ChunkSize) : Next(position);
                if (entry.Notice == Notice.Both)
                {
                    Append(entry.Time, entry.Slot, Notice.Near);
                    Forewarn(ref SlotAt(entry.Slot), isNear: false);
                }
                else
                {
                    Append(entry.Time, entry.Slot, entry.Notice);
                    CacheLine.Fetch(ref SlotAt(entry.Slot));
                }
            }
        }
        else
        {
            var fetch = count <= SlotLimit;
            for (; count > 0; count--)
            {
                var entry = EntryAt(position);
                position = count == 1 ? ReturnChunk(position / ChunkSize) : Next(position);
                Append(entry.Time, entry.Slot, entry.Notice);
                if (fetch)
                {
                    CacheLine.Fetch(ref SlotAt(entry.Slot));
                }
            }
        }
    }

    /// <summary>Tells a target; only those that want to be told are pushed with a notice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Forewarn(ref Slot slot, bool isNear) => Unsafe.As<IForewarnedTarget>(slot.Target)!.Forewarn(slot.Token, isNear);

    /// <summary>The position after one that has been read; gives back a chunk that has been read to its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(int position)
    {
        var next = position + 1;
        return next % ChunkSize != 0 ? next : ReturnChunk(position / ChunkSize) * ChunkSize;
    }

    /// <summary>Continues a list of chunks that is full up to a position; returns where it continues.</summary>
    private int Extend(int position)
    {
        if (_spareChunk == 0)
        {
            GrowChunks();
        }

        var chunk = _spareChunk;
        _spareChunk = _nextChunk[chunk];
        _nextChunk[(position - 1) / ChunkSize] = chunk;
        return chunk * ChunkSize;
    }

    /// <summary>Makes a chunk spare unless it is a home; returns the one that followed it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReturnChunk(int chunk)
    {
        var next = _nextChunk[chunk];
        if (chunk >= Buckets)
        {
            _nextChunk[chunk] = _spareChunk;
            _spareChunk = chunk;
        }

        return next;
    }

    private void Clear(ref Bucket bucket, int index)
    {
        bucket.Read = bucket.Write = index * ChunkSize + 1;
        bucket.Count = 0;
        bucket.Least = long.MaxValue;
        _occupied &= ~(1UL << index);
    }

    /// <summary>Fills a slot; returns its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Occupy(IEventTarget target, long token)
    {
        var number = _spareSlot;
        if (number < 0)
        {
            number = GrowSlots();
        }

        ref var slot = ref SlotAt(number);
        _spareSlot = (int)slot.Token;
        slot.Target = target;
        slot.Token = token;
        _pushed++;
        return number;
    }

    /// <summary>Empties a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Wake Take(int number)
    {
        ref var slot = ref SlotAt(number);
        var wake = new Wake(_last, slot.Token, slot.Target!);
        slot.Target = null;
        slot.Token = _spareSlot;
        _spareSlot = number;
        Taken++;
        return wake;
    }

    private int GrowSlots()
    {
        var from = _slots.Length;
        Array.Resize(ref _slots, 2 * from);
        SpareSlots(from);
        return _spareSlot;
    }

    private void SpareSlots(int from)
    {
        for (var i = from; i < _slots.Length; i++)
        {
            _slots[i].Token = i + 1;
        }

        _slots[^1].Token = -1;
        _spareSlot = from;
    }

    private void GrowChunks()
    {
        var from = _nextChunk.Length;
        Array.Resize(ref _nextChunk, 2 * from);
        Array.Resize(ref _entries, 2 * _entries.Length);
        for (var i = from; i < _nextChunk.Length; i++)
        {
            _nextChunk[i] = i + 1;
        }

        _nextChunk[^1] = 0;
        _spareChunk = from;
    }

    // Positions and numbers come from the agenda's own lists and are in range: no bounds checks in the innermost loops.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Bucket BucketAt(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buckets), (nint)(uint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Entry EntryAt(int position) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), (nint)(uint)position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Slot SlotAt(int number) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (nint)(uint)number);

    /// <summary>A wake-up that is due.</summary>
    internal readonly record struct Wake(long Time, long Token, IEventTarget Target);

    /// <summary>Which notices the target of an entry is still to be given.</summary>
    private enum Notice : byte
    {
        None,
        Near,
        Both,
    }

    /// <summary>When, and the slot that knows whom.</summary>
    private struct Entry
    {
        public long Time;
        public int Slot;

        /// <summary>Takes no place: there would be padding here.</summary>
        public Notice Notice;
    }

    /// <summary>Whom to wake with what; the token of a spare slot is the number of the next spare one.</summary>
    private struct Slot
    {
        public IEventTarget? Target;
        public long Token;
    }

    /// <summary>A first-in first-out list of entries in chunks.</summary>
    private struct Bucket
    {
        /// <summary>Position of the first entry.</summary>
        public int Read;

        /// <summary>Position after the last entry; a multiple of the chunk size if the next entry needs a chunk.</summary>
        public int Write;

        public int Count;
        public long Least;
    }
}

using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Benchmarks.Cases;

/// <summary>A heap with four children a node, ordered by time and then by scheduling: the usual alternative to a radix heap.</summary>
internal sealed class FourAryHeap
{
    private Entry[] _entries = new Entry[64];
    private int _count;
    private long _serial;

    public void Push(long time, IEventTarget target, long token)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _count);
        }

        var entry = new Entry(time, _serial++, token, target);
        var i = _count++;
        while (i > 0)
        {
            var parent = (i - 1) >> 2;
            if (!entry.IsBefore(_entries[parent]))
            {
                break;
            }

            _entries[i] = _entries[parent];
            i = parent;
        }

        _entries[i] = entry;
    }

    public Entry Pop()
    {
        var top = _entries[0];
        var last = _entries[--_count];
        var i = 0;
        while (true)
        {
            var child = 4 * i + 1;
            if (child >= _count)
            {
                break;
            }

            var least = child;
            var end = Math.Min(child + 4, _count);
            for (var c = child + 1; c < end; c++)
            {
                if (_entries[c].IsBefore(_entries[least]))
                {
                    least = c;
                }
            }

            if (!_entries[least].IsBefore(last))
            {
                break;
            }

            _entries[i] = _entries[least];
            i = least;
        }

        _entries[i] = last;
        return top;
    }

    internal readonly record struct Entry(long Time, long Serial, long Token, IEventTarget Target)
    {
        public bool IsBefore(in Entry other) => Time != other.Time ? Time < other.Time : Serial < other.Serial;
    }
}

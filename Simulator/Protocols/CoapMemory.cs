using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Protocols;

/// <summary>The messages that an end has received lately, with what it answered, so that copies are known and answered alike (RFC 7252, section 4.5).</summary>
internal sealed class CoapMemory
{
    private readonly Dictionary<int, Entry> _entries = [];
    private readonly Queue<Entry> _inOrder = new();

    /// <summary>A message that came before under the same identifier; null if none did.</summary>
    public Entry? Find(int id, SimTime now) => _entries.TryGetValue(id, out var entry) && entry.Until > now ? entry : null;

    /// <summary>Remembers a message.</summary>
    public Entry Add(int id, SimTime now, Duration lifetime)
    {
        while (_inOrder.TryPeek(out var oldest) && oldest.Until <= now)
        {
            _inOrder.Dequeue();
            if (_entries.GetValueOrDefault(oldest.Id) == oldest)
            {
                _entries.Remove(oldest.Id);
            }
        }

        var entry = new Entry(id, now + lifetime);
        _entries[id] = entry;
        _inOrder.Enqueue(entry);
        return entry;
    }

    /// <summary>What is remembered of a message.</summary>
    internal sealed class Entry(int id, SimTime until)
    {
        public int Id { get; } = id;

        public SimTime Until { get; } = until;

        /// <summary>What it was answered with; null as long as it was not.</summary>
        public CoapMessage? Answer { get; set; }
    }
}

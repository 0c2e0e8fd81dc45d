namespace M2mVsIoTSim.Protocols;

/// <summary>Writes header fields in HPACK, in one direction of one connection (RFC 7541).</summary>
/// <remarks>
/// Modelled: static and dynamic table with eviction, literals with incremental indexing, the Huffman code where it is shorter. Left out: literals that
/// are never indexed, changes of the table's size. Texts are of visible ASCII and spaces. Validated by <c>HpackTests</c> against the examples of the
/// RFC's appendix C.
/// </remarks>
/// <param name="huffman">Whether texts are written in the Huffman code where that is shorter.</param>
/// <param name="capacity">Of the dynamic table [B]; 4096 unless settings say otherwise.</param>
internal sealed class Hpack(bool huffman, int capacity = 4096)
{
    private const int EntryOverhead = 32;

    /// <summary>The newest first.</summary>
    private readonly List<(string Name, string Value)> _dynamic = [];
    private int _size;

    /// <summary>Octets that the entries of the dynamic table count [B].</summary>
    public int Size => _size;

    /// <summary>A header block.</summary>
    /// <param name="fields">In their order; names are written in lower case.</param>
    public byte[] Encode(IEnumerable<(string Name, string Value)> fields)
    {
        List<byte> block = [];
        foreach (var (spelled, value) in fields)
        {
            // Field names are ASCII: there is no culture in them.
            var name = spelled.ToLowerInvariant();
            var (index, isWhole) = Find(name, value);
            if (isWhole)
            {
                AddInteger(block, 0x80, 7, index);
                continue;
            }

            AddInteger(block, 0x40, 6, index);
            if (index == 0)
            {
                AddText(block, name);
            }

            AddText(block, value);
            Insert(name, value);
        }

        return [.. block];
    }

    /// <summary>Place of an entry in the two tables, counted from 1; 0 for none.</summary>
    private (int Index, bool IsWhole) Find(string name, string value)
    {
        var ofName = 0;
        var count = HpackTable.Entries.Count + _dynamic.Count;
        for (var i = 1; i <= count; i++)
        {
            var entry = i <= HpackTable.Entries.Count ? HpackTable.Entries[i - 1] : _dynamic[i - 1 - HpackTable.Entries.Count];
            if (entry.Name != name)
            {
                continue;
            }

            if (entry.Value == value)
            {
                return (i, true);
            }

            ofName = ofName == 0 ? i : ofName;
        }

        return (ofName, false);
    }

    private void Insert(string name, string value)
    {
        _dynamic.Insert(0, (name, value));
        _size += SizeOf(name, value);
        while (_size > capacity)
        {
            var (oldName, oldValue) = _dynamic[^1];
            _size -= SizeOf(oldName, oldValue);
            _dynamic.RemoveAt(_dynamic.Count - 1);
        }
    }

    private static int SizeOf(string name, string value) => EntryOverhead + name.Length + value.Length;

    /// <summary>An integer in the last bits of an octet, and in more octets of seven bits where it does not fit (section 5.1).</summary>
    private static void AddInteger(List<byte> block, int pattern, int bits, int value)
    {
        var greatest = (1 << bits) - 1;
        if (value < greatest)
        {
            block.Add((byte)(pattern | value));
            return;
        }

        block.Add((byte)(pattern | greatest));
        value -= greatest;
        for (; value >= 128; value >>= 7)
        {
            block.Add((byte)(value & 127 | 128));
        }

        block.Add((byte)value);
    }

    private void AddText(List<byte> block, string text)
    {
        var coded = HpackHuffman.Length(text);
        if (huffman && coded < text.Length)
        {
            AddInteger(block, 0x80, 7, coded);
            HpackHuffman.Write(text, block);
        }
        else
        {
            AddInteger(block, 0, 7, text.Length);
            block.AddRange(System.Text.Encoding.ASCII.GetBytes(text));
        }
    }
}

namespace M2mVsIoTSim.Network;

/// <summary>How many messages there were of each relation.</summary>
public sealed class MessageCounts
{
    private long[] _counts = [];

    /// <summary>Messages of a relation [1].</summary>
    public long Of(Relation relation) => relation.Index < _counts.Length ? _counts[relation.Index] : 0;

    /// <summary>Takes note of some.</summary>
    /// <param name="relation">Of which relation.</param>
    /// <param name="number">How many [1].</param>
    internal void Add(Relation relation, int number)
    {
        if (relation.Index >= _counts.Length)
        {
            Array.Resize(ref _counts, relation.Index + 1);
        }

        _counts[relation.Index] += number;
    }
}

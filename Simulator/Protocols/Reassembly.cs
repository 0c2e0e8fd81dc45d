namespace M2mVsIoTSim.Protocols;

/// <summary>What has been received of a stream: everything up to a position, and pieces beyond gaps.</summary>
internal struct Reassembly
{
    private List<StreamSpan>? _beyond;

    /// <summary>Position up to which everything has been received.</summary>
    public long Received { get; private set; }

    /// <summary>Pieces beyond gaps, the one received last first.</summary>
    public readonly IReadOnlyList<StreamSpan> Beyond => _beyond ?? [];

    /// <summary>Takes a piece.</summary>
    /// <returns>Whether <see cref="Received"/> has moved.</returns>
    public bool Take(StreamSpan piece)
    {
        if (piece.End <= Received)
        {
            return false;
        }

        if (piece.Start > Received)
        {
            Keep(piece);
            return false;
        }

        Received = piece.End;
        while (_beyond is { Count: > 0 } && _beyond.FindIndex(Touches(Received)) is >= 0 and var next)
        {
            Received = Math.Max(Received, _beyond[next].End);
            _beyond.RemoveAt(next);
        }

        return true;
    }

    private static Predicate<StreamSpan> Touches(long position) => span => span.Start <= position;

    private void Keep(StreamSpan piece)
    {
        _beyond ??= [];
        for (var i = _beyond.Count - 1; i >= 0; i--)
        {
            if (_beyond[i].Start <= piece.End && piece.Start <= _beyond[i].End)
            {
                piece = new StreamSpan(Math.Min(piece.Start, _beyond[i].Start), Math.Max(piece.End, _beyond[i].End));
                _beyond.RemoveAt(i);
            }
        }

        _beyond.Insert(0, piece);
    }
}

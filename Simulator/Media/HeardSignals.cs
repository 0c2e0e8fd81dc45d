namespace M2mVsIoTSim.Media;

/// <summary>What a receiver hears on a channel now, in no order that means anything: so a frame meets those that somebody hears beside it, and no others.</summary>
internal struct HeardSignals
{
    private (Transmission Transmission, int Index)[]? _signals;
    private int _count;

    /// <summary>Transmissions, each with the index of this receiver into its reaches.</summary>
    public readonly ReadOnlySpan<(Transmission Transmission, int Index)> Signals => new(_signals, 0, _count);

    public void Add(Transmission transmission, int index)
    {
        if (_signals is null || _count == _signals.Length)
        {
            Array.Resize(ref _signals, Math.Max(4, 2 * _count));
        }

        transmission.StandAt(index, _count);
        _signals[_count++] = (transmission, index);
    }

    /// <summary>Takes one out; the last one takes its place.</summary>
    public void Remove(Transmission transmission, int index)
    {
        var place = transmission.PlaceAt(index);
        var last = _signals![--_count];
        last.Transmission.StandAt(last.Index, place);
        _signals[place] = last;
    }
}

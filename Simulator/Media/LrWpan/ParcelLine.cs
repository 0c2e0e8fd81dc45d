namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>Datagrams that wait, in order.</summary>
internal sealed class ParcelLine
{
    private Parcel? _last;

    public Parcel? First { get; private set; }

    /// <summary>Frames that they still take [1].</summary>
    public int Frames { get; private set; }

    public void Add(Parcel parcel)
    {
        if (_last is null)
        {
            First = parcel;
        }
        else
        {
            _last.Behind = parcel;
        }

        _last = parcel;
        Frames += parcel.Fragments.Count;
    }

    /// <summary>A fragment of the first one has gone.</summary>
    public void Advance()
    {
        First!.Next++;
        Frames--;
    }

    /// <summary>Takes the first one out, whatever of it has gone.</summary>
    public Parcel RemoveFirst()
    {
        var parcel = First!;
        Frames -= parcel.Fragments.Count - parcel.Next;
        First = parcel.Behind;
        parcel.Behind = null;
        _last = First is null ? null : _last;
        return parcel;
    }
}

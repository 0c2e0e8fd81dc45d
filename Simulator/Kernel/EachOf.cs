namespace M2mVsIoTSim.Kernel;

/// <summary>Happens with the last of several events, or fails with the first that fails and lets go of the others.</summary>
internal sealed class EachOf : Event, ICondition
{
    private readonly Event[] _events;
    private int _missing;

    public EachOf(Simulation simulation, ReadOnlySpan<Event> events)
        : base(simulation)
    {
        _events = events.ToArray();
        foreach (var e in _events)
        {
            e.Prepare(simulation);
        }

        if (!Look())
        {
            Attach();
        }
    }

    private protected override bool HappensByItself => true;

    public bool Notify(Event happened)
    {
        // An event given twice tells twice, and one that is telling may have made this condition let go of it.
        if (HasHappened || IsDormant)
        {
            return false;
        }

        if (happened.Failure is { } failure)
        {
            TryDetach();
            return Happen(failure);
        }

        return --_missing == 0 && Happen(null);
    }

    private protected override bool Look()
    {
        if (Array.Find(_events, e => e.Failure is not null) is { } failed)
        {
            Happen(failed.Failure);
            return true;
        }

        if (Array.TrueForAll(_events, e => e.HasHappened))
        {
            Happen(null);
            return true;
        }

        return false;
    }

    private protected override void Attach()
    {
        _missing = 0;
        foreach (var e in _events)
        {
            if (!e.HasHappened)
            {
                _missing++;
                e.Add(new Waiter(this, 0));
            }
        }
    }

    private protected override bool TryDetach()
    {
        foreach (var e in _events)
        {
            e.Remove(this);
        }

        return true;
    }
}

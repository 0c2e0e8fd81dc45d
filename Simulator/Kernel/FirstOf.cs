namespace M2mVsIoTSim.Kernel;

/// <summary>Happens with the first of several events, as that event did, and lets go of the others.</summary>
internal sealed class FirstOf : Event<Event>, ICondition
{
    private readonly Event[] _events;

    public FirstOf(Simulation simulation, ReadOnlySpan<Event> events)
        : base(simulation)
    {
        _events = events.ToArray();
        if (_events.Length == 0)
        {
            throw new ArgumentException("Any of no events never happens; give at least one.", nameof(events));
        }

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
        // An event given twice, or both directly and within another condition, tells twice.
        if (HasHappened)
        {
            return false;
        }

        TryDetach();
        return Follow(happened);
    }

    private protected override bool Look()
    {
        if (Array.Find(_events, e => e.HasHappened) is not { } first)
        {
            return false;
        }

        Follow(first);
        return true;
    }

    private protected override void Attach()
    {
        foreach (var e in _events)
        {
            e.Add(new Waiter(this, 0));
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

    private bool Follow(Event first) => first.Failure is { } failure ? Happen(failure) : Happen(first);
}

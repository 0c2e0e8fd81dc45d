namespace M2mVsIoTSim.Kernel;

/// <summary>Waits for several events.</summary>
internal interface ICondition
{
    void Notify(Event happened);
}

/// <summary>Happens when its time comes.</summary>
internal sealed class TimeoutEvent(Simulation simulation) : Event(simulation), IEventTarget
{
    void IEventTarget.Fire(long token) => Succeed();
}

/// <summary>Happens with the first of several events and lets go of the others.</summary>
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

        if (Array.Find(_events, e => e.HasHappened) is { } first)
        {
            Succeed(first);
            return;
        }

        foreach (var e in _events)
        {
            e.Prepare(simulation);
            e.Add(new Waiter(this, 0));
        }
    }

    public void Notify(Event happened)
    {
        foreach (var e in _events)
        {
            if (e != happened)
            {
                e.Remove(this);
            }
        }

        if (happened.Failure is { } failure)
        {
            Fail(failure);
        }
        else
        {
            Succeed(happened);
        }
    }
}

/// <summary>Happens with the last of several events.</summary>
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
            if (!e.HasHappened)
            {
                _missing++;
                e.Prepare(simulation);
                e.Add(new Waiter(this, 0));
            }
        }

        if (_missing == 0)
        {
            Settle();
        }
    }

    public void Notify(Event happened)
    {
        if (happened.Failure is { } failure)
        {
            foreach (var e in _events)
            {
                if (e != happened)
                {
                    e.Remove(this);
                }
            }

            Fail(failure);
        }
        else if (--_missing == 0)
        {
            Settle();
        }
    }

    private void Settle()
    {
        if (Array.Find(_events, e => e.Failure is not null)?.Failure is { } failure)
        {
            Fail(failure);
        }
        else
        {
            Succeed();
        }
    }
}

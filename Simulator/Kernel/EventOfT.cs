namespace M2mVsIoTSim.Kernel;

/// <summary>Something that happens once and brings a value.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="simulation">The clock.</param>
public class Event<T>(Simulation simulation) : Event(simulation)
{
    private T? _value;

    /// <summary>The value it brought.</summary>
    /// <exception cref="InvalidOperationException">It has not happened yet. If it failed, its failure is thrown.</exception>
    public T Value
    {
        get
        {
            ThrowIfFailed();
            return HasHappened ? _value! : throw new InvalidOperationException("The event has not happened yet; it has no value.");
        }
    }

    /// <summary>Lets it happen with a value.</summary>
    /// <exception cref="InvalidOperationException">It has happened before, or happens by itself.</exception>
    public void Succeed(T value)
    {
        RefuseIfByItself();
        Happen(value);
    }

    /// <summary>Not usable: it has to bring a value.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void Succeed()
    {
        RefuseIfByItself();
        throw new InvalidOperationException("This event brings a value: use Succeed(value).");
    }

    /// <summary>Waits for it and gives its value.</summary>
    public new EventWait<T> GetAwaiter() => new(this);

    internal bool Happen(T value)
    {
        // Those who are told continue through the agenda: they find the value.
        var reached = Happen(failure: null);
        _value = value;
        return reached;
    }
}

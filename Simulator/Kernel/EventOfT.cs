namespace M2mVsIoTSim.Kernel;

/// <summary>Something that happens once and brings a value.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="simulation">The clock.</param>
public class Event<T>(Simulation simulation) : Event(simulation)
{
    private T? _value;

    /// <summary>The value it brought.</summary>
    /// <exception cref="InvalidOperationException">It has not happened yet.</exception>
    public T Value => HasHappened ? _value! : throw new InvalidOperationException("The event has not happened yet; it has no value.");

    /// <summary>Lets it happen with a value.</summary>
    /// <exception cref="InvalidOperationException">It has happened before.</exception>
    public void Succeed(T value)
    {
        _value = HasHappened ? _value : value;
        Succeed();
    }

    /// <summary>Waits for it and gives its value.</summary>
    public new EventWait<T> GetAwaiter() => new(this);
}

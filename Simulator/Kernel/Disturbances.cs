namespace M2mVsIoTSim.Kernel;

/// <summary>What few processes need: a time limit and interrupts. Apart, because a process is the most frequent object of a run.</summary>
internal sealed class Disturbances
{
    private Queue<object?>? _kept;
    private InterruptException? _thrown;

    /// <summary>Rings when the time limit of a wait has come, or the end of a delay after an interrupt.</summary>
    public Alarm? Timer { get; set; }

    /// <summary>
    /// Whether a delay has been interrupted. From then on delays go through the timer, which can be re-armed, so that repeated
    /// interrupts leave nothing pending.
    /// </summary>
    public bool WasInterrupted { get; set; }

    /// <summary>Keeps an interrupt for the next wait.</summary>
    public void Keep(object? cause) => (_kept ??= new Queue<object?>()).Enqueue(cause);

    /// <summary>Lets an interrupt that was kept be thrown. False if there is none.</summary>
    public bool TryRaise()
    {
        if (_kept is not { Count: > 0 })
        {
            return false;
        }

        _thrown = new InterruptException(_kept.Dequeue());
        return true;
    }

    /// <summary>What is to be thrown when the process continues now, if anything.</summary>
    public InterruptException? TakeThrown()
    {
        var thrown = _thrown;
        _thrown = null;
        return thrown;
    }
}

namespace M2mVsIoTSim.Technologies;

/// <summary>Something that is decided once, for the same survey whatever the replication, by whichever of the runs that need it comes first.</summary>
public sealed class Decision
{
    private readonly Lock _lock = new();
    private object? _decided;

    /// <summary>What was decided; decides it if nobody has yet, while others wait.</summary>
    /// <param name="decide">Must give the same in every run.</param>
    public T Once<T>(Func<T> decide)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(decide);
        lock (_lock)
        {
            return (T)(_decided ??= decide());
        }
    }
}

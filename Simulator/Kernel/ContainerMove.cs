using System.Numerics;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>To be awaited by a process; see <see cref="Container{T}.Put(T)"/> and <see cref="Container{T}.Get(T)"/>. Each <c>await</c> moves
/// the amount once more.</summary>
/// <typeparam name="T">The amounts.</typeparam>
public readonly struct ContainerMove<T>
    where T : struct, INumber<T>
{
    private readonly Container<T> _container;
    private readonly T _amount;
    private readonly bool _isPut;
    private readonly Duration _within;

    internal ContainerMove(Container<T> container, T amount, bool isPut, Duration within)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(within.Nanoseconds, nameof(within));
        (_container, _amount, _isPut, _within) = (container, amount, isPut, within);
    }

    /// <summary>The wait itself.</summary>
    public ContainerWait<T> GetAwaiter() => new(_container.Rent(_amount, _isPut, _within));
}

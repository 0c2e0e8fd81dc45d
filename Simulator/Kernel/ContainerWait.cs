using System.Numerics;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait for an amount to be moved; see <see cref="ContainerMove{T}"/>.</summary>
/// <typeparam name="T">The amounts.</typeparam>
public readonly struct ContainerWait<T> : IProcessWait
    where T : struct, INumber<T>
{
    private readonly ContainerClaim<T> _claim;

    internal ContainerWait(ContainerClaim<T> claim) => _claim = claim;

    /// <summary>Whether the amount could be moved at once.</summary>
    public bool IsCompleted => _claim.TryMove();

    /// <summary>Ends the wait.</summary>
    /// <returns>Whether the amount was moved; false when the time limit came first.</returns>
    /// <exception cref="InterruptException">The process was interrupted; nothing was moved.</exception>
    public bool GetResult() => _claim.End();

    /// <inheritdoc/>
    public void Arm(Process process) => _claim.Arm(process);
}

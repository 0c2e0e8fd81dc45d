namespace M2mVsIoTSim.Kernel;

/// <summary>Thrown out of a process's wait when another process interrupts it.</summary>
/// <param name="cause">What the interrupter gave as the reason.</param>
public sealed class InterruptException(object? cause) : Exception($"Interrupted: {cause ?? "no cause given"}")
{
    /// <summary>What the interrupter gave as the reason.</summary>
    public object? Cause { get; } = cause;
}

namespace M2mVsIoTSim.Kernel;

/// <summary>Can be woken by the agenda; the token means whatever the target wants.</summary>
public interface IEventTarget
{
    /// <summary>Called once at the time for which <see cref="Simulation.At"/> scheduled it.</summary>
    /// <param name="token">The number given when scheduling.</param>
    void Fire(long token);
}

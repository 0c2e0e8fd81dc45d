using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>A wait in simulated time. Processes accept no other: awaiting a foreign task does not compile.</summary>
public interface IProcessWait : INotifyCompletion
{
    /// <summary>Registers <paramref name="process"/> to be continued; called by the process builder.</summary>
    void Arm(Process process);

    /// <summary>Not usable: only a <see cref="Process"/> can wait in simulated time.</summary>
    void INotifyCompletion.OnCompleted(Action continuation) =>
        throw new InvalidOperationException("Only a method that returns Process can wait in simulated time.");
}

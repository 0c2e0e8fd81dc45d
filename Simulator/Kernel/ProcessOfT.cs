using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>A process that returns a value to the one that awaits it.</summary>
/// <typeparam name="T">The value.</typeparam>
[AsyncMethodBuilder(typeof(ProcessBuilder<>))]
public abstract class Process<T> : Process
{
    private protected Process() { }

    /// <summary>What the process returned.</summary>
    /// <exception cref="InvalidOperationException">The process has not ended. If it failed, its failure is thrown.</exception>
    public T Result
    {
        get
        {
            ThrowIfFailed();
            return HasHappened ? Outcome! : throw new InvalidOperationException($"Process '{Name}' has not ended; it has no result.");
        }
    }

    internal T? Outcome { get; set; }

    /// <summary>Waits for the end of the process and gives its result; starts it if it has not been started.</summary>
    public new ProcessWait<T> GetAwaiter() => new(this);
}

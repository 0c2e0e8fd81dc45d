using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>Used by the compiler to turn an <c>async</c> method into a <see cref="Process{T}"/>.</summary>
/// <typeparam name="T">What the process returns.</typeparam>
public struct ProcessBuilder<T>
{
    private Process<T> _process;

    /// <summary>The process, started cold.</summary>
    public readonly Process<T> Task => _process;

    /// <summary>A builder for one call of the method.</summary>
    public static ProcessBuilder<T> Create() => default;

    /// <summary>Moves the state machine into the process; its first step is taken when the process is started.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var process = new StateMachineProcess<TStateMachine, T>();
        _process = process;
        process.Machine = stateMachine;
    }

    /// <summary>Not used: the process holds the state machine from the beginning.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) => ArgumentNullException.ThrowIfNull(stateMachine);

    /// <summary>Ends the process with its result.</summary>
    public readonly void SetResult(T result)
    {
        _process.Outcome = result;
        _process.Complete(null);
    }

    /// <summary>Ends the process badly.</summary>
    public readonly void SetException(Exception exception) => _process.Complete(exception);

    /// <summary>Begins a wait.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : IProcessWait
        where TStateMachine : IAsyncStateMachine => awaiter.Arm(_process);

    /// <summary>Begins a wait.</summary>
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : IProcessWait
        where TStateMachine : IAsyncStateMachine => awaiter.Arm(_process);
}

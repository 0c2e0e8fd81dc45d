using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>Used by the compiler to turn an <c>async</c> method into a <see cref="Process"/>.</summary>
public struct ProcessBuilder
{
    private Process _process;

    /// <summary>The process, started cold.</summary>
    public readonly Process Task => _process;

    /// <summary>A builder for one call of the method.</summary>
    public static ProcessBuilder Create() => default;

    /// <summary>Moves the state machine into the process; its first step is taken when the process is started.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        var process = new StateMachineProcess<TStateMachine>();
        _process = process;
        process.Machine = stateMachine;
    }

    /// <summary>Not used: the process holds the state machine from the beginning.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine) => ArgumentNullException.ThrowIfNull(stateMachine);

    /// <summary>Ends the process.</summary>
    public readonly void SetResult() => _process.Complete(null);

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

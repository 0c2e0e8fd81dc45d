using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>A process with a result, holding the state machine that the compiler made.</summary>
internal sealed class StateMachineProcess<TStateMachine, T> : Process<T>, IEventTarget
    where TStateMachine : IAsyncStateMachine
{
    public TStateMachine Machine = default!;

    public override string Name => ProcessName.Of(typeof(TStateMachine));

    void IEventTarget.Fire(long token)
    {
        if (Resumes(token))
        {
            Machine.MoveNext();
        }
    }
}

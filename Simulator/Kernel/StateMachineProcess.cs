using System.Runtime.CompilerServices;

namespace M2mVsIoTSim.Kernel;

/// <summary>A process without a result, holding the state machine that the compiler made.</summary>
internal sealed class StateMachineProcess<TStateMachine> : Process
    where TStateMachine : IAsyncStateMachine
{
    public TStateMachine Machine = default!;

    public override string Name => ProcessName.Of(typeof(TStateMachine));

    protected override void MoveNext() => Machine.MoveNext();
}

/// <summary>A process with a result, holding the state machine that the compiler made.</summary>
internal sealed class StateMachineProcess<TStateMachine, T> : Process<T>
    where TStateMachine : IAsyncStateMachine
{
    public TStateMachine Machine = default!;

    public override string Name => ProcessName.Of(typeof(TStateMachine));

    protected override void MoveNext() => Machine.MoveNext();
}

internal static class ProcessName
{
    /// <summary>The method's name out of the compiler's <c>&lt;Method&gt;d__0</c> or <c>&lt;&lt;Outer&gt;g__Method|0&gt;d</c>.</summary>
    public static string Of(Type machine)
    {
        var name = machine.Name;
        var local = name.IndexOf("g__", StringComparison.Ordinal);
        if (local >= 0)
        {
            var end = name.IndexOf('|', local);
            return name[(local + 3)..(end < 0 ? name.Length : end)];
        }

        var close = name.IndexOf('>', StringComparison.Ordinal);
        return close > 1 && name[0] == '<' ? name[1..close].TrimStart('<') : name;
    }
}

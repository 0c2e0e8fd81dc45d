using System.CommandLine;

namespace M2mVsIoTSim.Cli;

/// <summary>Actions that take their time, and may be interrupted.</summary>
internal static class LongAction
{
    /// <summary>
    /// Sets an action that runs on a thread of its own. The process then waits for it after an interruption, whatever it still writes and however often it is
    /// interrupted; one that ran on the thread of the caller would not be known to be under way.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="action">Returns the exit code; its token is cancelled by SIGINT (Ctrl-C) and SIGTERM.</param>
    public static void SetLongAction(this Command command, Func<ParseResult, CancellationToken, int> action) =>
        command.SetAction(
            (parsed, cancellation) =>
                Task.Factory.StartNew(
                    () => action(parsed, cancellation),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
        );
}

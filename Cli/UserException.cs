namespace M2mVsIoTSim.Cli;

/// <summary>Something to tell the user, without a stack trace.</summary>
internal sealed class UserException(string message, int exitCode = Cli.ExitCode.WrongInput) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}

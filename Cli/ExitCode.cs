namespace M2mVsIoTSim.Cli;

/// <summary>What the command returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Ran, but something failed.</summary>
    public const int Failed = 1;

    /// <summary>The input or the command line is wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>Interrupted; finished cases are kept.</summary>
    public const int Interrupted = 130;
}

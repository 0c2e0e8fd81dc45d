namespace M2mVsIoTSim.Cli;

/// <summary>What to tell about an exception that nobody foresaw.</summary>
internal static class UnexpectedError
{
    /// <summary>Set to 1, it adds to the message where the exception came from.</summary>
    private const string TraceVariable = "M2MIOT_STACK_TRACE";

    /// <summary>One line, and where the exception came from if the user asked for it.</summary>
    public static string Message(Exception thrown)
    {
        var cause = thrown is AggregateException several ? several.Flatten().InnerExceptions[0] : thrown;
        var line = cause is IOException or UnauthorizedAccessException
            ? $"A file cannot be read or written: {OneLine(cause)}"
            : $"m2miot has stopped with an error of its own, {cause.GetType().Name}: {OneLine(cause)} Please report it with the command line and the scenario file, "
                + $"and with what the same command says after {TraceVariable}=1.";
        return Environment.GetEnvironmentVariable(TraceVariable) == "1" ? $"{line}\n{cause}" : line;
    }

    private static string OneLine(Exception cause) => string.Join(' ', cause.Message.Split('\n', StringSplitOptions.TrimEntries));
}

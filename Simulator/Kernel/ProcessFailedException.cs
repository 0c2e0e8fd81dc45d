using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Kernel;

/// <summary>A process threw an exception that no other process awaits; the run ended there.</summary>
public sealed class ProcessFailedException : Exception
{
    internal ProcessFailedException(string process, SimTime time, Exception cause)
        : base($"Process '{process}' failed at {time}: {cause.Message}", cause)
    {
        ProcessName = process;
        Time = time;
    }

    /// <summary>Name of the method that is the process.</summary>
    public string ProcessName { get; }

    /// <summary>When it failed.</summary>
    public SimTime Time { get; }
}

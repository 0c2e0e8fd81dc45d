using System.Diagnostics;
using System.Globalization;

namespace M2mVsIoTSim.Benchmarks;

/// <summary>A C++ program that waits, prepared, for amounts of work.</summary>
internal sealed class BaselineProgram : IDisposable
{
    private readonly Process _process;

    public BaselineProgram(string path, string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        BytesHeld = long.Parse(ReadLine(), CultureInfo.InvariantCulture);
    }

    /// <summary>Memory in use when prepared [B]; 0 where that is not known.</summary>
    public long BytesHeld { get; }

    /// <summary>CPU time per unit of a sample [ns].</summary>
    public double Sample(long work)
    {
        _process.StandardInput.WriteLine(work.ToString(CultureInfo.InvariantCulture));
        _process.StandardInput.Flush();
        var parts = ReadLine().Split(' ');
        return double.Parse(parts[1], CultureInfo.InvariantCulture) / double.Parse(parts[0], CultureInfo.InvariantCulture);
    }

    private string ReadLine() =>
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The baseline program ended early.");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}

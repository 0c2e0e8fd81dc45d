using System.ComponentModel;
using System.Diagnostics;

namespace M2mVsIoTSim.Benchmarks;

/// <summary>Builds the C++ programs with whatever compiler there is.</summary>
internal static class BaselineCompiler
{
    /// <summary>Path of the program; null, with a message, where it cannot be built.</summary>
    public static string? Build()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Baseline", "baseline.cpp");
        var program = Path.Combine(Path.GetTempPath(), $"m2miot-baseline-{Environment.ProcessId}");
        foreach (var compiler in (string[])["g++", "clang++"])
        {
            try
            {
                using var process = Process.Start(compiler, ["-std=c++20", "-O2", "-o", program, source]);
                process.WaitForExit();
                if (process.ExitCode == 0)
                {
                    Console.WriteLine($"Baseline: {compiler} -std=c++20 -O2");
                    return program;
                }

                Console.Error.WriteLine($"{compiler} could not build {source} (it needs C++20 coroutines).");
            }
            catch (Win32Exception)
            {
                Console.Error.WriteLine($"There is no {compiler} here.");
            }
        }

        Console.Error.WriteLine("No baseline: install g++ 11 or clang++ 15, or later, to compare with C++.");
        return null;
    }
}

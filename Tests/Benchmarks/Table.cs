using System.Globalization;

namespace M2mVsIoTSim.Benchmarks;

/// <summary>Prints measurements as they come.</summary>
internal static class Table
{
    /// <summary>Most that we allow ourselves over a C++ program of the same shape [1].</summary>
    private const double RatioGoal = 1.5;

    public static void WriteHeader() =>
        Console.WriteLine(
            $"{"case", -32}{"unit", 10}{"ours ns", 10}{"C++ ns", 10}{"ratio", 8}{"goal ns", 10}{"B/unit", 9}{"B/device", 10}{"C++", 6}  met?"
        );

    public static void Write(Benchmark benchmark, Measurement m)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{benchmark.Name, -32}{benchmark.Unit, 10}{m.Nanoseconds, 10:0.0}{m.BaselineNanoseconds, 10:0.0}{m.Ratio, 8:0.00}{benchmark.GoalNanoseconds, 10:0}{m.BytesPerUnit, 9:0.##}{m.BytesPerDevice, 10:0}{m.BaselineBytesPerDevice, 6:0}  "
        );
        Console.WriteLine(line + Verdict(benchmark, m));
    }

    private static string Verdict(Benchmark benchmark, Measurement m)
    {
        string?[] parts =
        [
            benchmark.GoalNanoseconds is { } goal ? $"goal {YesOrNo(m.Nanoseconds <= goal)}" : null,
            benchmark.GoalNanoseconds is not null && m.Ratio is { } ratio
                ? $"{RatioGoal.ToString(CultureInfo.InvariantCulture)}x C++ {YesOrNo(ratio <= RatioGoal)}"
                : null,
        ];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string YesOrNo(bool met) => met ? "yes" : "NO";
}

using System.Globalization;
using M2mVsIoTSim.Radio.NbIot;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What the standard lets a cell of NB-IoT be configured to.</summary>
/// <remarks>3GPP TS 36.331 <c>NPRACH-ConfigSIB-NB</c>, <c>PCCH-Config-NB</c>, <c>RACH-ConfigCommon-NB</c>, TS 36.213 §16.6, TS 24.008 table 10.5.5.32.</remarks>
internal static class NbIotRules
{
    private static readonly double[] PagingCycles = [1.28, 2.56, 5.12, 10.24];
    private static readonly double[] ExtendedCycles = [.. Enumerable.Range(0, 10).Select(i => 20.48 * (1 << i))];
    private static readonly double[] PagingWindows = [.. Enumerable.Range(1, 16).Select(i => 2.56 * i)];
    private static readonly double[] Periods = [.. Nprach.PeriodSet.Select(milliseconds => milliseconds / 1000.0)];
    private static readonly int[] ResponseWindows = [2, 3, 4, 5, 6, 7, 8, 10];
    private static readonly int[] ContentionTimers = [1, 2, 3, 4, 8, 16, 32, 64];

    /// <exception cref="ArgumentException">A setting that no cell can have.</exception>
    public static void Check(NbIotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.NormalCoverage >= options.RobustCoverage)
        {
            throw Refused(
                $"the limits of normal-coverage, {options.NormalCoverage} dB, and robust-coverage, {options.RobustCoverage} dB, have to ascend"
            );
        }

        if (options.BarringFactor < 1)
        {
            throw Refused(
                $"a barring factor of {options.BarringFactor.ToString(CultureInfo.InvariantCulture)}: NB-IoT bars by class, with barred-classes and barring-turn, and not by chance"
            );
        }

        Access("normal", options.NormalPeriod, options.NormalPreambleRepetitions, options.NormalControlRepetitions);
        Access("robust", options.RobustPeriod, options.RobustPreambleRepetitions, options.RobustControlRepetitions);
        Access("extreme", options.ExtremePeriod, options.ExtremePreambleRepetitions, options.ExtremeControlRepetitions);
        OneOf("preambles", options.Preambles, Nprach.SubcarrierSet);
        OneOf("search-space-start", options.SearchSpaceStart, Npdcch.StartSet);
        OneOf("response-window", options.ResponseWindow, ResponseWindows);
        OneOf("contention-timer", options.ContentionTimer, ContentionTimers);
        OneOf("paging-cycle", options.PagingCycle.TotalSeconds, PagingCycles, " s");
        OneOf("extended-cycle", options.ExtendedCycle.TotalSeconds, ExtendedCycles, " s");
        OneOf("paging-window", options.PagingWindow.TotalSeconds, PagingWindows, " s");
    }

    private static void Access(string coverage, Duration period, int preambleRepetitions, int controlRepetitions)
    {
        OneOf($"{coverage}-period", period.TotalSeconds, Periods, " s");
        OneOf($"{coverage}-preamble-repetitions", preambleRepetitions, Nprach.RepetitionSet);
        OneOf($"{coverage}-control-repetitions", controlRepetitions, Npdcch.RepetitionSet);
        if (Nprach.Length(0, preambleRepetitions) is var preamble && preamble >= period)
        {
            throw Refused(
                $"a preamble of {preamble.TotalSeconds} s, {preambleRepetitions} repetitions, does not fit into the {coverage}-period of {period.TotalSeconds} s"
            );
        }
    }

    private static void OneOf<T>(string option, T value, IReadOnlyList<T> allowed, string unit = "")
    {
        if (!allowed.Contains(value))
        {
            throw Refused($"{option} is {value}{unit}; the standard has {string.Join(", ", allowed.Select(Text))}{unit}");
        }
    }

    private static string Text<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.###}");

    private static ArgumentException Refused(FormattableString text) => new($"nb-iot: {text.ToString(CultureInfo.InvariantCulture)}.");
}

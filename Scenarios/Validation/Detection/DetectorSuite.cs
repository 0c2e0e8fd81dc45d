using System.Globalization;
using M2mVsIoTSim.Detection;
using M2mVsIoTSim.Kernel;

namespace M2mVsIoTSim.Scenarios.Validation.Detection;

/// <summary>Run lengths of detectors: the equations against published tables, the detectors against the equations.</summary>
internal static class DetectorSuite
{
    private const int Batches = 30;

    /// <summary>Limits of moving averages: each has a run length of 500 without a shift; then the run length at a shift of one standard deviation.</summary>
    private static readonly (double Smoothing, double Width, double AtOne)[] Averages =
    [
        (0.4, 3.054, 14.3),
        (0.25, 2.998, 11.1),
        (0.2, 2.962, 10.5),
        (0.1, 2.814, 10.3),
        (0.05, 2.615, 11.4),
    ];

    /// <summary>Run lengths of cumulative sums with k = 1/2, by shift, for h = 4 and h = 5.</summary>
    private static readonly (double Shift, double Four, double Five)[] Sums =
    [
        (0, 168, 465),
        (0.25, 74.2, 139),
        (0.5, 26.6, 38.0),
        (0.75, 13.3, 17.0),
        (1, 8.38, 10.4),
        (1.5, 4.75, 5.75),
        (2, 3.34, 4.01),
        (2.5, 2.62, 3.11),
        (3, 2.19, 2.57),
        (4, 1.71, 2.01),
    ];

    public static ValidationSuite Create() =>
        new(
            "detectors",
            "Detectors of faults",
            "Run lengths as tabulated by D. C. Montgomery, Introduction to Statistical Quality Control, tables 9.3 (cumulative sums) and 9.11 (moving averages, after J. M. Lucas and M. S. Saccucci, Technometrics 32, 1990), and the classical 370.4, 43.9, 6.3 and 2.0 of a chart with limits at three standard deviations: from memory. Derived: a limit that is sought for a run length gives it.",
            "Published values are held against the integral equations to the digits that are printed. The detectors themselves run on independent normal values, 30 batches, and are held against the equations; so are limits that were sought for one false alarm in 500 values. A detector that has learned steps of one standard deviation has its limit from a simulation of 256 alarms, which is exact to 6 % (one standard error); by it, the step takes fewer values than by a threshold.",
            [],
            [.. Published(), .. Simulated(), .. Calibrated(), .. Learned()]
        );

    private static IEnumerable<ValidationRow> Published()
    {
        var cusum = new DetectorSetting(DetectorAlgorithm.Cusum);
        foreach (var (shift, four, five) in Sums)
        {
            yield return Calculated($"cumulative sum, h = 4, shift {Text(shift)}", four, () => cusum.RunLengthAt(4, shift));
            yield return Calculated($"cumulative sum, h = 5, shift {Text(shift)}", five, () => cusum.RunLengthAt(5, shift));
        }

        foreach (var (smoothing, width, atOne) in Averages)
        {
            var ewma = new DetectorSetting(DetectorAlgorithm.Ewma, smoothing);
            // Widths have three decimals, of which half a digit moves a run length of 500 by 1.
            yield return new ValidationRow(
                $"moving average, λ = {Text(smoothing)}, no shift",
                "1",
                500,
                Criterion.Within(2.5),
                () => Measurement.Of([ewma.RunLengthAt(width)])
            );
            yield return Calculated($"moving average, λ = {Text(smoothing)}, shift 1", atOne, () => ewma.RunLengthAt(width, 1));
        }

        var threshold = new DetectorSetting(DetectorAlgorithm.Threshold);
        foreach (var (shift, expected) in new[] { (0.0, 370.4), (1, 43.9), (2, 6.3), (3, 2.0) })
        {
            yield return Calculated($"threshold at 3, shift {Text(shift)}", expected, () => threshold.RunLengthAt(3, shift));
        }
    }

    private static IEnumerable<ValidationRow> Simulated()
    {
        foreach (
            var (setting, limit) in new[]
            {
                (new DetectorSetting(DetectorAlgorithm.Threshold), 2.6),
                (new(DetectorAlgorithm.Ewma, 0.1), 2.3),
                (new(DetectorAlgorithm.Cusum), 4),
            }
        )
        {
            foreach (var shift in new[] { 0.0, 0.75 })
            {
                yield return Simulated(
                    $"{setting.Algorithm}, limit {Text(limit)}, shift {Text(shift)}, run",
                    setting,
                    limit,
                    shift,
                    setting.RunLengthAt(limit, shift),
                    1000
                );
            }
        }
    }

    private static IEnumerable<ValidationRow> Calibrated()
    {
        foreach (var algorithm in new[] { DetectorAlgorithm.Threshold, DetectorAlgorithm.Ewma, DetectorAlgorithm.Cusum })
        {
            var setting = new DetectorSetting(algorithm);
            yield return Simulated($"{algorithm}, set for one false alarm in 500, run", setting, setting.LimitFor(500), 0, 500, 1000);
        }
    }

    /// <summary>A detector that has learned steps of one standard deviation. The equations of the others say how long they take for these.</summary>
    private static IEnumerable<ValidationRow> Learned()
    {
        const double Wanted = 500;
        const int Runs = 100;
        var detector = new Lazy<IDetector>(() =>
        {
            var setting = Build.Detectors.Train([new SeenFault(Size: 1, Looks: 60, Grows: false)]);
            return setting.WithLimit(setting.LimitFor(Wanted));
        });
        Measurement At(double shift) =>
            Measurement.Of([.. Enumerable.Range(0, Batches).Select(batch => MeanRun(detector.Value, shift, Runs, batch))]);
        // Three standard errors, of a limit that is found from so many alarms.
        yield return new ValidationRow(
            "Learned, set for one false alarm in 500, run",
            "1",
            Wanted,
            Criterion.Within(3 * Wanted * LearnedSetting.Error),
            () => At(0)
        );
        var threshold = new DetectorSetting(DetectorAlgorithm.Threshold);
        yield return new ValidationRow(
            "Learned, values by which it is sooner than a threshold at a step of 1",
            "1",
            0,
            Criterion.AtLeast,
            () =>
                Measurement.Of([
                    .. Enumerable
                        .Range(0, Batches)
                        .Select(batch => threshold.RunLengthAt(threshold.LimitFor(Wanted), 1) - MeanRun(detector.Value, 1, Runs, batch)),
                ])
        );
    }

    /// <summary>A value of a table: within half of its last digit.</summary>
    private static ValidationRow Calculated(string name, double expected, Func<double> obtain)
    {
        var text = Text(expected);
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        // A zero behind the point is not written.
        decimals = expected is 38 or 17 or 2 ? 1 : decimals;
        return new ValidationRow(name, "1", expected, Criterion.Within(0.5001 * Math.Pow(10, -decimals)), () => Measurement.Of([obtain()]));
    }

    private static ValidationRow Simulated(string name, DetectorSetting setting, double limit, double shift, double expected, int runs) =>
        new(
            name,
            "1",
            expected,
            Criterion.InInterval(),
            () => Measurement.Of([.. Enumerable.Range(0, Batches).Select(batch => MeanRun(setting.WithLimit(limit), shift, runs, batch))])
        );

    private static double MeanRun(IDetector detector, double shift, int runs, int batch)
    {
        var values = new Simulation(seed: 31, batch).Random.Stream(Entity.Of("detector"), Purpose.Named("value"));
        var count = 0L;
        for (var run = 0; run < runs; run++)
        {
            detector.Reset();
            bool alarm;
            do
            {
                var draw = values.Next();
                alarm = detector.Add(draw.Normal() + shift);
                count++;
            } while (!alarm);
        }

        return (double)count / runs;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}

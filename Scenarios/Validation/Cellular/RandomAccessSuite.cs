using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Random access of a cell: closed forms, and the table of 3GPP.</summary>
internal static class RandomAccessSuite
{
    private static readonly string[] Sources = ["tr", "sim"];

    private const int Preambles = 54;
    private const int Attempts = 10;

    /// <summary>Few enough that a share fails which can be measured.</summary>
    private const int ClosedFormAttempts = 3;

    private static readonly Duration Period = 5.Milliseconds;

    public static ValidationSuite Create() =>
        new(
            "cellular-random-access",
            "Random access of a cell",
            "Multichannel slotted ALOHA: n (1−1/M)^(n−1) successes of n on M preambles (occupancy, derived); with retransmissions the fixed point of G = λ Σᵢ Πⱼ₍ⱼ<ᵢ₎ qⱼ, qⱼ = 1 − e^(−G/M) pⱼ (derived, for back-offs that scatter over many occasions). 3GPP TR 37.868 table 6.4.1.1.1 (from memory, widely reprinted), and an independent event simulation of its rules.",
            "54 preambles, an occasion every 5 ms. Closed forms: all preambles detected or with probability 1 − e⁻ⁱ at attempt i, no limit of grants, 3 preambles at most, back-off uniform over 0.5 s, arrivals over 120 s. The report: response window of 5 ms that opens 2 ms after the preamble, 3 grants a millisecond, Msg3 5 ms after the response, Msg4 4 ms after Msg3 (4 ms processing in the base station, TR 36.912 annex B, from memory), both 1 ms with 10 % errors, repeated after 8 and 5 ms, at most 5 times; contention timer 48 ms, back-off uniform over 20 ms, 10 preambles. Tolerances as they stand in the data: success 1 point, preambles 3 %, delay 10 %, collisions 0.2 points.",
            ["nb-iot", "lte-m"],
            [
                .. OneShot(10),
                .. OneShot(54),
                .. OneShot(100),
                .. Retransmissions("all detected", 5, 1),
                .. Retransmissions("all detected", 12, 1),
                .. Retransmissions("power ramping", 5, null),
                .. Retransmissions("power ramping", 12, null),
                .. ReferenceData.Rows("rach-tr37868.csv").SelectMany(Report),
            ]
        );

    private static IEnumerable<ValidationRow> OneShot(int contenders)
    {
        const int Occasions = 1000;
        const int Runs = 10;
        var air = new AccessAir(Plain(1), attempts: 1);
        var expected = contenders * Math.Pow(1 - 1.0 / Preambles, contenders - 1);
        return Statistic<AccessRun>.Rows(
            Enumerable
                .Range(1, Runs)
                .Select(seed => new AccessRun(
                    air,
                    contenders * Occasions,
                    (ulong)seed,
                    (i, _) => SimTime.Start + Period * (long)(i / contenders)
                )),
            Criterion.InInterval(),
            [new($"{contenders} devices once: successes an occasion", "1", expected, run => (double)run.Counts.Successes / Occasions)]
        );
    }

    private static IEnumerable<ValidationRow> Retransmissions(string name, double arrivals, double? detection)
    {
        const int Runs = 6;
        var end = 120.Seconds;
        var devices = (int)(arrivals * (end / Period));
        var air = new AccessAir(Plain(detection) with { BackOff = 500.Milliseconds }, ClosedFormAttempts);
        var (success, preambles) = FixedPoint(arrivals, detection);
        return Statistic<AccessRun>.Rows(
            Enumerable
                .Range(1, Runs)
                .Select(seed => new AccessRun(air, devices, (ulong)seed, (_, luck) => SimTime.Start + end * luck.Uniform())),
            Criterion.InInterval(),
            [
                new(
                    $"{arrivals} arrivals an occasion, {name}: share that succeeds",
                    "1",
                    success,
                    run => (double)run.Counts.Successes / devices
                ),
                new(
                    $"{arrivals} arrivals an occasion, {name}: preambles a device",
                    "1",
                    preambles,
                    run => (double)run.Counts.Preambles / devices
                ),
            ]
        );
    }

    /// <summary>Share of devices that succeed, and preambles of a device, in the steady state.</summary>
    private static (double Success, double Preambles) FixedPoint(double arrivals, double? detection)
    {
        var (sent, fails) = (1.0, 0.0);
        for (var iteration = 0; iteration < 200; iteration++)
        {
            var alone = Math.Exp(-arrivals * sent / Preambles);
            (sent, fails) = (0, 1);
            for (var attempt = 1; attempt <= ClosedFormAttempts; attempt++)
            {
                sent += fails;
                fails *= 1 - alone * (detection ?? 1 - Math.Exp(-attempt));
            }
        }

        return (1 - fails, sent);
    }

    private static IEnumerable<ValidationRow> Report(ReferenceData.Row row)
    {
        const int Runs = 5;
        var devices = row.Whole("devices");
        var isUniform = row["arrivals"] == "uniform60s";
        var length = isUniform ? 60.Seconds : 10.Seconds;
        var air = new AccessAir(Baseline, Attempts)
        {
            Message = 1.Milliseconds,
            BlockErrorRate = 0.1,
            RequestRetry = 7.Milliseconds,
            AnswerRetry = 4.Milliseconds,
        };
        var runs = new Lazy<AccessRun[]>(() =>
            [
                .. Enumerable
                    .Range(1, Runs)
                    .Select(seed => new AccessRun(
                        air,
                        devices,
                        (ulong)seed,
                        (_, luck) => SimTime.Start + length * (isUniform ? luck.Uniform() : Beta34(luck))
                    )),
            ]
        );
        var name = $"{devices} devices, {(isUniform ? "uniform over 60 s" : "beta over 10 s")}";
        return Sources.SelectMany(source =>
        {
            var from = source == "tr" ? "TR 37.868" : "simulation";
            ValidationRow Of(string what, string unit, string column, Criterion criterion, Func<AccessRun, double> value) =>
                new(
                    $"{name}: {what} ({from})",
                    unit,
                    row.Number($"{column}_{source}"),
                    criterion,
                    () => Measurement.Of([.. runs.Value.Select(value)])
                );
            return new[]
            {
                Of(
                    "collided preambles",
                    "%",
                    "collision_pct",
                    Criterion.Within(0.2),
                    run => 100.0 * run.Counts.Collided / (Preambles * (length / Period))
                ),
                Of("success", "%", "success_pct", Criterion.Within(1), run => 100.0 * run.Counts.Successes / devices),
                Of(
                    "preambles of a success",
                    "1",
                    "preambles",
                    Criterion.WithinShare(0.03),
                    run => (double)run.Counts.PreamblesOfSuccesses / run.Counts.Successes
                ),
                Of("mean delay", "ms", "delay_ms", Criterion.WithinShare(0.1), run => run.MeanDelay),
            };
        });
    }

    private static readonly RandomAccessSettings Baseline = new()
    {
        Period = Period,
        Preambles = Preambles,
        Preamble = 1.Milliseconds,
        ResponseStart = 2.Milliseconds,
        ResponseWindow = 5.Milliseconds,
        GrantsPerResponse = 3,
        RequestGap = 5.Milliseconds,
        AnswerGap = 4.Milliseconds,
        ContentionTimer = 48.Milliseconds,
        BackOff = 20.Milliseconds,
        Attempts = Attempts,
    };

    private static RandomAccessSettings Plain(double? detection) =>
        Baseline with
        {
            GrantsPerResponse = Preambles,
            BackOff = Duration.Zero,
            Detection = detection,
        };

    /// <summary>Beta(3, 4): the third smallest of six uniform numbers.</summary>
    private static double Beta34(RandomStream luck)
    {
        Span<double> numbers = stackalloc double[6];
        foreach (ref var number in numbers)
        {
            number = luck.Uniform();
        }

        numbers.Sort();
        return numbers[2];
    }
}

using M2mVsIoTSim.Media;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Modbus on a serial line against worked times and the geometry of polling and repeating.</summary>
internal static class ModbusSuite
{
    private const int Registers = 10;
    private const int Replications = 30;

    public static ValidationSuite Create() =>
        new(
            "modbus",
            "Modbus RTU: transactions, cycles, repetitions",
            "Modbus over Serial Line V1.02 (characters, t1.5, t3.5), Modbus Application Protocol V1.1b3 (frame sizes; confirmed). Cycles, waits and repetitions derived by hand.",
            "Ten registers with function 03, 11 bits a character. Waits: a slave of its own cycle of 1 s, messages at random times. Repetitions: 19 200 bit/s, bit errors of 1e-3, so that a request is damaged with 1 − (1 − b)^88 and a response with 1 − (1 − b)^275; three tries; a damaged request costs itself and the time-out of 100 ms, a damaged response the whole transaction. Cycle under errors: 10 slaves polled without a pause, nothing to fetch, 2000 s. 30 replications.",
            ["rs485-modbus"],
            [.. Times(), .. Waits(isDown: false), .. Waits(isDown: true), .. Repetitions(), .. Cycles()]
        );

    private static IEnumerable<ValidationRow> Times()
    {
        (int Baud, double Within, double Between, double Request, double Transaction, double Cycle)[] worked =
        [
            (9600, 1.718750, 4.010417, 9.166667, 45.833333, 1786.667),
            (19_200, 0.859375, 2.005208, 4.583333, 22.916667, 1053.333),
            (38_400, 0.75, 1.75, 2.291667, 12.953125, 734.5),
            (115_200, 0.75, 1.75, 0.763889, 6.651042, 532.833),
        ];
        foreach (var (baud, within, between, request, transaction, cycle) in worked)
        {
            var timing = new ModbusTiming(new BitRate(baud));
            var slot = timing.Transaction(Registers, 10.Milliseconds);
            yield return Time($"{baud} bit/s: t1.5", within, timing.CharacterGap);
            yield return Time($"{baud} bit/s: t3.5", between, timing.Gap);
            yield return Time($"{baud} bit/s: request", request, timing.Characters(ModbusTiming.RequestBytes));
            yield return Time(
                $"{baud} bit/s: transaction without delay of the slave",
                transaction,
                timing.Transaction(Registers, Duration.Zero)
            );
            yield return new(
                $"{baud} bit/s: cycle of 32 slaves with 10 ms of delay",
                "ms",
                cycle,
                Criterion.Within(0.0006),
                () => Measurement.Computed(1000 * new PolledBus("bus", 1.Milliseconds, [.. Enumerable.Repeat(slot, 32)]).Cycle.TotalSeconds)
            );
        }

        yield return Time("9600 bit/s: longest frame, 256 B", 293.333333, new ModbusTiming(new BitRate(9600)).Characters(256));
        yield return Time(
            "9600 bit/s: writing 10 registers to all slaves, 29 B, and 100 ms for them to obey",
            133.229167,
            new ModbusTiming(new BitRate(9600)).Broadcast(ModbusTiming.WriteBytes(10), 100.Milliseconds)
        );
    }

    private static ValidationRow Time(string name, double milliseconds, Duration obtained) =>
        new(name, "ms", milliseconds, Criterion.Within(2e-6), () => Measurement.Computed(1000 * obtained.TotalSeconds));

    /// <summary>A message waits for half a cycle on average, whichever way it goes.</summary>
    private static IEnumerable<ValidationRow> Waits(bool isDown) =>
        Statistic<double>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                    new ModbusBench(new Rs485ModbusOptions { BitErrorRate = 0 }, 1, replication)
                        .Run(1000, 3.7.Seconds, isDown)
                        .Log.DeliveredMessages.Average(message => message.TimeIn(0).TotalSeconds)
                ),
            Criterion.InInterval(),
            [new($"Cycle of 1 s: mean wait of messages {(isDown ? "to" : "from")} a slave", "s", 0.5, wait => wait)]
        );

    private static IEnumerable<ValidationRow> Repetitions()
    {
        var (timing, options) = Noisy();
        var (request, failure, lost, whole) = Failures(timing, options);
        const int Messages = 2000;
        var delivered = 1 - Math.Pow(failure, 3);
        var failed = failure * (1 - failure) + 2 * failure * failure * (1 - failure);
        var cost = request / failure * lost + (1 - request / failure) * whole;
        return Statistic<(double Delivered, double Time)>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                {
                    var log = new ModbusBench(options with { PollInterval = 1.Seconds }, 1, replication)
                        .Run(Messages, 10.Seconds, isDown: false)
                        .Log;
                    return (
                        (double)log.DeliveredMessages.Count / Messages,
                        log.DeliveredMessages.Average(message => message.TimeIn(1).TotalSeconds)
                    );
                }),
            Criterion.InInterval(),
            [
                new("Bit errors 1e-3, three tries: delivery", "1", delivered, run => run.Delivered),
                new(
                    "Bit errors 1e-3: mean time on the bus of what arrives",
                    "ms",
                    1000 * (failed / delivered * cost + whole),
                    run => 1000 * run.Time
                ),
            ]
        );
    }

    private static IEnumerable<ValidationRow> Cycles()
    {
        var (timing, options) = Noisy();
        var (request, failure, lost, whole) = Failures(timing, options);
        const int Slaves = 10;
        var failed = failure + failure * failure + Math.Pow(failure, 3);
        var cost = request / failure * lost + (1 - request / failure) * whole;
        var turn = failed * cost + (1 - Math.Pow(failure, 3)) * whole;
        return Statistic<double>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                {
                    var bench = new ModbusBench(options with { PollInterval = 1.Milliseconds }, Slaves, replication);
                    bench.Simulation.RunUntil(SimTime.Start + 2000.Seconds);
                    return 2000.0 / bench.Installation.Segments[0].FirstPoll(0, bench.Simulation.Now);
                }),
            Criterion.InInterval(),
            [new("Bit errors 1e-3, 10 slaves without a pause: mean cycle", "ms", 1000 * Slaves * turn, cycle => 1000 * cycle)]
        );
    }

    private static (ModbusTiming Timing, Rs485ModbusOptions Options) Noisy()
    {
        var options = new Rs485ModbusOptions { BitErrorRate = 1e-3 };
        return (new ModbusTiming(options.Rate, options.BitsPerCharacter), options);
    }

    /// <summary>Probability of a damaged request and of any damage, and what either costs [s].</summary>
    private static (double Request, double Any, double Lost, double Whole) Failures(ModbusTiming timing, Rs485ModbusOptions options)
    {
        var request = 1 - Math.Pow(1 - options.BitErrorRate, 88);
        var any = 1 - Math.Pow(1 - options.BitErrorRate, 88 + 275);
        return (
            request,
            any,
            88 / options.Rate.BitsPerSecond + options.ResponseTimeout.TotalSeconds,
            timing.Transaction(Registers, options.SlaveDelay).TotalSeconds
        );
    }
}

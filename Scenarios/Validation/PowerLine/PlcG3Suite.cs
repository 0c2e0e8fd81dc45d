using System.Globalization;
using M2mVsIoTSim.Radio.PowerLine;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.PowerLine;

/// <summary>G3-PLC: frames, and polling with repetitions in closed form.</summary>
internal static class PlcG3Suite
{
    private const int Replications = 30;

    /// <summary>A GET-request: DLMS 13 + 8, compressed headers 2 + 7, 29 around them: 59 B, 36 symbols of DBPSK, and what follows a frame [s].</summary>
    private const double Request = (6.080 + 0.695 * (13 + 36) + 0.695 * 8 + 15.115 + 0.695 * 8) / 1000;

    /// <summary>A GET-response with nothing: 5 + 8 + 9 + 29 = 51 B, 32 symbols [s].</summary>
    private const double Nothing = (6.080 + 0.695 * (13 + 32) + 0.695 * 8 + 15.115 + 0.695 * 8) / 1000;

    /// <summary>3.5 slots of two symbols [s].</summary>
    private const double Backoff = 3.5 * 2 * 0.695 / 1000;

    private const double MeterDelay = 0.1;

    public static ValidationSuite Create() =>
        new(
            "plc-g3",
            "G3-PLC: frames, polls, repetitions",
            "Payloads by number of symbols: table of Reed-Solomon blocks in the G3-PLC physical layer specification (from memory). Times on the line, throughput, rounds and repetitions derived by hand.",
            "CENELEC A, 36 carriers. Throughput: one hop without losses, a frame after the other. Rounds: DBPSK, polls of meters that have nothing, 100 ms of meter's delay; losses hit frames only. A hop with six attempts and losses of e succeeds with q = 1 − e⁶ after (1 − e⁶)/(1 − e) attempts in the mean; a lost datagram ends its poll. 30 replications.",
            ["plc-g3"],
            [.. Blocks(), .. Times(), .. Rounds(), .. Deliveries(), .. Waits()]
        );

    private static IEnumerable<ValidationRow> Blocks()
    {
        (int Symbols, G3Modulation Modulation, int Octets)[] table =
        [
            (12, G3Modulation.Dqpsk, 37),
            (20, G3Modulation.Dqpsk, 73),
            (40, G3Modulation.Dqpsk, 163),
            (52, G3Modulation.Dqpsk, 217),
            (56, G3Modulation.Dqpsk, 235),
            (12, G3Modulation.Dbpsk, 10),
            (20, G3Modulation.Dbpsk, 28),
            (40, G3Modulation.Dbpsk, 73),
            (56, G3Modulation.Dbpsk, 109),
            (112, G3Modulation.Dbpsk, 235),
            (40, G3Modulation.Robust, 13),
            (52, G3Modulation.Robust, 20),
            (56, G3Modulation.Robust, 22),
            (112, G3Modulation.Robust, 54),
            (252, G3Modulation.Robust, 133),
        ];
        foreach (var (symbols, modulation, octets) in table)
        {
            yield return new(
                $"{Name(modulation)}, {symbols} symbols: payload",
                "B",
                octets,
                Criterion.Exact,
                () => Measurement.Computed(G3Frame.Capacity(symbols, modulation))
            );
        }
    }

    private static IEnumerable<ValidationRow> Times()
    {
        (G3Modulation Modulation, double Airtime)[] worked =
        [
            (G3Modulation.Robust, 151.335),
            (G3Modulation.Dbpsk, 51.255),
            (G3Modulation.Dqpsk, 34.575),
            (G3Modulation.D8psk, 29.015),
        ];
        yield return Time("Acknowledgement", 15.115, () => G3Frame.Acknowledgement);
        foreach (var (modulation, airtime) in worked)
        {
            yield return Time($"{Name(modulation)}, 100 B: time on the line", airtime, () => G3Frame.Airtime(100, modulation));
            yield return new(
                $"{Name(modulation)}, 100 B: throughput of a hop",
                "kbit/s",
                800 / (airtime + 26.235 + 1000 * Backoff),
                Criterion.Within(1e-6),
                () => Measurement.Computed(800 / (G3Frame.Attempt(100, modulation) + G3Frame.Slot * 3.5).TotalSeconds / 1000)
            );
        }
    }

    private static ValidationRow Time(string name, double milliseconds, Func<Duration> obtained) =>
        new(name, "ms", milliseconds, Criterion.Within(1e-9), () => Measurement.Computed(1000 * obtained().TotalSeconds));

    private static IEnumerable<ValidationRow> Rounds()
    {
        foreach (var (meters, hops, loss) in new[] { (20, 1, 0.0), (20, 1, 0.3), (200, 8, 0.1) })
        {
            var options = Ideal with { Hops = hops, FrameLoss = loss, PollInterval = 1.Seconds, Tries = 1, ResponseTimeout = 0.1.Seconds };
            yield return Statistic<double>
                .Rows(
                    Enumerable
                        .Range(0, Replications)
                        .Select(replication =>
                        {
                            var bench = new PlcG3Bench(options, meters, replication);
                            var expected = bench.Sessions.Sum(meter => Poll(meter.Hops, loss));
                            bench.RunFor((300 * expected).Seconds);

                            // The hops of the meters are luck; what is held against one is the share of the closed form for them.
                            return (bench.Simulation.Now - SimTime.Start).TotalSeconds / (bench.Installation.Rounds - 0.5) / expected;
                        }),
                    Criterion.InInterval(),
                    [
                        new(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{meters} meters over up to {hops} hops, {loss:P0} lost: round, as a share of {(hops == 1 ? meters * Poll(1, loss) : meters * Enumerable.Range(1, hops).Average(h => Poll(h, loss))):0.000} s expected"
                            ),
                            "1",
                            1,
                            share => share
                        ),
                    ]
                )
                .Single();
        }
    }

    /// <summary>Mean time of a poll of a meter that has nothing [s].</summary>
    private static double Poll(int hops, double loss)
    {
        var q = 1 - Math.Pow(loss, 6);
        var attempts = q / (1 - loss);
        var crossing = Enumerable.Range(0, hops).Sum(hop => Math.Pow(q, hop)) * attempts;
        var arrives = Math.Pow(q, hops);
        return crossing * (Request + Backoff) + arrives * (MeterDelay + crossing * (Nothing + Backoff));
    }

    /// <summary>Three attempts of a frame, one or two requests, one hop: q = 1 − f³, and the poll succeeds with 1 − (1 − q²)^tries.</summary>
    private static IEnumerable<ValidationRow> Deliveries()
    {
        const double Loss = 0.6;
        const int Messages = 1000;
        foreach (var tries in new[] { 1, 2 })
        {
            var q = 1 - Math.Pow(Loss, 3);
            var options = Ideal with
            {
                Hops = 1,
                FrameLoss = Loss,
                Retries = 2,
                Tries = tries,
                PollInterval = 10.Seconds,
                ResponseTimeout = 1.Seconds,
            };
            yield return Statistic<double>
                .Rows(
                    Enumerable
                        .Range(0, Replications)
                        .Select(replication =>
                            (double)new PlcG3Bench(options, 1, replication).Run(Messages, 30.Seconds).Log.DeliveredMessages.Count / Messages
                        ),
                    Criterion.InInterval(),
                    [
                        new(
                            $"60 % lost, three attempts, {(tries == 1 ? "one request" : "two requests")}: delivery",
                            "1",
                            1 - Math.Pow(1 - q * q, tries),
                            share => share
                        ),
                    ]
                )
                .Single();
        }
    }

    private static IEnumerable<ValidationRow> Waits() =>
        Statistic<double>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                    new PlcG3Bench(Ideal with { Hops = 1, PollInterval = 60.Seconds }, 1, replication)
                        .Run(1000, 101.Seconds)
                        .Log.DeliveredMessages.Average(message => message.TimeIn(0).TotalSeconds)
                ),
            Criterion.InInterval(),
            [new("A round every 60 s: mean wait of a reading", "s", 30, wait => wait)]
        );

    private static PlcG3Options Ideal => new() { FrameLoss = 0, AcknowledgementLoss = 0 };

    private static string Name(G3Modulation modulation) =>
        modulation == G3Modulation.Robust ? "Robust" : modulation.ToString().ToUpperInvariant();
}

using M2mVsIoTSim.Platform;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Platform;

/// <summary>Brokers as stations, against a benchmark of real ones.</summary>
internal static class BrokerSuite
{
    private const int Replications = 5;
    private const int Cores = 16;

    /// <summary>What was offered at saturation, of which Mosquitto took less [1/s].</summary>
    private const double Saturating = 50_000;

    /// <summary>Percent are given whole.</summary>
    private static readonly Criterion Rounded = Criterion.Within(0.5);

    private const string Outside =
        "the benchmark's latency contains two crossings of the network and the clients at both ends, about 0.2 ms for every broker whatever its processor time; the station is the broker alone.";

    private const string Parallel =
        "the benchmark's latency is shorter than the processor time on a message: part of that is spent by other threads, before or after the message passes. Here one core does all of it while the message waits.";

    private const string Backlog =
        "353.82 ms at 37 300 msg/s are 13 200 messages that wait, in connections and in queues of 1000 for each client; here 1000 wait for all together, and what finds no room is lost.";

    private const string Scheduling =
        "waits of a real broker near its capacity do not come from the processor alone, which is 30 to 90 % in use: bursts of 50 000 clients, schedulers, locks and sockets. Queueing for cores explains less than a tenth of a millisecond.";

    private const string Contention =
        "the work on a message is that at 50 000 msg/s; fifty times fewer take less than proportionally of NanoMQ's (reported: 0 % on average, 1 % at most).";

    private const string Idle =
        "the machine is busy without messages too: schedulers of Erlang and a thousand connections, which the model leaves out.";

    private static readonly (string Row, string Cause, double Observed)[] Explanations =
    [
        ("Mosquitto, p2p-1K: time in the broker", Outside, 0.0272),
        ("NanoMQ, p2p-1K: time in the broker", Outside, 0.0959),
        ("VerneMQ, p2p-1K: time in the broker", Outside, 0.288),
        ("Mosquitto, fanin-1K-5: time in the broker", Outside, 0.0272),
        ("NanoMQ, fanin-1K-5: time in the broker", Outside, 0.0959),
        ("VerneMQ, fanin-1K-5: time in the broker", Outside, 0.288),
        ("EMQX, fanin-1K-5: time in the broker", Parallel, 0.256),
        ("Mosquitto, p2p-50K: time in the broker", Backlog, 26.1),
        ("NanoMQ, p2p-50K: time in the broker", Scheduling, 0.096),
        ("EMQX, p2p-50K: time in the broker", Scheduling, 0.272),
        ("VerneMQ, p2p-50K: time in the broker", Scheduling, 0.355),
        ("NanoMQ, p2p-1K: processor time of the machine", Contention, 0.6),
        ("NanoMQ, fanin-1K-5: processor time of the machine", Contention, 0.6),
        ("VerneMQ, p2p-1K: processor time of the machine", Idle, 1.8),
        ("VerneMQ, fanin-1K-5: processor time of the machine", Idle, 1.8),
        ("EMQX, fanout-1-1K: processor time of the machine", Idle, 0.038),
        ("VerneMQ, fanout-1-1K: processor time of the machine", Idle, 0.272),
    ];

    public static ValidationSuite Create() =>
        new(
            "brokers",
            "MQTT brokers under load",
            "EMQ, Open MQTT Benchmarking Comparison: MQTT Brokers in 2023 (2023-05-05); a vendor's benchmark. Confirmed.",
            "The station alone: no network, no clients, Poisson arrivals, 16 cores but one for Mosquitto. The work on a message comes from the processor time (of Mosquitto, from the rate) at 50 000 msg/s and the work on a copy from the latency of the fan-out: these rows, named as calibration, agree by construction. All others are predicted. The network and the clients, which the benchmark's latencies contain, are not described; EMQX's at 1000 msg/s agrees although they are missing here.",
            ["broker", "nanomq", "emqx", "vernemq"],
            [.. ReferenceData.Rows("broker-benchmark.csv").SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(ReferenceData.Row row)
    {
        var (scenario, broker) = (row["scenario"], row["broker"]);
        var (isSaturating, isFanOut) = (scenario == "p2p-50K", scenario == "fanout-1-1K");
        var isMosquitto = broker == "Mosquitto";
        var copies = isFanOut ? 1000 : 1;
        var duration =
            isFanOut ? 400.Seconds
            : isSaturating ? 2.Seconds
            : 20.Seconds;
        var runs = new Lazy<BrokerBench[]>(() =>
            [
                .. Enumerable
                    .Range(0, Replications)
                    .Select(replication =>
                        BrokerBench.Run(Options(broker), isSaturating ? Saturating : row.Number("in_msg_s"), copies, duration, replication)
                    ),
            ]
        );
        var name = $"{broker}, {scenario}";
        var rate = row.Number("out_msg_s");
        yield return Row(
            isSaturating && isMosquitto ? "delivered a second (calibration)" : "delivered a second",
            "1/s",
            rate,
            isFanOut ? Criterion.WithinShare(0.1) : Criterion.WithinShare(0.02),
            run => run.PerSecond
        );
        var cpu = isSaturating ? "processor time of the machine (calibration)" : "processor time of the machine";
        yield return Explained(Row(cpu, "%", row.Number("cpu_pct"), Rounded, run => 100 * run.Share(Cores)));

        // All copies of a message leave together here; one after the other they take half as long on average.
        yield return isFanOut
            ? Row(
                "time to the last copy (calibration)",
                "ms",
                2 * row.Number("latency_ms"),
                Criterion.WithinShare(0.05),
                run => 1000 * run.MeanStay
            )
            : Explained(Row("time in the broker", "ms", row.Number("latency_ms"), Criterion.WithinShare(0.1), run => 1000 * run.MeanStay));

        ValidationRow Row(string what, string unit, double expected, Criterion criterion, Func<BrokerBench, double> of) =>
            new($"{name}: {what}", unit, expected, criterion, () => Measurement.Of([.. runs.Value.Select(of)]));
    }

    private static ValidationRow Explained(ValidationRow row) =>
        Array.Find(Explanations, one => one.Row == row.Name) is { Cause: { } cause, Observed: var observed }
            ? row with
            {
                Cause = cause,
                Observed = observed,
            }
            : row;

    private static BrokerOptions Options(string broker) =>
        broker switch
        {
            "Mosquitto" => new BrokerOptions { Servers = 1 },
            "NanoMQ" => new NanoMqOptions { Servers = Cores },
            "EMQX" => new EmqxOptions { Servers = Cores },
            "VerneMQ" => new VerneMqOptions { Servers = Cores },
            _ => throw new ArgumentOutOfRangeException(nameof(broker), broker, "No such broker in the benchmark."),
        };
}

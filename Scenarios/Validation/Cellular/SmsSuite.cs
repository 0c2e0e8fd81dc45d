using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Delay and delivery of short messages.</summary>
internal static class SmsSuite
{
    private const int Replications = 20;
    private const int Phones = 200;
    private const int MessagesEach = 120;

    /// <summary>Far above any delivery without a retry, and below the first retry.</summary>
    private const double AtOnce = 120;
    private static readonly Duration Every = 6.Hours;

    public static ValidationSuite Create()
    {
        var rows = ReferenceData.Rows("sms-latency.csv").ToList();
        var runs = new Lazy<double[][]>(() => [.. Enumerable.Range(0, Replications).Select(Run)]);
        return new ValidationSuite(
            "sms",
            "Short messages from mobile to mobile",
            "ETSI EMTEL at an ITU-T workshop, October 2006 (confirmed); ranges without a source at hand (from memory).",
            "Inside the range that is told. The mean times of the parts, the share of receivers that cannot be reached and how long they cannot are set by the same source: the rows show that air, service centre, absences and the schedule of attempts together give what it tells, not that it is so.",
            ["sms"],
            [.. rows.Select((row, i) => Row(row, i, runs))]
        );
    }

    private static ValidationRow Row(ReferenceData.Row row, int index, Lazy<double[][]> runs)
    {
        var (low, high) = (row.Number("low"), row.Number("high"));
        return new ValidationRow(
            $"{row["quantity"]} ({row["source"]})",
            row["unit"],
            (low + high) / 2,
            Criterion.Within((high - low) / 2),
            () => Measurement.Of([.. runs.Value.Select(run => run[index])])
        );
    }

    /// <summary>The quantities of the rows, in their order.</summary>
    private static double[] Run(int replication)
    {
        double[] atOnce = [.. Latencies(new SmsOptions(), replication).Order()];
        var arrived = atOnce.Length;
        atOnce = [.. atOnce.Where(latency => latency < AtOnce)];
        const double All = Phones * MessagesEach;
        return
        [
            atOnce.Average(),
            atOnce[atOnce.Length / 2],
            atOnce[(int)(0.95 * atOnce.Length)],
            1 - atOnce.Length / All,
            arrived / All,
            // Between customers whose lines take no time, a message is in the service centre only.
            Latencies(
                    new SmsOptions
                    {
                        Near = SmsEnd.LargeAccount,
                        Far = SmsEnd.LargeAccount,
                        AccountDelay = Duration.Zero,
                    },
                    replication
                )
                .Average(),
        ];
    }

    private static List<double> Latencies(SmsOptions options, int replication)
    {
        var simulation = new Simulation(seed: 43, replication);
        var log = new Log();
        var observers = new Observers();
        observers.Add(log);
        Node[] senders = [.. Enumerable.Range(0, Phones).Select(i => new Node(simulation, Entity.Of("device", i), observers))];
        var service = new Sms(options).Install(new Site(simulation, observers, senders, 1000, new Demand(1, 20)));
        var root = new Branch(new Relation(0, "alarm", ["person"], new Content(10, 16), null), -1, null, []);
        root.Grow(0, ["waiting", "short message", "processing"]).Seat(0);
        for (var i = 0; i < Phones; i++)
        {
            var session = service.Join(senders[i], new Node(simulation, Entity.Of("person", i), observers));
            senders[i].Connect([new EdgeSessions([session])]);
            for (var serial = 0; serial < MessagesEach; serial++)
            {
                simulation.At(SimTime.Start + Every * (long)serial, new Production(simulation, senders[i], root, serial));
            }
        }

        simulation.RunUntil(SimTime.Start + Every * (long)MessagesEach + 2.Days);
        return log.Latencies;
    }

    private sealed class Production(Simulation simulation, Node sender, Branch root, int serial) : IEventTarget
    {
        public void Fire(long token) => sender.Originate(new Message(root, sender.Entity, serial, simulation.Now));
    }

    private sealed class Log : Probe
    {
        public List<double> Latencies { get; } = [];

        public override void Delivered(in Message message, int consumer, SimTime now) =>
            Latencies.Add((now - message.Created).TotalSeconds);
    }
}

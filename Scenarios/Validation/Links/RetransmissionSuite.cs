using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Repetition over a link that loses frames.</summary>
internal static class RetransmissionSuite
{
    private const int Replications = 30;

    /// <summary>A frame of 1000 B takes 1 ms.</summary>
    private const int Bytes = 1000;

    public static ValidationSuite Create() =>
        new(
            "retransmission",
            "Repetition over a link that loses frames",
            "Geometric retransmission and stop-and-wait, go-back-N and selective repeat: D. Bertsekas, R. Gallager, Data Networks, 2nd ed., 1992, sections 2.4 and 2.7. Derived.",
            "Frames of 1 ms on a `Link` with independent loss p; acknowledgements of no length that never get lost. With at most R repetitions after a fixed time-out T, and the windows of automatic repeat request with a = propagation / frame time.",
            [],
            [
                .. Limited(0.1, 3),
                .. Limited(0.3, 4),
                .. Limited(0.51, 4),
                .. StopAndWait(0.1, 0.5),
                .. StopAndWait(0.01, 10),
                .. Window(0.1, 0.5, 7, selective: true, 0.9),
                .. Window(0.01, 10, 127, selective: true, 0.99),
                .. Window(0.01, 10, 7, selective: true, 0.33),
                .. Window(0.1, 0.5, 7, selective: false, 0.9 / 1.1),
                .. Window(0.01, 10, 127, selective: false, 0.99 / 1.2),
                .. Window(0.01, 10, 7, selective: false, 7 * 0.99 / (21 * (0.99 + 0.07)))
                    .Select(row =>
                        row with
                        {
                            Observed = 0.3175,
                            Cause =
                                "with a window below 1 + 2a the formula charges every loss a whole round trip; but a lost frame is not always the first of its window, and after going back the sender may send a full window at once, so that later frames wait less. The formula is a lower bound there and exact for windows of 1 + 2a and more.",
                        }
                    ),
                .. Fragments(0.1, 4),
                .. Fragments(0.02, 10),
            ]
        );

    /// <summary>Delivery 1 − p^(R+1), transmissions (1 − p^(R+1))/(1 − p), delay of what arrives.</summary>
    private static IEnumerable<ValidationRow> Limited(double loss, int retries)
    {
        const double TimeOut = 0.1;
        var failure = Math.Pow(loss, retries + 1);
        var repeats = loss * (1 - (retries + 1) * Math.Pow(loss, retries) + retries * failure) / ((1 - loss) * (1 - failure));
        var name = $"p = {loss}, R = {retries}";
        return Statistic<Exchange>.Rows(
            Enumerable.Range(0, Replications).Select(replication => Exchange.Run(replication, loss, retries, TimeOut.Seconds, 12_000)),
            Criterion.InInterval(),
            [
                new($"{name}: delivery", "1", 1 - failure, run => run.Delivery),
                new($"{name}: transmissions a message", "1", (1 - failure) / (1 - loss), run => run.Transmissions),
                new($"{name}: repetitions before a message arrives", "1", repeats, run => (run.MeanDelay - 0.001) / TimeOut),
            ]
        );
    }

    private static IEnumerable<ValidationRow> StopAndWait(double loss, double a) =>
        Efficiency(
            $"Stop and wait, P = {loss}, a = {a}",
            (1 - loss) / (1 + 2 * a),
            replication => AutomaticRepeat.Run(replication, loss, a, window: 1, selective: true, frames: 6000)
        );

    private static IEnumerable<ValidationRow> Window(double loss, double a, int window, bool selective, double expected) =>
        Efficiency(
            $"{(selective ? "Selective repeat" : "Go back N")}, P = {loss}, a = {a}, W = {window}",
            expected,
            replication => AutomaticRepeat.Run(replication, loss, a, window, selective, frames: 20_000)
        );

    private static IEnumerable<ValidationRow> Efficiency(string name, double expected, Func<int, double> run) =>
        Statistic<double>.Rows(
            Enumerable.Range(0, Replications).Select(run),
            Criterion.InInterval(),
            [new($"{name}: share of the rate", "1", expected, efficiency => efficiency)]
        );

    /// <summary>All of f fragments arrive with probability (1 − p)^f.</summary>
    private static IEnumerable<ValidationRow> Fragments(double loss, int fragments) =>
        Statistic<double>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                {
                    const int Messages = 2000;
                    var bench = new LinkBench(replication, Lossy(loss, 0), Lossy(0, 0));
                    var arrived = new int[Messages];
                    bench.Arrived = number => arrived[number / fragments]++;
                    for (var i = 0; i < Messages * fragments; i++)
                    {
                        bench.Send(i, Bytes);
                    }

                    bench.Simulation.Run();
                    return (double)arrived.Count(count => count == fragments) / Messages;
                }),
            Criterion.InInterval(),
            [new($"p = {loss}, {fragments} fragments: whole messages", "1", Math.Pow(1 - loss, fragments), share => share)]
        );

    internal static LinkSettings Lossy(double loss, double propagation) =>
        new()
        {
            Rate = 8.MegabitsPerSecond,
            Framing = Framing.None,
            Delay = DelayModel.Constant(propagation.Seconds),
            Loss = new LossModel(loss),
        };

    /// <summary>Acknowledgements take no time to send.</summary>
    internal static LinkSettings Instant(double propagation) =>
        new()
        {
            Rate = new BitRate(1e15),
            Framing = Framing.None,
            Delay = DelayModel.Constant(propagation.Seconds),
        };

    /// <summary>One message after the other, each with its repetitions.</summary>
    private sealed record Exchange(double Delivery, double Transmissions, double MeanDelay)
    {
        public static Exchange Run(int replication, double loss, int retries, Duration timeOut, int messages)
        {
            var bench = new LinkBench(replication, Lossy(loss, 0), Instant(0));
            var (sent, delivered, delay) = (0, 0, 0.0);

            async Process Sender()
            {
                var simulation = bench.Simulation;
                for (var message = 0; message < messages; message++)
                {
                    var (start, answered) = (simulation.Now, new Store<int>(simulation));
                    bench.Arrived = number => answered.TryPut(number);
                    for (var attempt = 0; attempt <= retries; attempt++)
                    {
                        sent++;
                        bench.Send(message, Bytes);
                        if ((await answered.Get(within: timeOut)).InTime)
                        {
                            delivered++;
                            delay += (simulation.Now - start).TotalSeconds;
                            break;
                        }
                    }
                }
            }

            bench.Simulation.Start(Sender());
            bench.Simulation.Run();
            return new Exchange((double)delivered / messages, (double)sent / messages, delay / delivered);
        }
    }
}

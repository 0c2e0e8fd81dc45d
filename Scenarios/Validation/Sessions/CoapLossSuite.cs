using M2mVsIoTSim.Network;
using M2mVsIoTSim.Protocols;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Sessions;

/// <summary>CoAP over a link that loses packets.</summary>
internal static class CoapLossSuite
{
    private const int Replications = 40;
    private const int Retries = 4;

    /// <summary>Round trip in the run of 30 % loss, where the median includes repetitions [ms].</summary>
    private const double ShortRoundTrip = 30.3;

    public static ValidationSuite Create() =>
        new(
            "coap-under-loss",
            "CoAP over a link that loses packets",
            "Theory: RFC 7252, section 4.2, with independent losses: an attempt fails with q = 1 − (1 − p)², attempt k comes after 2^k − 1 time-outs of 2 to 3 s. Derived. Captures: aiocoap in github.com/philipbl/iot-protocol-comparison (commits 677ba76 and 97c263a), at the requesting side; each is a single run. Confirmed.",
            "Default transmission parameters. Delays from the first transmission to the response, over exchanges that were answered. Theory is held against 40 runs of 500 exchanges each, 2000 for the least loss. In the captures requests of 28 octets are answered with content and here content is answered with 2.04, so that only counts and the delays that repetitions cause are compared.",
            ["coap"],
            [.. Theory(0.0077), .. Theory(0.1), .. Theory(0.3), .. ReferenceData.Rows("coap-under-loss.csv").SelectMany(Published)]
        );

    private static IEnumerable<ValidationRow> Theory(double loss)
    {
        var messages = loss < 0.01 ? 2000 : 500;
        var q = 1 - (1 - loss) * (1 - loss);
        var answered = 1 - Math.Pow(q, Retries + 1);
        var isLost = Replications * messages * (1 - answered) > 1;
        return Statistic<Outcome>.Rows(
            Runs(loss, messages),
            Criterion.InInterval(0.06),
            [
                // Where nothing is expected to be lost in all runs together, there is nothing to hold against theory.
                .. isLost
                    ? [new Statistic<Outcome>($"loss {loss}: answered", "1", answered, run => run.Answered / (double)run.Exchanges)]
                    : Array.Empty<Statistic<Outcome>>(),
                new($"loss {loss}: transmissions", "1", answered / (1 - q), run => run.Transmissions / (double)run.Exchanges),
                new(
                    $"loss {loss}: mean delay of those answered",
                    "s",
                    CoapTimes.MeanDelay(loss, RoundTrip(), 2, 1.5, Retries),
                    run => run.Delays.Average()
                ),
            ]
        );
    }

    private static IEnumerable<ValidationRow> Published(ReferenceData.Row row)
    {
        var (name, loss, exchanges) = (row["run"], row.Number("loss_per_direction"), row.Whole("exchanges"));
        return Statistic<Outcome>.Rows(
            Runs(loss, exchanges),
            Criterion.OneMoreDraw,
            [
                new($"{name}: answered", "1", row.Number("answered"), run => run.Answered),
                new($"{name}: transmissions", "1", row.Number("transmissions"), run => run.Transmissions),
                new($"{name}: answered after one transmission", "1", row.Number("hist_1tx"), run => run.AnsweredAfter(1)),
                new($"{name}: answered after two", "1", row.Number("hist_2tx"), run => run.AnsweredAfter(2)),
                new(
                    $"{name}: mean delay that repetitions add",
                    "ms",
                    row.Number("mean_delay_ms") - (exchanges > 100 ? row.Number("p50_ms") : ShortRoundTrip),
                    run => 1000 * (run.Delays.Average() - RoundTrip())
                ),
            ]
        );
    }

    /// <summary>Of an attempt that succeeds: twice 10 ms, and the octets of both packets at 1 Mbit/s.</summary>
    private static double RoundTrip() => Of(0, 1, 0).Delays.Single();

    private static IEnumerable<Outcome> Runs(double loss, int messages) =>
        Enumerable.Range(0, Replications).Select(replication => Of(loss, messages, replication));

    private static Outcome Of(double loss, int messages, int replication)
    {
        var packets = new DatagramBench(new Coap(new CoapOptions()), new Content(8, 8), messages, 100.Seconds, loss, replication).Run(
            100.Seconds * (messages + 2L)
        );
        var requests = packets.Where(packet => packet.IsUp).ToLookup(packet => packet.Identifier, packet => packet.At);
        var answers = packets
            .Where(packet => !packet.IsUp)
            .GroupBy(packet => packet.Identifier)
            .ToDictionary(id => id.Key, id => id.First().At);
        return new Outcome(
            requests.Count,
            requests.Sum(request => request.Count()),
            [.. answers.Select(answer => (answer.Value - requests[answer.Key].First()).TotalSeconds)],
            [.. answers.Select(answer => requests[answer.Key].Count())]
        );
    }

    private sealed record Outcome(int Exchanges, int Transmissions, IReadOnlyList<double> Delays, IReadOnlyList<int> Tries)
    {
        public int Answered => Delays.Count;

        public int AnsweredAfter(int transmissions) => Tries.Count(tries => tries == transmissions);
    }
}

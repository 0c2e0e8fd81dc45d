using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>Chains of links against ns-3.</summary>
internal static class Ns3PointToPointSuite
{
    private const string File = "ns3-point-to-point.csv";

    /// <summary>Of ns-3's PPP frame: 2 octets, neither padding nor gap.</summary>
    private static readonly Framing Ppp = new(0, int.MaxValue, 2, 0);

    public static ValidationSuite Create() =>
        new(
            "ns3-point-to-point",
            "Chains of store-and-forward links in ns-3",
            "ns-3 3.37 (Debian 12), point-to-point links with static routes, run for this comparison (measured; without random numbers).",
            "UDP over a chain of `Link`s: payload, 8 octets of UDP, 20 of IPv4 and 2 of PPP; store and forward, no processing. Frames a second apart, and ten handed over at once, which queue at the first link.",
            ["ethernet", "fibre", "cable", "dsl"],
            [.. ReferenceData.Rows(File).GroupBy(Chain.Of).SelectMany(Rows)]
        );

    private static IEnumerable<ValidationRow> Rows(IGrouping<Chain, ReferenceData.Row> group)
    {
        var frames = group.ToList();
        var run = new Lazy<long[]>(() => group.Key.Run([.. frames.Select(frame => (long)frame.Number("sent_ns"))]));
        return frames.Select(
            (frame, i) =>
                new ValidationRow(
                    $"{group.Key}, frame {frame["seq"]}",
                    "us",
                    frame.Number("delay_ns") / 1000,
                    Criterion.Exact,
                    () => Measurement.Computed(run.Value[i] / 1000.0)
                )
        );
    }

    private sealed record Chain(int Hops, string Rate, string Delay, int Bytes)
    {
        public static Chain Of(ReferenceData.Row row) => new(row.Whole("hops"), row["rate"], row["delay"], row.Whole("wire_bytes"));

        public long[] Run(long[] sent)
        {
            var simulation = new Simulation(seed: 1);
            var observers = new Observers();
            var settings = new LinkSettings
            {
                Rate = int.Parse(Rate.Replace("Mbps", "", StringComparison.Ordinal), CultureInfo.InvariantCulture).MegabitsPerSecond,
                Delay = DelayModel.Constant(Time(Delay)),
                Framing = Ppp,
            };
            var nodes = Enumerable.Range(0, Hops + 1).Select(i => new Node(simulation, Entity.Of("node", i), observers)).ToArray();
            var legs = Enumerable
                .Range(0, Hops)
                .Select(i =>
                    new Link("link", simulation, observers, null, settings, settings).Join(new Port(nodes[i]), new Port(nodes[i + 1])).Up
                )
                .ToArray();
            var delays = new long[sent.Length];
            var route = new Route(legs, new End(number => delays[number] = simulation.Now.Nanoseconds - sent[number]));

            async Process Sender()
            {
                for (var i = 0; i < sent.Length; i++)
                {
                    await simulation.Delay(new SimTime(sent[i]) - simulation.Now);
                    legs[0].Medium.Send(new Frame(new Numbered(i, Bytes - Ppp.Overhead), route, simulation.Now));
                }
            }

            simulation.Start(Sender());
            simulation.Run();
            return delays;
        }

        public override string ToString() => $"{Hops} hops of {Rate} and {Delay}, {Bytes} B";

        private static Duration Time(string text) =>
            text.EndsWith("us", StringComparison.Ordinal)
                ? int.Parse(text[..^2], CultureInfo.InvariantCulture).Microseconds
                : int.Parse(text[..^2], CultureInfo.InvariantCulture).Milliseconds;
    }

    private sealed class End(Action<int> arrived) : IFrameReceiver
    {
        public void Receive(in Frame frame) => arrived(((Numbered)frame.Packet).Number);

        public void Lost(in Frame frame, DropReason reason) { }
    }

    private sealed class Numbered(int number, int length) : Packet
    {
        public int Number { get; } = number;

        public override int Length { get; } = length;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}

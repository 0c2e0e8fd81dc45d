using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Links;

/// <summary>The wide-area path: round trips between regions, runs of losses, outages.</summary>
internal static class InternetPathSuite
{
    private const int Replications = 30;

    public static ValidationSuite Create() =>
        new(
            "internet-path",
            "A path through the Internet",
            "Microsoft, Azure network round-trip latency statistics, 30 July 2026: 95th percentiles of a month (confirmed). E. N. Gilbert, Bell Syst. Tech. J. 39, 1960, and E. O. Elliott, ibid. 42, 1963, for runs of losses; alternating exponential times up and down for outages (derived).",
            "One frame there and, when it has come, one back; 4000 round trips. The model has one number for the round trip, so agreement of its 95th percentile says that the conversion is right, not that the distribution is. Losses: 100 000 frames; the mean run is p / (p − P(two in a row)). Outages of 10 min on average: 231 days, asked every 10 s, which sees those of length t with probability t / 10 s, so that the mean seen is 10 s / (1 − exp(−1/60)). 30 replications.",
            ["internet"],
            [
                .. ReferenceData.Rows("internet-rtt-p95.csv").SelectMany(RoundTrips),
                .. Losses("Independent, p = 0.05", new LossModel(0.05), 0.05, 1 / 0.95),
                .. Losses("Gilbert, p = 0.05, bursts of 4", new LossModel(0.05, 4), 0.05, 4),
                .. Losses(
                    "Gilbert–Elliott, p = 0.05, bursts of 8, half lost in them and 1 % between",
                    new LossModel(0.05, 8, 0.5, 0.01),
                    0.05,
                    MeanRun(0.05, 8, 0.5, 0.01)
                ),
                .. Down(0.99),
                .. Down(0.9),
            ]
        );

    /// <summary>Mean number of losses in a row: p / (p − P11) with P11 from the chain of states.</summary>
    private static double MeanRun(double ratio, double burst, double inBad, double inGood)
    {
        var bad = (ratio - inGood) / (inBad - inGood);
        var (stay, enter) = (1 - 1 / burst, bad / (burst * (1 - bad)));
        var both = bad * inBad * (stay * inBad + (1 - stay) * inGood) + (1 - bad) * inGood * (enter * inBad + (1 - enter) * inGood);
        return ratio / (ratio - both);
    }

    private static IEnumerable<ValidationRow> RoundTrips(ReferenceData.Row row) =>
        row["source"] != "Australia East"
            ? []
            : Enum.GetValues<Region>()
                .Where(region => region is not (Region.AustraliaEast))
                .Select(region => RoundTrip(region, row.Number(Spaced(region))));

    private static ValidationRow RoundTrip(Region region, double milliseconds) =>
        new(
            $"Australia East to {Spaced(region)}: 95th percentile of the round trip",
            "ms",
            milliseconds,
            Criterion.WithinShare(0.005),
            () => Measurement.Of([.. Enumerable.Range(0, Replications).Select(replication => Percentile(region, replication))])
        );

    private static double Percentile(Region region, int replication)
    {
        var simulation = new Simulation(seed: 31, replication);
        var observers = new Observers();
        var (near, far) = (new Node(simulation, Entity.Of("near"), observers), new Node(simulation, Entity.Of("far"), observers));
        var internet = new Internet(
            new InternetOptions
            {
                NearRegion = Region.AustraliaEast,
                FarRegion = region,
                Loss = 0,
            }
        );
        var (there, back) = internet.Install(new Site(simulation, observers, [near], 0, new Demand(1, 20))).Join(near, far);
        var times = new List<double>();
        var route = new Route([there, back], new End(sent => times.Add((simulation.Now - sent).TotalSeconds)));
        for (var i = 0; i < 4000; i++)
        {
            simulation.RunUntil(SimTime.Start + i.Seconds);
            there.Medium.Send(new Frame(new Stamped(simulation.Now), route, simulation.Now));
        }

        simulation.Run();
        times.Sort();
        return 1000 * times[(int)(0.95 * times.Count)];
    }

    private static IEnumerable<ValidationRow> Losses(string name, LossModel model, double ratio, double run) =>
        Statistic<(double Ratio, double Run)>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                {
                    var randomness = new Randomness(31, replication);
                    var (lost, runs, before) = (0, 0, false);
                    bool? state = null;
                    for (var i = 0; i < 100_000; i++)
                    {
                        var draw = randomness.Draw(Entity.Of("path"), Purpose.Named("loss"), i);
                        var isLost = model.Loses(ref draw, ref state);
                        lost += isLost ? 1 : 0;
                        runs += isLost && !before ? 1 : 0;
                        before = isLost;
                    }

                    return (lost / 100_000.0, (double)lost / runs);
                }),
            Criterion.InInterval(),
            [new($"{name}: share lost", "1", ratio, one => one.Ratio), new($"{name}: mean run of losses", "1", run, one => one.Run)]
        );

    private static IEnumerable<ValidationRow> Down(double availability) =>
        Statistic<(double Up, double Length)>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                {
                    const int Seconds = 20_000_000;
                    var outages = Outages.Random(new Randomness(31, replication), Entity.Of("path"), "path", availability, 10.Minutes)!;
                    var (down, periods, before) = (0, 0, false);
                    for (var second = 0; second < Seconds; second += 10)
                    {
                        var now = SimTime.Start + second.Seconds;
                        var isDown = outages.Hit(now, now);
                        down += isDown ? 1 : 0;
                        periods += isDown && !before ? 1 : 0;
                        before = isDown;
                    }

                    return (1 - down * 10.0 / Seconds, down * 10.0 / periods);
                }),
            Criterion.InInterval(0.05),
            [
                new($"Availability {availability}: share of time up", "1", availability, one => one.Up),
                // Outages shorter than the 10 s between looks are seen with probability t / 10 s: their mean as seen is 10 s / (1 − exp(−10/600)).
                new($"Availability {availability}: mean outage, seen every 10 s", "s", 10 / (1 - Math.Exp(-10.0 / 600)), one => one.Length),
            ]
        );

    private static string Spaced(Region region) =>
        region switch
        {
            Region.UKSouth => "UK South",
            Region.UAENorth => "UAE North",
            _ => string.Concat(
                region.ToString().Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(region.ToString()[i - 1]) ? $" {c}" : $"{c}")
            ),
        };

    private sealed class End(Action<SimTime> arrived) : IFrameReceiver
    {
        public void Receive(in Frame frame) => arrived(((Stamped)frame.Packet).Sent);

        public void Lost(in Frame frame, DropReason reason) { }
    }

    private sealed class Stamped(SimTime sent) : Packet
    {
        public SimTime Sent { get; } = sent;

        public override int Length => 100;

        public override void Write(Span<byte> destination) => destination[..Length].Clear();
    }
}

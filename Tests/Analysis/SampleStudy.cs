using M2mVsIoTSim.Analysis.Data;

namespace M2mVsIoTSim.Tests.Analysis;

/// <summary>A made-up study of realistic size: architectures × accesses × fleet sizes, with plausible latencies, losses and energy.</summary>
public static class SampleStudy
{
    public static readonly string[] Accesses = ["lte-cat1", "nb-iot", "lorawan-eu868"];
    public static readonly string[] Fleets = ["100", "1000", "10000", "100000"];
    private static readonly ArchitectureManifest[] Architectures =
    [
        new("direct", "m2m", "Every meter talks to the utility's own head-end."),
        new("brokered", "iot", "Meters publish to a broker; applications subscribe."),
        new("edge-collector-with-platform-feed", "hybrid", "A collector on site answers locally and feeds the platform."),
        new("cloud-only-behind-operator-gateway", "iot", "Everything goes through the operator's IoT platform."),
    ];

    private static readonly string[] Hops =
    [
        "waiting for the radio",
        "access network",
        "operator core, APN and VPN",
        "Internet",
        "broker queue and fan-out",
        "application",
    ];

    private static readonly string[] Reasons = ["collision", "below-sensitivity", "queue-full", "duty-cycle"];
    private static readonly string[] Relations = ["reading", "leak"];
    private static readonly double[] ReasonShares = [0.55, 0.25, 0.15, 0.05];
    private static readonly double[] StateShares = [0.1, 0.15, 0.3, 0.45];
    private static readonly double[] BaseLatency = [0.12, 1.8, 1.4];
    private static readonly double[] BaseLoss = [2e-4, 3e-3, 1e-2];
    private static readonly double[] BaseEnergy = [28, 9.5, 1.7];
    private static readonly string[] States = ["sleep", "idle", "receive", "transmit"];

    public static StudyManifest Manifest(int architectures = 2, int factors = 1, bool quick = false, int replications = 10) =>
        new(
            "metering",
            20261122,
            replications,
            quick,
            "0.1.0",
            "3f8a9c0d1e2f",
            "study: { seed: 20261122, replications: 10 }\n",
            [
                new(
                    "metering-scale",
                    "With the same access network, what does the broker cost and bring, and from which fleet size on?",
                    "water-metering",
                    Architectures[..architectures],
                    [
                        new(
                            "reading",
                            "meter",
                            ["utility", "leak-app"],
                            4 * 3600,
                            0.98,
                            "Each meter sends 4 values every hour; 98 % must arrive within 4 h."
                        ),
                        new("leak", "meter", ["engineer"], 600, 0.999, "A leak alarm must reach the engineer on call within 10 min."),
                    ],
                    [new("access", Accesses), new("meter.count", Fleets) { IsOfJob = true }],
                    [.. Differences(architectures, factors)],
                    [
                        new("LTE Cat 1 idle-to-connected delay", "100", "ms", "3GPP TS 36.331, 5.3.3", "from-memory"),
                        new("Path loss exponent", "3.76", "1", "3GPP TR 36.942, table 4.5", "confirmed"),
                    ],
                    ["lorawan-eu868 at 100000 meters is outside the domain of the interference model (50 km² at most)."],
                    [new("direct", "access=lorawan-eu868,meter.count=100000", "The payload exceeds the daily airtime of the band.")]
                ),
            ],
            [new("metering-scale/direct/access=lte-cat1,meter.count=100/r1", "00ff")]
        );

    public static void Write(string directory, int architectures = 2, int factors = 1, bool quick = false, int replications = 10)
    {
        JsonFile.Write(directory, Manifest(architectures, factors, quick, replications));
        List<RunRow> runs = [];
        List<DistributionRow> distributions = [];
        List<HopRow> hops = [];
        List<TopologyRow> topology = [];
        foreach (var (a, architecture) in Architectures[..architectures].Index())
        {
            foreach (var (i, access) in Accesses.Index())
            {
                foreach (var (f, fleet) in Fleets.Index())
                {
                    var point = $"access={access},meter.count={fleet}";
                    if (architecture.Name == "direct" && access == "lorawan-eu868" && fleet == "100000")
                        continue;
                    topology.Add(new("metering-scale", architecture.Name, point, "node", "meter", "ADN, water-meter", int.Parse(fleet)));
                    for (var replication = 1; replication <= replications; replication++)
                    {
                        var run = new Run(architecture, point, replication, a, i, f);
                        runs.AddRange(run.Values());
                        distributions.AddRange(run.Distribution());
                        hops.AddRange(run.Stages());
                    }
                }
            }
        }
        RowFile.WriteTo(directory, runs);
        RowFile.WriteTo(directory, distributions);
        RowFile.WriteTo(directory, hops);
        RowFile.WriteTo(directory, topology);
    }

    private static IEnumerable<DifferenceManifest> Differences(int architectures, int factors)
    {
        FactorDifference[] all =
        [
            new("mediation", "direct", "broker"),
            new("security", "ipsec", "tls-1.3"),
            new("place of the logic", "head-end", "cloud"),
        ];
        for (var a = 0; a < architectures; a++)
        {
            for (var b = a + 1; b < architectures; b++)
                yield return new(Architectures[a].Name, Architectures[b].Name, all[..factors]);
        }
    }

    /// <summary>One run; the luck depends on the point and the replication only, so that architectures meet the same.</summary>
    private sealed class Run(ArchitectureManifest architecture, string point, int replication, int a, int access, int fleet)
    {
        private readonly double _luck = 1 + (0.06 * Math.Sin((replication * 2.7) + (fleet * 1.3) + access));
        private readonly double _own = 1 + (0.01 * Math.Cos((replication * 5.1) + (a * 0.7)));

        private double Mean => BaseLatency[access] * (1 + (0.25 * a)) * Math.Pow(1.25, fleet) * _luck * _own;

        private double Loss => Math.Min(0.4, BaseLoss[access] * Math.Pow(3, fleet) * (1 + (0.1 * a)) * _luck);

        public IEnumerable<RunRow> Values()
        {
            foreach (var relation in Relations)
            {
                yield return Row(relation, "latency-mean", Mean);
                yield return Row(relation, "latency-p50", Mean * 0.8);
                yield return Row(relation, "latency-p95", Mean * 2.6);
                yield return Row(relation, "latency-p99", Mean * 4.1);
                yield return Row(relation, "delivery", 1 - Loss);
                yield return Row(relation, "delivery-in-time", 1 - (Loss * 1.05));
                yield return Row(relation, "deadline-miss", Loss * 1.05);
                foreach (var (r, reason) in Reasons.Index())
                    yield return Row(relation, "dropped:" + reason, Loss * ReasonShares[r]);
            }
            var energy = BaseEnergy[access] * (1 + (0.2 * a)) * _luck * _own;
            foreach (var (s, state) in States.Index())
                yield return Row("meter", "energy:" + state, energy * StateShares[s]);
            yield return Row("meter", "energy-per-day", energy);
            yield return Row("meter", "battery-life", 120 / energy);
            yield return Row("", "components", int.Parse(DesignPoint.Parse(point)["meter.count"]!) + 2 + (2 * a));
            yield return Row("", "single-points-of-failure", 1 + a);
            yield return Row("", "events", Math.Round(1e5 * Math.Pow(10, fleet) * _luck));
        }

        public IEnumerable<DistributionRow> Distribution()
        {
            var middle = LogHistogram.BucketOf(Mean * 0.8);
            for (var offset = -24; offset <= 40; offset++)
            {
                var spread = offset < 0 ? 10.0 : 16.0;
                var count = (long)(2000 * Math.Exp(-offset * offset / (2 * spread * spread)));
                if (count > 0)
                    yield return DistributionRow.Of(
                        "metering-scale",
                        architecture.Name,
                        point,
                        replication,
                        "reading",
                        "latency",
                        middle + offset,
                        count
                    );
            }
        }

        public IEnumerable<HopRow> Stages()
        {
            double[] weights = [0.3, 0.35, 0.1, 0.1, a == 0 ? 0 : 0.12 * a, 0.05];
            foreach (var (h, hop) in Hops.Index())
            {
                var share = weights[h] / weights.Sum();
                if (share > 0)
                    yield return new("metering-scale", architecture.Name, point, replication, "reading", h + 1, hop, Mean * share, share);
            }
        }

        private RunRow Row(string relation, string metric, double value) =>
            new(
                "metering-scale",
                architecture.Name,
                architecture.Family,
                point,
                replication,
                relation,
                metric,
                value,
                MetricTable.Find(metric).Unit
            );
    }
}

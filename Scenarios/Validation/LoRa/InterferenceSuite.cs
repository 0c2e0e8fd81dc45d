using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.LoRa;

/// <summary>One LoRa network among others that know nothing of it.</summary>
internal static class InterferenceSuite
{
    private const int Replications = 30;
    private const double PeriodPerNode = 1000;

    /// <summary>Of a network [m].</summary>
    private const double Radius = 98.95;

    /// <summary>From one network to the next [m].</summary>
    private const double Apart = 150;

    /// <summary>10 γ: loss for each decade of distance [dB].</summary>
    private const double Slope = 20.8;
    private const double Capture = 6;
    private const double Tolerance = 0.02;
    private const double Width = 0.01;
    private static readonly int[] Networks = [1, 5];
    private static readonly int[] NodesOfEach = [100, 200, 600];
    private static readonly Purpose Place = Purpose.Named("place");
    private static readonly LoRaModulation Modulation = new(12, 125.Kilohertz, CodingRate: 4);
    private static readonly Position Ours = new(0, 0, 0);
    private static readonly Position[] Five = [Ours, new(-Apart, 0, 0), new(Apart, 0, 0), new(0, -Apart, 0), new(0, Apart, 0)];
    private static readonly Position[] Three = [Ours, new(-Radius / 2, 0, 0), new(Radius / 2, 0, 0)];

    public static ValidationSuite Create() =>
        new(
            "lora-interference",
            "A LoRa network among foreign ones",
            "T. Voigt, M. Bor, U. Roedig, J. Alonso, Mitigating Inter-Network Interference in LoRa Networks, EWSN 2017 (arXiv 1611.00688): the rules of the published LoRaSim 0.2.1, directionalLoraIntf.py (confirmed). The expectations are not the publication's figures but our closed form of these rules (recomputed): a frame survives at a set of gateways with exp(−2 (T − 3 symbols) Λ), Λ being the rate of frames less than 6 dB weaker at one of them.",
            "Discs of 98.95 m, our network in the middle and four foreign ones 150 m to each side, nodes anywhere in their own disc; SF12, 125 kHz, 4/8, 20 octets every 1000 s from each node, one channel, omnidirectional; 20.8 dB a decade of distance; nobody is out of range and gateways have demodulators enough. A frame counts if one of our gateways has it: one in the middle, or three in a row half a radius apart. The rule is that of lorawan-eu868 with rejection 'lora-sim', here on the radio medium alone. Distances and places of the publication's figures are unknown, so its own pair (600 nodes among four times 600: 0.24 with one base station, 0.56 with three) is not comparable.",
            ["lorawan-eu868"],
            [.. Rows(gateways: [Ours]), .. Rows(gateways: Three)]
        );

    private static IEnumerable<ValidationRow> Rows(Position[] gateways) =>
        from networks in Networks
        let neighbours = new NeighbouringNetworks(Five[..networks], gateways, Radius, Math.Pow(10, Capture / Slope))
        from nodes in NodesOfEach
        from row in Rows(nodes, Five[..networks], gateways, neighbours)
        select row;

    /// <summary>2500 of our frames in each of 30 replications, as for one network.</summary>
    private static IEnumerable<ValidationRow> Rows(int nodes, Position[] networks, Position[] gateways, NeighbouringNetworks neighbours)
    {
        var rate = nodes / PeriodPerNode;
        var airtime = Modulation.Airtime(20);
        var rule = new RejectionRule(
            new[,]
            {
                { Capture },
            }
        )
        {
            Sum = InterferenceSum.StrongestPower,
            Lead = [Modulation.SymbolTime * LoRaRejection.SparedSymbols],
        };
        var name =
            $"{nodes} nodes, {(networks.Length == 1 ? "alone" : $"{networks.Length - 1} × {nodes} foreign")}, {(gateways.Length == 1 ? "one gateway" : $"{gateways.Length} gateways")}";
        return Statistic<double>.Rows(
            Enumerable
                .Range(0, Replications)
                .Select(replication =>
                    new ManyReceiversRun(rule, airtime, gateways.Length, replication).Run(
                        [.. networks.Select((centre, network) => Nodes(nodes, centre, network, gateways, replication))],
                        rate,
                        (2500 / rate).Seconds
                    )
                ),
            Criterion.Within(Tolerance, Width),
            [
                new Statistic<double>(
                    name,
                    "1",
                    neighbours.Delivery(rate, airtime - Modulation.SymbolTime * LoRaRejection.SparedSymbols),
                    share => share
                ),
            ]
        );
    }

    /// <summary>Reaches of the nodes of a network: 14 dBm, 127.41 dB at 40 m.</summary>
    private static Reach[][] Nodes(int nodes, Position centre, int network, Position[] gateways, int replication)
    {
        var random = new Randomness(seed: 42, replication);
        return
        [
            .. Enumerable
                .Range(0, nodes)
                .Select(i => Reaches(Node(random.Draw(Entity.Of($"node of network {network}", i), Place), centre), gateways)),
        ];
    }

    private static Position Node(Draw draw, Position centre)
    {
        var (distance, angle) = (Radius * Math.Sqrt(draw.Uniform()), 2 * Math.PI * draw.Uniform());
        return new Position(centre.X + distance * Math.Cos(angle), centre.Y + distance * Math.Sin(angle), 0);
    }

    private static Reach[] Reaches(Position node, Position[] gateways) =>
        [
            .. gateways.Select(
                (place, gateway) =>
                    new Reach(gateway, (float)Decibels.ToLinear(14 - 127.41 - Slope * Math.Log10(place.GroundDistanceTo(node) / 40)))
            ),
        ];
}

using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Nr;

/// <summary>32 octets within a millisecond.</summary>
internal static class NrUrllcSuite
{
    private const int Payload = 32;
    private const int Batches = 20;
    private const int Packets = 2000;

    /// <summary>With two symbols most failures are repeated in time: few are late.</summary>
    private const int MorePackets = 5000;

    /// <summary>Of packets that may be late, ITU-R M.2410 [1].</summary>
    private const double Greatest = 1e-5;

    private static readonly Duration Limit = 1.Milliseconds;

    /// <summary>Four branches of the uplink and two of the downlink fade by Rayleigh.</summary>
    private static readonly PropagationOptions Fading = new() { Fading = FadingModel.Rayleigh };

    private static readonly NrSet[] Sets =
    [
        new(30, 14, 1, 1),
        new(30, 7, 1, 1),
        new(30, 7, 2, 2),
        new(30, 4, 2, 1),
        new(30, 2, 2, 1),
        new(60, 7, 2, 1),
        new(60, 2, 2, 2),
        new(30, 7, 2, 1) { Duplication = true },
        new(30, 7, 2, 1) { Duplex = "DU" },
    ];

    public static ValidationSuite Create() =>
        new(
            "nr-urllc",
            "NR: 32 octets within a millisecond",
            "Theory: enumeration of opportunities, missed requests and transmissions, with integration over arrival and fading (NrDelivery). ITU-R M.2410 and 3GPP TR 37.910 (from memory): 1 - 1e-5 within 1 ms is reached with 30 or 60 kHz and mini-slots, at the channel quality of the edge.",
            "One connected device at the greatest whole coupling loss at which a packet of 32 B with its headers fits into one allocation. First the share of packets that have not arrived within 1 ms, as simulated over the exact one, at error rates that a simulation can resolve: link adaptation at 10 %, control channels and scheduling requests that fail at 1 %, Rayleigh fading of four branches up and two down, the same in all transmissions of a packet; 20 batches of 2000 packets at any time, of 5000 with two symbols. Then the requirement itself, exact: is the probability of being late at most 1e-5 (1 for yes)? AWGN, link adaptation at 1e-5, control errors of 1e-6. No: with whole slots or 15 kHz waits and processing alone take longer, as the means of nr-user-plane-latency show, and so does asking for a grant with 30 kHz.",
            ["nr-urllc"],
            [.. Sets.SelectMany(Sampled), .. Requirements()]
        );

    private static IEnumerable<ValidationRow> Sampled(NrSet set) =>
        Ways.Select(way => new ValidationRow(
            $"{set}, {Text(way)}: late, simulated over exact",
            "1",
            1,
            Criterion.InInterval(Width(set)),
            () => Sample(set, way)
        ));

    private static int PacketsOf(NrSet set) => set.Symbols == 2 ? MorePackets : Packets;

    /// <summary>Duplicates leave few failures to sample.</summary>
    private static double Width(NrSet set) => set.Duplication ? 0.5 : 0.15;

    private static Measurement Sample(NrSet set, NrWay way)
    {
        var options = set.Options(way) with { BlockErrorRate = 0.1, ControlError = 0.01, RequestError = 0.01 };
        var link = new Technologies.Nr("nr-urllc", options).LinkAt(Fading);
        var isUp = way != NrWay.Down;
        var loss = link.GreatestCouplingLoss(Payload, isUp);
        var exact = 1 - link.Within(loss, Payload, isUp, Limit);
        return Measurement.Of([
            .. Enumerable
                .Range(1, Batches)
                .Select(seed => new NrRun(link.Air, loss, PacketsOf(set), Payload, isUp, Limit, (ulong)seed).Late / exact),
        ]);
    }

    /// <summary>What the reports say can and cannot be reached.</summary>
    private static IEnumerable<ValidationRow> Requirements() =>
        [
            Requirement(new(15, 7, 1, 1), NrWay.Down, false),
            Requirement(new(15, 7, 1, 1), NrWay.Configured, false),
            Requirement(new(30, 14, 1, 1), NrWay.Down, false),
            Requirement(new(30, 14, 1, 1), NrWay.Configured, false),
            Requirement(new(30, 7, 1, 1), NrWay.Down, true),
            Requirement(new(30, 7, 1, 1), NrWay.Configured, true),
            Requirement(new(30, 7, 2, 2), NrWay.Down, true),
            Requirement(new(30, 7, 2, 2), NrWay.Configured, true),
            Requirement(new(60, 7, 1, 1), NrWay.Down, true),
            Requirement(new(60, 7, 1, 1), NrWay.Configured, true),
            Requirement(new(30, 4, 2, 1), NrWay.Asked, false),
        ];

    private static ValidationRow Requirement(NrSet set, NrWay way, bool isReached) =>
        new(
            $"{set}, {Text(way)}: requirement",
            "1",
            isReached ? 1 : 0,
            Criterion.Exact,
            () =>
            {
                var link = new Technologies.Nr("nr-urllc", set.Options(way) with { ControlError = 1e-6, RequestError = 1e-6 }).LinkAt(
                    new PropagationOptions()
                );
                var isUp = way != NrWay.Down;
                var loss = link.GreatestCouplingLoss(Payload, isUp);
                return Measurement.Computed(1 - link.Within(loss, Payload, isUp, Limit) <= Greatest ? 1 : 0);
            }
        );

    private static NrWay[] Ways => Enum.GetValues<NrWay>();

    private static string Text(NrWay way) =>
        way switch
        {
            NrWay.Down => "down",
            NrWay.Configured => "up, configured grant",
            _ => "up, asking for a grant",
        };
}

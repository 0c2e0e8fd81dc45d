using M2mVsIoTSim.Analysis.Statistics;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>How many devices a square kilometre can have, as ITU-R M.2412 asks for massive machine-type communication.</summary>
internal static class ConnectionDensitySuite
{
    private const int Replications = 5;

    /// <summary>Where a search stops: when what fails is larger than what passes by no more than this share [1].</summary>
    private const double Resolution = 0.05;

    /// <summary>Replications with neighbours, whose rows are only held against orders of magnitude and a lower bound.</summary>
    private const int ReplicationsWithNeighbours = 3;

    /// <summary>Where a search with neighbours stops [1].</summary>
    private const double ResolutionWithNeighbours = 0.25;

    /// <summary>Devices on a square kilometre that the requirement asks for [1/km²].</summary>
    private const double Required = 1e6;

    /// <summary>Where a search ends [1/km²].</summary>
    private const double Greatest = 3e7;

    /// <summary>Where a search with neighbours for no more than the requirement ends: far enough beyond it to tell that it is met [1/km²].</summary>
    private const double GreatestOfRequirement = 2 * Required;

    private const double SquareKilometre = 1e6;

    /// <summary>Six of the 52 resource blocks of 10 MHz: as wide as a narrowband of LTE-M, 1.08 MHz.</summary>
    private const double NarrowbandOfTenMegahertz = 0.12;

    public static ValidationSuite Create() =>
        new(
            "connection-density",
            "Connection density of cellular networks",
            "ITU-R M.2412 section 7.1.3 (geometry and load, recomputed); capacities of O. Liberg et al., Cellular Internet of Things, 2nd edition (from memory, low trust).",
            "One site of three sectors, one carrier, narrowband or slice of six resource blocks (1.08 MHz) each, on a disc with the area of its hexagon; 700 MHz, urban macro (TR 38.901), 25 m, 80 % indoors behind low loss, 46 dBm in 10 MHz; rows with neighbours count the interference of 18 sites around, as the publication does, at full load; the others are of a site alone. 32 B over the radio link each 2 h, Poisson, two minutes; devices sleep in power saving mode until they send, resume or send early as the default of the technology says; those of NR are inactive and send small data with their request. The largest number with 99 % within 10 s, by bisection to 5 % in five replications, with neighbours to 25 % in three, one search each; the luck of a replication is the same for all numbers. Capacities are compared by their order of magnitude, a factor of 10; of NR only the requirement is known well enough, as a lower bound. No search goes beyond 30 million devices on a square kilometre, and none of NR with neighbours beyond 2 million: those numbers read as at least so many.",
            ["nb-iot", "lte-m", "nr-mmtc"],
            [.. ReferenceData.Rows("mmtc-density.csv").Select(Row)]
        );

    private static ValidationRow Row(ReferenceData.Row row)
    {
        var distance = row.Number("isd_m");
        var (quantity, expected) = (row["quantity"], row.Number("value"));
        var load = row.Number("neighbour_load");
        var isRequirement = quantity.Contains("requirement", StringComparison.Ordinal);
        var replications = load > 0 ? ReplicationsWithNeighbours : Replications;
        var greatest = load > 0 && isRequirement ? GreatestOfRequirement : Greatest;
        var name = $"{quantity}, sites {distance:0} m apart{(load > 0 ? $", neighbours at {load:P0} load" : "")} ({row["status"]})";
        var sector = HexagonalGrid.SectorArea(distance) / SquareKilometre;
        ValidationRow Computed(double value) =>
            new(name, row["unit"], expected, Criterion.WithinShare(0.001), () => Measurement.Computed(value));
        return quantity switch
        {
            "sector area" => Computed(sector),
            "devices of a sector" => Computed(Required * sector),
            "messages of a sector" => Computed(Required * sector / DensityRun.Interval.TotalSeconds),
            _ => new ValidationRow(
                name,
                row["unit"],
                expected,
                isRequirement ? Criterion.AtLeast : Criterion.WithinFactor(10),
                () =>
                    Measurement.Of([
                        .. Enumerable.Range(1, replications).Select(seed => Density(quantity, distance, load, greatest, (ulong)seed)),
                    ])
            )
            {
                Cause = isRequirement && load > 0 && distance > 1000 ? EdgeCause : null,
                Observed = isRequirement && load > 0 && distance > 1000 ? 0 : null,
            },
        };
    }

    private const string EdgeCause =
        "with all neighbours at full load more than 1 % of the places of a cell 1732 m from the next are out of range of NR in this model (1.3 % of messages are lost as out-of-range with 3000 devices), so that no number of devices, however small, "
        + "meets 99 %. Neighbours send at full power all the time and are counted by mean path loss, so a device never finds a better site behind less shadowing, as it would in a network.";

    /// <summary>The greatest density that passes, no greater than where the search ends [1/km²].</summary>
    private static double Density(string quantity, double distance, double load, double greatest, ulong seed)
    {
        var area = HexagonalGrid.SiteArea(distance) / SquareKilometre;
        var found = LargestSize.Find(
            (long)(1e4 * area),
            (long)(greatest * area),
            load > 0 ? ResolutionWithNeighbours : Resolution,
            devices => new DensityRun(Technology(quantity, load), distance, devices, seed).Passes
        );
        return (found.Passes ?? 0) / area;
    }

    private static CellTechnology Technology(string quantity, double load) =>
        quantity.Split(' ')[0] switch
        {
            "NB-IoT" => new Technologies.NbIot(
                new NbIotOptions
                {
                    NeighbourLoad = load,
                    Sites = 1,
                    Carriers = 1,
                    Carrier = 700.0.Megahertz,
                    SiteHeight = 25,
                    PowerSaving = Media.PowerSaving.Psm,
                    ReleaseAssistance = Media.Cells.ReleaseAssistance.AfterUplink,
                    PeriodicUpdate = null,
                }
            ),
            "LTE-M" => new Technologies.LteM(
                new LteMOptions
                {
                    NeighbourLoad = load,
                    Sites = 1,
                    Carriers = 1,
                    Carrier = 700.0.Megahertz,
                    SiteHeight = 25,
                    PowerSaving = Media.PowerSaving.Psm,
                    ReleaseAssistance = Media.Cells.ReleaseAssistance.AfterUplink,
                    PeriodicUpdate = null,
                }
            ),
            "NR" => new Technologies.Nr(
                "nr-mmtc",
                new NrMmtcOptions
                {
                    NeighbourLoad = load,
                    Sites = 1,
                    Carriers = 1,
                    SiteHeight = 25,
                    SliceShare = NarrowbandOfTenMegahertz,
                    PowerSaving = Media.PowerSaving.Edrx,
                    PeriodicUpdate = null,
                    AreaUpdate = null,
                }
            ),
            var other => throw new InvalidOperationException($"{other} is no technology of this suite."),
        };
}

using System.Globalization;
using M2mVsIoTSim.Media.Cells;

namespace M2mVsIoTSim.Technologies;

/// <summary>How many sites a cellular network needs for its coverage, and carriers for its load.</summary>
/// <remarks>
/// Sites: the smallest number with which the share of the surveyed places within the maximum coupling loss reaches what is required, for every fleet its own. Carriers: the smallest number with which the
/// busiest sector uses its uplink, its downlink and its random access for no more than planned; where that is beyond the limit of carriers, more sites are built. Random access
/// is full at the greatest throughput of slotted ALOHA, e⁻¹ of its preambles.
/// </remarks>
/// <param name="Sites">Number of sites [1].</param>
/// <param name="Carriers">Carriers a sector [1].</param>
/// <param name="Promises">Share of the surveyed places of each fleet that are in coverage.</param>
/// <param name="IsSufficient">Whether that is what each requires, within the limit of carriers.</param>
/// <param name="Coverage">How the sites were found, in a sentence.</param>
/// <param name="Load">How the carriers were found, in a sentence.</param>
internal sealed record CellDimensioning(
    int Sites,
    int Carriers,
    IReadOnlyList<Promise> Promises,
    bool IsSufficient,
    string Coverage,
    string Load
)
{
    public static CellDimensioning For(CellOptions options, Func<int, CellAirs> airs, ConnectionSettings settings, Site site)
    {
        var sample = new PlanningSample(site);
        Dictionary<AirInterface, CellLoad> costs = [];
        CellLoad CostOf(AirInterface air) => costs.TryGetValue(air, out var cost) ? cost : costs[air] = new CellLoad(air, settings, site);
        CellDimensioning? best = null;
        for (var sites = options.Sites ?? 1; sites <= (options.Sites ?? options.SiteLimit); sites++)
        {
            var coverage = new CellCoverage(options, site.Propagation, sample.Random, sites, site.Radius);
            var found = With(coverage, CostOf, options, airs(sites), site, sample);
            if (found.IsSufficient)
            {
                return found;
            }

            best = best is null || Promise.LeastMargin(found.Promises) > Promise.LeastMargin(best.Promises) ? found : best;
        }

        return best!;
    }

    private static CellDimensioning With(
        CellCoverage coverage,
        Func<AirInterface, CellLoad> costOf,
        CellOptions options,
        CellAirs airs,
        Site site,
        PlanningSample sample
    )
    {
        var whole = costOf(airs.Base);
        var loads = new double[coverage.Stations.Count * options.Sectors][];
        var covered = new bool[sample.Places.Count];
        var (rate, members) = (sample.Fleets.Sum(fleet => fleet.Demand.MessagesPerSecond), sample.Fleets.Sum(fleet => fleet.Count));
        for (var i = 0; i < covered.Length; i++)
        {
            var place = sample.Places[i];
            var (station, loss) = coverage.Best(place.Node);
            var air = airs.At(airs.Rise(loss, place.Node.Position, coverage.Stations[station]));
            if (loss > air.MaximumCouplingLoss)
            {
                continue;
            }

            covered[i] = true;
            var sector = station * options.Sectors + coverage.SectorOf(place.Node.Position, station);
            var share = rate > 0 ? place.MessagesPerSecond / rate : place.Members / members;
            var cost = costOf(air);
            cost.Add(loads[sector] ??= cost.None(), loss, share, cost.Updates(place.Members, place.MessagesPerSecond));
        }

        var promises = sample.Promises(i => covered[i] ? 1 : 0, _ => 1);
        var busiest = loads.Where(load => load is not null).Select(load => load.Max()).DefaultIfEmpty().Max();
        var standing = whole.Standing;
        // What a carrier sets aside for random access is not to be had for data.
        var carriers = Math.Max(1, (int)Math.Ceiling(busiest / Math.Max(site.Demand.Utilisation - standing, 1e-3)));
        return new CellDimensioning(
            coverage.Stations.Count,
            carriers,
            promises,
            Promise.LeastMargin(promises) >= 0 && carriers <= options.CarrierLimit,
            Text(
                $"within {airs.Base.MaximumCouplingLoss:0.#} dB of coupling loss are, of the surveyed places, {Promise.Text(promises)}; {Required(promises)} asked for"
            ),
            Text($"the busiest sector uses {busiest:0.###} of a carrier and needs {carriers} at {site.Demand.Utilisation:0.##} utilisation")
        );
    }

    private static string Required(IReadOnlyList<Promise> promises) =>
        Promise.Text(promises.Select(one => one with { Delivery = one.Required }));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>How many sites a cellular network needs for its coverage, and carriers for its load.</summary>
/// <remarks>
/// Sites: the smallest number with which the share of the surveyed places within the maximum coupling loss reaches the target. Carriers: the smallest number with which the
/// busiest sector uses its uplink, its downlink and its random access for no more than planned; where that is beyond the limit of carriers, more sites are built. Random access
/// is full at the greatest throughput of slotted ALOHA, e⁻¹ of its preambles.
/// </remarks>
/// <param name="Sites">Number of sites [1].</param>
/// <param name="Carriers">Carriers a sector [1].</param>
/// <param name="Covered">Share of the surveyed places in coverage [1].</param>
/// <param name="IsSufficient">Whether both targets are met.</param>
/// <param name="Coverage">How the sites were found, in a sentence.</param>
/// <param name="Load">How the carriers were found, in a sentence.</param>
internal sealed record CellDimensioning(int Sites, int Carriers, double Covered, bool IsSufficient, string Coverage, string Load)
{
    /// <summary>So many places, evenly taken from all, stand for the fleet.</summary>
    private const int SampleSize = 1000;

    public static CellDimensioning For(CellRadioOptions options, AirInterface air, ConnectionSettings settings, Site site)
    {
        var (surveyed, random) = site.Survey is { } survey ? (survey.Places, survey.Random) : (site.Near, site.Simulation.Random);
        Node[] sample = [.. Enumerable.Range(0, Math.Min(SampleSize, surveyed.Count)).Select(Place)];
        var cost = new CellLoad(air, settings, site);
        CellDimensioning? best = null;
        for (var sites = options.Sites ?? 1; sites <= (options.Sites ?? options.SiteLimit); sites++)
        {
            var coverage = new CellCoverage(options, site.Propagation, random, sites, site.Radius);
            var found = With(coverage, cost, options, air, site, sample);
            if (found.IsSufficient)
            {
                return found;
            }

            best = best is null || found.Covered > best.Covered ? found : best;
        }

        return best!;

        Node Place(int i) => surveyed[(int)((long)i * surveyed.Count / Math.Min(SampleSize, surveyed.Count))];
    }

    private static CellDimensioning With(
        CellCoverage coverage,
        CellLoad cost,
        CellRadioOptions options,
        AirInterface air,
        Site site,
        Node[] sample
    )
    {
        var loads = new double[coverage.Stations.Count * options.Sectors][];
        var covered = 0;
        foreach (var place in sample)
        {
            var (station, loss) = coverage.Best(place);
            if (loss > air.MaximumCouplingLoss)
            {
                continue;
            }

            covered++;
            var sector = station * options.Sectors + coverage.SectorOf(place.Position, station);
            cost.Add(loads[sector] ??= cost.None(), loss, 1.0 / sample.Length);
        }

        var share = sample.Length == 0 ? 1 : (double)covered / sample.Length;
        var busiest = loads.Where(load => load is not null).Select(load => load.Max()).DefaultIfEmpty().Max();
        var standing = cost.Standing;
        // What a carrier sets aside for random access is not to be had for data.
        var carriers = Math.Max(1, (int)Math.Ceiling(busiest / Math.Max(site.Demand.Utilisation - standing, 1e-3)));
        return new CellDimensioning(
            coverage.Stations.Count,
            carriers,
            share,
            share >= site.Demand.Delivery && carriers <= options.CarrierLimit,
            Text(
                $"{share:P1} of the surveyed places are within {air.MaximumCouplingLoss:0.#} dB of coupling loss; {site.Demand.Delivery:P1} asked for"
            ),
            Text($"the busiest sector uses {busiest:0.###} of a carrier and needs {carriers} at {site.Demand.Utilisation:0.##} utilisation")
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

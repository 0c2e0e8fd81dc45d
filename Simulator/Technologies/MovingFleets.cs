using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>What devices that move listen for pages on average over the places that are planned for, by fleet: they draw that wherever they are.</summary>
/// <remarks>So the current of an idle device is right on average, not from place to place. Where there is no coverage nothing is listened to, as with devices that stay there.</remarks>
internal sealed class MovingFleets
{
    /// <summary>All members of a fleet that move have the same conditions in the long run.</summary>
    public const string Conditions = "moving";

    private readonly Dictionary<Node, int> _fleets = [];
    private readonly Duration[] _listening;

    public MovingFleets(Site site, CellCoverage coverage, CellAirs airs)
    {
        var first = 0;
        for (var fleet = 0; fleet < site.Fleets.Count; fleet++)
        {
            for (var i = 0; i < site.Fleets[fleet].Count; i++)
            {
                _fleets[site.Near[first++]] = fleet;
            }
        }

        var sample = new PlanningSample(site);
        _listening = [.. site.Fleets.Select(fleet => Mean(sample, fleet, coverage, airs))];
    }

    /// <summary>How long a device receives for a page, on average.</summary>
    public Duration PagingListening(Node device) => _listening[_fleets[device]];

    private static Duration Mean(PlanningSample sample, Fleet fleet, CellCoverage coverage, CellAirs airs)
    {
        var (sum, count) = (0.0, 0);
        foreach (var place in sample.Places.Where(place => sample.Fleets[place.Fleet] == fleet))
        {
            var (station, loss) = coverage.Best(place.Node);
            var air = airs.At(airs.Rise(loss, place.Node.Position, coverage.Stations[station]));
            sum += loss <= air.MaximumCouplingLoss ? air.PagingListening(Math.Ceiling(loss)).TotalSeconds : 0;
            count++;
        }

        return Duration.FromSeconds(sum / Math.Max(1, count));
    }
}

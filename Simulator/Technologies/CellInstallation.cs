using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The cells of a technology at a site: each device joins the station of the least coupling loss, the sector that looks its way, and one of its carriers in turn.</summary>
public sealed class CellInstallation : PathInstallation
{
    private static readonly Entity Operator = Entity.Of("mobile operator");

    private readonly CellOptions _options;
    private readonly CellCoverage _coverage;
    private readonly CellAirs _airs;
    private readonly CellDimensioning _dimensioning;
    private readonly DomainWatch _domain;
    private readonly string _name;
    private readonly int _carriers;
    private readonly double _planned;
    private readonly Lazy<MovingFleets> _fleets;
    private int _joined;

    internal CellInstallation(string name, Site site, CellOptions options, Func<double, double, AirInterface> air)
    {
        (_options, _name) = (options, name);
        CellAirs? alone = null;
        var propagation = new Propagation(site.Propagation, options.Carrier, site.Simulation.Random);
        _planned = site.Demand.Utilisation;
        // The near nodes are the members of one tier, which all have the same supply.
        var settings = options.Settings(site.Near.Any(node => node?.Supply is not null), site.Load.DownPacketsPerSecond > 0);
        _dimensioning = site.Survey is { } survey
            ? survey.Decision.Once(() => CellDimensioning.For(options, AirsOf, settings, site))
            : CellDimensioning.For(options, AirsOf, settings, site);
        _carriers = options.Carriers ?? _dimensioning.Carriers;
        var sites = options.Sites ?? _dimensioning.Sites;
        _airs = AirsOf(sites);
        _coverage = new CellCoverage(options, site.Propagation, site.Simulation.Random, sites, site.Radius);
        _domain = new DomainWatch(name, _coverage.Propagation);
        _fleets = new Lazy<MovingFleets>(() => new MovingFleets(site, _coverage, _airs));
        var outages = Outages.Random(site.Simulation.Random, Operator, name, options.Availability, options.MeanOutage);
        Network = new CellNetwork(
            name,
            site.Simulation,
            site.Observers,
            _airs.Base,
            settings,
            options.Currents,
            sites * options.Sectors * _carriers,
            outages,
            _airs.At
        );

        // Without interference it is the same for any number of sites.
        CellAirs AirsOf(int number) =>
            options.Interference(propagation, Math.PI * site.Radius * site.Radius / number) is { } interference
                ? new CellAirs(interference, air)
                : alone ??= new CellAirs(null, air);
    }

    /// <summary>The cells.</summary>
    public CellNetwork Network { get; }

    /// <summary>Where the stations stand.</summary>
    public IReadOnlyList<Position> Stations => _coverage.Stations;

    /// <summary>Cells: carriers in sectors of sites [1].</summary>
    public int Cells => Stations.Count * _options.Sectors * _carriers;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components =>
        [new("site", Stations.Count, _dimensioning.Coverage + _airs.Text), new("cell", Cells, _dimensioning.Load + Grants)];

    private string Grants =>
        Network.Air.ConfiguredGrantPeriod is null
            ? ""
            : $"; {Network.Air.ConfiguredGrants} devices of a cell have a configured grant, the first that connect, and all others ask for each of theirs";

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => _options.Sites is null ? _dimensioning.Promises : [];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies =>
        [
            new("cell uplink", Cells, Network.UplinkBusy + Network.AccessBusy, _planned),
            new("cell downlink", Cells, Network.DownlinkBusy, _planned),
            .. Network.Air.CommonControl is null
                ? Array.Empty<Occupancy>()
                : [new Occupancy("cell assignments", Cells, Network.CommonBusy, _planned, IsMedium: false)],
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain => [.. Findings()];

    /// <inheritdoc/>
    public override (Leg Up, Leg Down) Join(Node near, Node far)
    {
        ArgumentNullException.ThrowIfNull(near);
        var (station, loss) = _coverage.Best(near);
        _domain.Note(near.Position, Stations[station]);
        var carrier = _joined++ % _carriers;
        if (near.Moves is { } moves)
        {
            var link = new MovingLink(_coverage, _airs, near, _options.Sectors, _carriers, carrier);
            return moves.IsStill
                ? Network.Join(near, far, link)
                : Network.Join(near, far, link, MovingFleets.Conditions, _fleets.Value.PagingListening(near));
        }

        var sector = station * _options.Sectors + _coverage.SectorOf(near.Position, station);
        return Network.Join(near, far, sector * _carriers + carrier, loss, _airs.Rise(loss, near.Position, Stations[station]));
    }

    private IEnumerable<string> Findings()
    {
        foreach (var finding in _domain.Findings())
        {
            yield return finding;
        }

        if (_options.Carriers is { } carriers && carriers < _dimensioning.Carriers)
        {
            yield return $"{_name}: {carriers} carriers a sector carry a load that is planned for {_dimensioning.Carriers}; queues may grow without end.";
        }

        if (_options.Sites is null && !_dimensioning.IsSufficient)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{_name}: this rule cannot show that any number of sites up to {_options.SiteLimit} with {_options.CarrierLimit} carriers a sector meets the target; {Stations.Count} come closest and cover {Promise.Text(_dimensioning.Promises)}."
            );
        }
    }
}

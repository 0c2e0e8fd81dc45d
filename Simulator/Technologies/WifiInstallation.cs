using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The access points of a wireless LAN at a site: each device joins the one with the least loss.</summary>
public sealed class WifiInstallation : PathInstallation
{
    private static readonly Entity Role = Entity.Of("access point");

    private readonly string _name;
    private readonly Site _site;
    private readonly WifiOptions _options;
    private readonly WlanSettings _settings;
    private readonly WlanCurrents _currents;
    private readonly WifiDimensioning? _dimensioning;
    private readonly WifiCoverage _coverage;
    private readonly DomainWatch _domain;
    private readonly (Node Node, WlanChannel Channel)[] _accessPoints;
    private readonly Dictionary<Node, Association> _associations = [];

    internal WifiInstallation(string name, Site site, WifiOptions options, WlanSettings settings)
    {
        (_name, _site, _options, _settings) = (name, site, options, settings);
        _currents = Wifi.Currents(options, settings.Rest);
        _dimensioning = options.AccessPoints is null ? WifiDimensioning.For(options, settings, site) : null;
        var count = options.AccessPoints ?? _dimensioning!.Count;
        _coverage = new WifiCoverage(options, settings.Phy, site.Propagation, site.Simulation.Random, count, site.Radius);
        _domain = new DomainWatch(name, _coverage.Propagation);
        _accessPoints = [.. _coverage.Stations.Select(Build)];
    }

    /// <summary>The channel of each access point.</summary>
    public IReadOnlyList<WlanChannel> Channels => [.. _accessPoints.Select(one => one.Channel)];

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components => [new("access point", _accessPoints.Length, _dimensioning?.Text ?? "as given")];

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => _dimensioning?.Promises ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies =>
        [
            new(
                "wifi channel",
                _accessPoints.Length,
                _accessPoints.Aggregate(Duration.Zero, (sum, one) => sum + one.Channel.Busy),
                Math.Max(0, _site.Demand.Utilisation - _options.ForeignLoad)
            ),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws =>
        [new("access point", _accessPoints.Length, _options.AccessPointVoltage * _options.AccessPointCurrent)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain =>
        _dimensioning is { IsSufficient: false }
            ?
            [
                .. Findings(),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{_name}: this rule cannot show that any number of access points up to {_options.AccessPointLimit} meets the target; {_dimensioning.Count} come closest, reach {Promise.Text(_dimensioning.Promises)} and use the busiest channel for {_dimensioning.Use:P1}."
                ),
            ]
            : [.. Findings()];

    /// <inheritdoc/>
    public override (Leg Up, Leg Down) Join(Node near, Node far)
    {
        ArgumentNullException.ThrowIfNull(near);
        var (accessPoint, link, meter) = AssociationOf(near);
        return _accessPoints[accessPoint]
            .Channel.Join(near, far, link, meter, near.Moves is null ? null : time => _coverage.Best(near, near.PositionAt(time)).Link);
    }

    /// <inheritdoc/>
    public override Node? ExitOf(Node near)
    {
        ArgumentNullException.ThrowIfNull(near);
        return _accessPoints[AssociationOf(near).AccessPoint].Node;
    }

    private IEnumerable<string> Findings() =>
        _associations.Values.Any(one => !one.Link.IsInRange)
            ? [.. _domain.Findings(), Unreachable.Finding(_name, "access point")]
            : _domain.Findings();

    private Association AssociationOf(Node near)
    {
        if (!_associations.TryGetValue(near, out var association))
        {
            var (accessPoint, link) = _coverage.Best(near);
            _domain.Note(near.Position, _coverage.Stations[accessPoint]);
            var speed = link.IsInRange ? _settings.Phy.Rates[link.UpRate!.Value].BitsPerSecond / 1e6 : 0;
            var conditions = near.Moves is { IsStill: false }
                ? MovingFleets.Conditions
                : string.Create(CultureInfo.InvariantCulture, $"{speed:0.#} Mbit/s");
            association = new Association(accessPoint, link, near.AddMeter(_currents.States($"{_name} radio", conditions)));
            _associations.Add(near, association);
        }

        return association;
    }

    private (Node, WlanChannel) Build(Position place, int number)
    {
        var simulation = _site.Simulation;
        var node = new Node(simulation, new Entity(Role.Code | (uint)number), _site.Observers) { Position = place };
        var outages = Outages.Random(simulation.Random, node.Entity, _name, _options.Availability, _options.MeanOutage);
        return (node, new WlanChannel(_name, simulation, _site.Observers, node, _settings, outages));
    }

    private sealed record Association(int AccessPoint, WlanLink Link, EnergyMeter? Meter);
}

using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Border routers, devices and the tree between them, at a site.</summary>
public sealed class Ieee802154Installation : PathInstallation
{
    private const string BorderRole = "border router";

    private readonly string _name;
    private readonly Ieee802154Options _options;
    private readonly BorderRouterDimensioning _dimensioning;
    private readonly DomainWatch _domain;
    private readonly Position[] _borders;
    private readonly IReadOnlyList<Node> _devices;
    private readonly bool[] _isRouter;
    private readonly bool[] _isMains;
    private readonly LowPanTree _tree;
    private readonly LrWpanRadio?[] _radios;
    private readonly IReadOnlyList<Node> _borderNodes;
    private readonly Dictionary<Entity, int> _numbers = [];
    private readonly Unreachable _unreachable;

    internal Ieee802154Installation(string name, Site site, Ieee802154Options options)
    {
        (_name, _options, _devices) = (name, options, site.Near);
        _unreachable = new Unreachable(name, site.Observers);
        _isMains = [.. _devices.Select(device => device.Supply is null)];
        _isRouter = [.. _isMains.Select(Routes)];
        var compression = new LowPanCompression(options.FarContext, options.MaximumPacket);
        _dimensioning = BorderRouterDimensioning.For(options, compression, site, FleetRoutes(site));
        _borders = Sunflower.Places(_dimensioning.Count, site.Radius, options.BorderRouterHeight);
        var propagation = new Propagation(site.Propagation, options.Carrier, site.Simulation.Random);
        _domain = new DomainWatch(name, propagation);
        var budget = new LowPanLinkBudget(options);
        var neighbours = new MeshNeighbours(propagation, _devices, (_, _) => true, budget.HarmfulLoss);
        var toBorders = BorderRouterDimensioning.ToBorders(propagation, _devices, _borders, budget.HarmfulLoss + budget.BorderAdvantage);
        _tree = new LowPanTree(budget, toBorders, neighbours, device => _isRouter[device]);
        var fading = propagation.Fades
            ? new LowPanFading(propagation, _borders.Length, [.. Reached().Select(i => _devices[i].Entity)])
            : null;
        Network = new LrWpanNetwork(
            name,
            site.Simulation,
            site.Observers,
            options.Settings(site.Load.DownPacketsPerSecond > 0),
            Math.Min(options.Channels, _borders.Length),
            compression.Adapt,
            fading
        );
        _radios = new LrWpanRadio?[_devices.Count];
        var roots = AddBorders(site);
        _borderNodes = [.. roots.Select(root => root.Node)];
        foreach (var i in Reached())
        {
            _radios[i] = Network.Add(_devices[i], ChannelOf(_tree.Root(i)), _isMains[i] || _isRouter[i]);
        }

        for (var i = 0; i < _devices.Count; i++)
        {
            _numbers.TryAdd(_devices[i].Entity, i);
        }

        Connect(budget, neighbours, toBorders, roots);
    }

    /// <summary>The radios.</summary>
    public LrWpanNetwork Network { get; }

    /// <summary>Where the border routers stand.</summary>
    public IReadOnlyList<Position> BorderRouters => _borders;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components =>
        [
            new("border router", _borders.Length, _dimensioning.Text),
            .. Relays() is > 0 and var relays
                ? [new Component("relaying device", relays, Text($"devices reach their border router over up to {MostHops()} hops"))]
                : Array.Empty<Component>(),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => _options.BorderRouters is null ? _dimensioning.Promises : [];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies =>
        [new("802.15.4 channel", Math.Min(_options.Channels, _borders.Length), Network.Busy)];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws =>
        [new("border router", _borders.Length, _options.BorderRouterVoltage * _options.BorderRouterCurrent)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain => [.. Findings()];

    /// <summary>Hops from a device to its border router [1]; 0 if it reaches none.</summary>
    public int Hops(Node device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return _tree.Hops(_numbers[device.Entity]);
    }

    /// <inheritdoc/>
    public override (Leg Up, Leg Down) Join(Node near, Node far)
    {
        ArgumentNullException.ThrowIfNull(near);
        ArgumentNullException.ThrowIfNull(far);
        if (!_numbers.TryGetValue(near.Entity, out var number))
        {
            throw new ArgumentException($"{_name} was built for the devices of its site; {near.Entity} is none of them.", nameof(near));
        }

        _domain.Note(near.Position, _borders[_tree.Hops(number) > 0 ? _tree.Root(number) : NearestBorder(near)]);
        return _radios[number] is { } radio ? Network.Join(radio, far) : _unreachable.Join(near, far);
    }

    /// <inheritdoc/>
    public override Node? ExitOf(Node near)
    {
        ArgumentNullException.ThrowIfNull(near);
        var number = _numbers[near.Entity];
        return _borderNodes[_tree.Hops(number) > 0 ? _tree.Root(number) : NearestBorder(near)];
    }

    private int NearestBorder(Node near) => Enumerable.Range(0, _borders.Length).MinBy(i => _borders[i].GroundDistanceTo(near.Position));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private bool Routes(bool isMains) =>
        _options.Relays switch
        {
            RelayDuty.Mains => isMains,
            RelayDuty.All => true,
            _ => false,
        };

    /// <summary>Whether the members of each fleet pass on; they all have the same supply.</summary>
    private List<bool> FleetRoutes(Site site)
    {
        var (routes, first) = (new List<bool>(), 0);
        foreach (var fleet in site.Fleets)
        {
            routes.Add(fleet.Count > 0 && first < _isRouter.Length && _isRouter[first]);
            first += fleet.Count;
        }

        return routes;
    }

    private IEnumerable<int> Reached() => Enumerable.Range(0, _devices.Count).Where(i => _tree.Hops(i) > 0);

    private int ChannelOf(int border) => border % Math.Min(_options.Channels, _borders.Length);

    private LrWpanRadio[] AddBorders(Site site)
    {
        var roots = new LrWpanRadio[_borders.Length];
        for (var i = 0; i < roots.Length; i++)
        {
            var entity = Entity.Of(BorderRole, i);
            var node = new Node(site.Simulation, entity, site.Observers) { Position = _borders[i] };
            var outages = Outages.Random(site.Simulation.Random, entity, _name, _options.Availability, _options.MeanOutage);
            roots[i] = Network.Add(node, ChannelOf(i), isAlwaysOn: true, outages);
        }

        return roots;
    }

    private void Connect(
        LowPanLinkBudget budget,
        MeshNeighbours neighbours,
        IReadOnlyList<IReadOnlyList<(int Root, double Loss)>> toBorders,
        LrWpanRadio[] roots
    )
    {
        var heardByBorder = roots.Select(_ => new List<Reach>()).ToArray();
        foreach (var i in Reached())
        {
            var (own, channel) = (new List<Reach>(), ChannelOf(_tree.Root(i)));
            foreach (var (root, loss) in toBorders[i])
            {
                if (ChannelOf(root) == channel)
                {
                    var power = (float)Decibels.ToLinear(budget.BorderPower(loss));
                    own.Add(new Reach(roots[root].Index, power));
                    heardByBorder[root].Add(new Reach(_radios[i]!.Index, power));
                }
            }

            foreach (var (other, loss) in neighbours[i])
            {
                if (_radios[other] is { } radio && ChannelOf(_tree.Root(other)) == channel)
                {
                    own.Add(new Reach(radio.Index, (float)Decibels.ToLinear(budget.DevicePower(loss))));
                }
            }

            _radios[i]!.Hear([.. own.OrderBy(reach => reach.Receiver)]);
        }

        for (var i = 0; i < roots.Length; i++)
        {
            roots[i].Hear([.. heardByBorder[i].OrderBy(reach => reach.Receiver)]);
        }

        foreach (var i in Reached().OrderBy(_tree.Hops))
        {
            var parent = _tree.Parent(i);
            _radios[i]!.Attach(parent < 0 ? roots[-1 - parent] : _radios[parent]!);
        }
    }

    private int Relays() => Reached().Select(_tree.Parent).Where(parent => parent >= 0).Distinct().Count();

    private int MostHops() => Reached().Max(_tree.Hops);

    private IEnumerable<string> Findings()
    {
        foreach (var finding in _domain.Findings())
        {
            yield return finding;
        }

        if (_radios.Any(radio => radio is null))
        {
            yield return Unreachable.Finding(_name, "border router");
        }

        if (_options.BorderRouters is null && !_dimensioning.IsSufficient)
        {
            yield return Text(
                $"{_name}: this rule cannot show that any number of border routers up to {_options.BorderRouterLimit} meets the target; {_borders.Length} come closest: {_dimensioning.Text}."
            );
        }
        else if (_dimensioning.Use > _options.ChannelUse)
        {
            yield return Text(
                $"{_name}: {_borders.Length} border routers carry a load that fills {_dimensioning.Use:P0} of the busiest channel; beyond {_options.ChannelUse:P0} more and more frames are given up."
            );
        }
    }
}

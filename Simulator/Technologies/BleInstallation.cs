using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Ble;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Gateways at a site and the devices that are connected with them.</summary>
public sealed class BleInstallation : PathInstallation
{
    /// <summary>Length of the K-frame and its channel 4, length of the packet 2 [B].</summary>
    private const int ChannelOctets = 6;
    private const int Udp = 17;
    private const int OldHeader = 20;
    private static readonly Entity Role = Entity.Of("ble gateway");
    private static readonly Purpose PhasePurpose = Purpose.Named("ble anchor");

    private readonly string _name;
    private readonly BleOptions _options;
    private readonly BleCoverage _coverage;
    private readonly DomainWatch _domain;
    private readonly (int Count, IReadOnlyList<Promise> Promises, bool IsSufficient) _dimensioning;
    private readonly Unreachable _unreachable;
    private readonly Node[] _gateways;
    private readonly int[] _seats;
    private readonly Dictionary<Node, (int Gateway, BleConnection? Connection)> _connections = [];

    internal BleInstallation(string name, Site site, BleOptions options)
    {
        (_name, _options) = (name, options);
        _dimensioning = BleCoverage.Dimension(options, site);
        _coverage = new BleCoverage(options, site, site.Simulation.Random, _dimensioning.Count);
        _domain = new DomainWatch(name, _coverage.Propagation);
        _unreachable = new Unreachable(name, site.Observers);
        _seats = new int[_dimensioning.Count];
        _gateways =
        [
            .. _coverage.Gateways.Select(
                (place, i) => new Node(site.Simulation, new Entity(Role.Code | (uint)i), site.Observers) { Position = place }
            ),
        ];
        Network = new BleNetwork(name, site.Simulation, site.Observers, options.Connection(), Octets);
        foreach (var device in site.Near)
        {
            Seat(device);
        }
    }

    /// <summary>The connections.</summary>
    public BleNetwork Network { get; }

    /// <summary>Where the gateways stand.</summary>
    public IReadOnlyList<Position> Gateways => _coverage.Gateways;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components =>
        [
            new(
                "gateway",
                _gateways.Length,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"up to {_options.Connections} connections each; connected are, of the surveyed places, {Promise.Text(_dimensioning.Promises)}"
                )
            ),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => _options.Gateways is null ? _dimensioning.Promises : [];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies => [new("ble gateway's radio", _gateways.Length, Network.Busy)];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws =>
        [new($"{_name} gateway", _gateways.Length, _options.GatewayVoltage * _options.GatewayCurrent)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain =>
        [
            .. _domain.Findings(),
            .. _connections.Values.Any(one => one.Connection is null)
                ? [Unreachable.Finding(_name, "gateway with a place for a connection")]
                : Array.Empty<string>(),
            .. _options.Gateways is null && !_dimensioning.IsSufficient
                ?
                [
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{_name}: this rule cannot show that any number of gateways up to {_options.GatewayLimit} meets the target; {_gateways.Length} come closest and connect {Promise.Text(_dimensioning.Promises)}."
                    ),
                ]
                : Array.Empty<string>(),
        ];

    /// <inheritdoc/>
    public override (Leg Up, Leg Down) Join(Node near, Node far)
    {
        ArgumentNullException.ThrowIfNull(near);
        ArgumentNullException.ThrowIfNull(far);
        return ConnectionOf(near).Connection is { } connection ? Network.Join(connection, far) : _unreachable.Join(near, far);
    }

    /// <inheritdoc/>
    public override Node? ExitOf(Node near)
    {
        ArgumentNullException.ThrowIfNull(near);
        return _gateways[ConnectionOf(near).Gateway];
    }

    private (int Gateway, BleConnection? Connection) ConnectionOf(Node near) =>
        _connections.TryGetValue(near, out var found)
            ? found
            : throw new ArgumentException($"{_name} was built for the devices of its site; {near.Entity} is none of them.", nameof(near));

    private void Seat(Node device)
    {
        var found = _coverage.Connect(device);
        var gateway = found ?? _coverage.Nearest(device);
        _domain.Note(device.Position, _coverage.Gateways[gateway]);
        BleConnection? connection = null;
        if (found is not null)
        {
            // One connection after the other within an interval; the gateways are not in step.
            var draw = device.Simulation.Random.Draw(_gateways[gateway].Entity, PhasePurpose);
            connection = Network.Connect(device, _options.Interval * draw.Uniform() + _options.EventLength * (long)_seats[gateway]++);
        }

        _connections.Add(device, (gateway, connection));
    }

    /// <summary>Octets in the link layer: IPv6 with compressed headers, the device's address elided, in one K-frame.</summary>
    private int? Octets(Packet packet, bool isUp)
    {
        var body = Math.Max(0, packet.Length - OldHeader);
        if (SixLowPan.InternetHeader + body > _options.MaximumPacket)
        {
            return null;
        }

        var (far, isUdp) = (_options.FarContext ? 8 : 16, packet.InternetProtocol == Udp);
        var headers = SixLowPan.Iphc(isUp ? 0 : far, isUp ? far : 0, isUdp, hopLimitIsCompressed: isUp);
        return ChannelOctets + headers + (isUdp ? SixLowPan.UdpNhc() + body - SixLowPan.UdpHeader : body);
    }
}

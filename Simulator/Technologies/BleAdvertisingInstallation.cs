using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Gateways that scan a site, and what is common to its devices.</summary>
public sealed class BleAdvertisingInstallation : SessionInstallation
{
    private static readonly Purpose PhasePurpose = Purpose.Named("ble scan phase");

    private readonly string _name;
    private readonly BleGatewayDimensioning _dimensioning;
    private readonly PowerProfile _profile;
    private readonly Duration[] _phases;

    internal BleAdvertisingInstallation(string name, Site site, BleAdvertisingOptions options)
    {
        (_name, Options, Simulation, Observers) = (name, options, site.Simulation, site.Observers);
        _dimensioning = BleGatewayDimensioning.For(options, site);
        var places = Sunflower.Places(_dimensioning.Count, site.Radius, options.GatewayHeight);
        var grid = new StationGrid(places, new Propagation(site.Propagation, options.Carrier, site.Simulation.Random));
        Links = new StationLinks(name, grid, options.Sensitivity);
        Air = new RadioChannel(
            name,
            site.Simulation,
            [.. places.Select(_ => new RadioReceiver([options.Sensitivity]))],
            BlePdu.Channels,
            RejectionRule.Capture(options.LeastRatio)
        );
        var cycle = options.ScanInterval * BlePdu.Channels;
        _phases =
        [
            .. Enumerable
                .Range(0, places.Length)
                .Select(i => cycle * site.Simulation.Random.Draw(StationLinks.Station(i), PhasePurpose).Uniform()),
        ];
        _profile = new PowerProfile(
            "BLE advertiser",
            options.Voltage,
            [
                new("sleep", options.SleepCurrent),
                new("transmit", options.TransmitCurrent),
                new("wake up", options.OverheadEnergy / options.Voltage / options.WakeUpTime.TotalSeconds),
            ]
        )
        {
            Transmit = BleAdvertiser.Transmit,
        };
    }

    /// <summary>The advertising channels with the gateways.</summary>
    public RadioChannel Air { get; }

    /// <summary>Where the gateways stand.</summary>
    public IReadOnlyList<Position> Gateways => Links.Places;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components =>
        [
            new("gateway", Gateways.Count, Text($"of the surveyed places' messages, {Promise.Text(_dimensioning.Promises)} expected"))
            {
                Indispensable = Links.Indispensable,
                Shares = Links.Dependants,
            },
            new("gateway backhaul", Gateways.Count, "one access line for each gateway")
            {
                Indispensable = Links.Indispensable,
                Shares = Links.Dependants,
            },
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies => [new("advertising channels", BlePdu.Channels, Air.Busy)];

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => Options.Gateways is null ? _dimensioning.Promises : [];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws =>
        [new($"{_name} gateway", Gateways.Count, Options.GatewayVoltage * Options.GatewayCurrent)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain =>
        [
            .. Links.OutsideDomain,
            .. Options.Gateways is null && !_dimensioning.IsSufficient
                ?
                [
                    Text(
                        $"{_name}: this rule cannot show that any number of gateways up to {Options.GatewayLimit} meets the target; {Gateways.Count} come closest and promise {Promise.Text(_dimensioning.Promises)}."
                    ),
                ]
                : Array.Empty<string>(),
        ];

    internal BleAdvertisingOptions Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal StationLinks Links { get; }

    /// <inheritdoc/>
    public override Session Join(Node device, Node end)
    {
        ArgumentNullException.ThrowIfNull(device);
        Links.Measure(device, Options.Radiated);
        return new BleAdvertiser(this, device, end, device.AddMeter(_profile), Links.Reaches(Options.Sensitivity, Options.LeastRatio));
    }

    /// <summary>Whether a gateway listens on a channel from one time to another.</summary>
    internal bool Listens(int gateway, int channel, SimTime from, SimTime to)
    {
        var since = from - SimTime.Start + _phases[gateway];
        var turn = since.Nanoseconds / Options.ScanInterval.Nanoseconds;
        var begun = Options.ScanInterval * turn;
        return turn % BlePdu.Channels == channel && since - begun + (to - from) <= Options.ScanWindow;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

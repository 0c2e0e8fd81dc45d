using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A Sigfox network at a site: base stations on a shared band, and what is common to its devices.</summary>
public sealed class SigfoxInstallation : SessionInstallation
{
    private readonly StationNetwork _stations;
    private readonly double _radiated;
    private readonly PowerProfile _profile;
    private readonly Duration[] _airtimes;
    private SigfoxUplink? _spare;

    internal SigfoxInstallation(SigfoxOptions options, Site site, string name)
    {
        Options = options;
        Simulation = site.Simulation;
        Observers = site.Observers;
        OneIn = (int)Math.Ceiling(1 / options.DutyCycle);
        StationOneIn = (int)Math.Ceiling(1 / options.StationDutyCycle);
        Asks = site.IsTwoWay && options.DownlinksPerDay != 0;
        var links = new SigfoxLinks(options, site.Demand);
        _radiated = links.Radiated;
        _stations = new StationNetwork(name, options, site, options.UplinkCentre, links);
        Air = new NarrowbandChannel(
            name,
            site.Simulation,
            [
                .. Enumerable
                    .Range(0, _stations.Count)
                    .Select(_ => new RadioReceiver([options.Sensitivity, .. links.Wideband.Sensitivities])),
            ],
            options.Low,
            options.MacroChannelWidth,
            [new NarrowbandWaveform(options.Bandwidth, options.LeastRatio), .. links.Wideband.Waveforms]
        );
        Senders = [.. Air.Receivers.Select(receiver => new SigfoxStation(this, receiver))];
        _airtimes = [.. Enumerable.Range(0, SigfoxFrame.MaximumPayload + 1).Select(options.Airtime)];
        DownlinkAirtime = options.DownlinkRate.TimeFor(SigfoxFrame.DownlinkOctets);
        _profile = new PowerProfile(
            "Sigfox device",
            options.Voltage,
            [
                new("sleep", options.SleepCurrent),
                new("transmit", options.TransmitCurrent),
                new("receive", options.ReceiveCurrent),
                new("wake up", options.WakeUpCurrent),
                new("between frames", options.GapCurrent),
                new("wait for window", options.WaitCurrent),
            ]
        )
        {
            Transmit = SigfoxDevice.Transmit,
        };
        NarrowbandForeignTraffic.Start(site.Simulation, Air, options, links.Strangers);
        WidebandForeignTraffic.Start(site.Simulation, Air, options, links.Wideband, firstWaveform: 1);
    }

    /// <summary>The band with its base stations.</summary>
    public NarrowbandChannel Air { get; }

    /// <summary>Where the base stations stand.</summary>
    public IReadOnlyList<Position> Stations => _stations.Links.Places;

    /// <summary>Copies of messages that arrived at the network server over further stations or in further frames and were removed there [1].</summary>
    public long Copies { get; internal set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components => _stations.Components;

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies => [new("band", 1, Air.Busy)];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws => _stations.Draws;

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => _stations.Promises;

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain => [.. _stations.Findings()];

    internal SigfoxOptions Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    /// <summary>Whether devices ask for messages.</summary>
    internal bool Asks { get; }

    /// <summary>Inverse of the devices' duty cycle, 1 for none [1].</summary>
    internal int OneIn { get; }

    /// <summary>Inverse of the stations' duty cycle, 1 for none [1].</summary>
    internal int StationOneIn { get; }

    /// <summary>The stations as senders.</summary>
    internal SigfoxStation[] Senders { get; }

    internal StationLinks Links => _stations.Links;

    internal StationBackhaul Backhaul => _stations.Backhaul;

    /// <summary>Time on air of a downlink.</summary>
    internal Duration DownlinkAirtime { get; }

    /// <inheritdoc/>
    public override Session Join(Node device, Node end)
    {
        _stations.Links.Measure(device, _radiated);
        var reaches = _stations.Links.Reaches(Options.Sensitivity, Margin);
        return new SigfoxDevice(this, device, end, device.AddMeter(_profile), reaches);
    }

    /// <summary>The stations that a device that moves reaches now.</summary>
    internal Reach[] ReachesOf(Node device) => _stations.Links.ReachesAt(device, Simulation.Now, _radiated, Options.Sensitivity, Margin);

    private double Margin => Math.Max(Options.LeastRatio, 0);

    /// <summary>Time on air of a frame with so many octets of content.</summary>
    internal Duration Airtime(int payload) => _airtimes[payload];

    /// <summary>Power of a station's downlink at a device whose uplink it receives with a power [dBm].</summary>
    internal double DownlinkPower(double uplink) => Options.StationPower - Options.TransmitPower - Options.StationAntennaGain + uplink;

    internal SigfoxUplink Rent()
    {
        var uplink = _spare ?? new SigfoxUplink(this);
        _spare = uplink.Spare;
        return uplink;
    }

    internal void Return(SigfoxUplink uplink)
    {
        uplink.Spare = _spare;
        _spare = uplink;
    }
}

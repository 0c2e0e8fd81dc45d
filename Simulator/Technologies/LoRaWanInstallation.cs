using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A LoRaWAN network at a site: gateways on a shared band, and what is common to its devices.</summary>
public sealed class LoRaWanInstallation : SessionInstallation
{
    /// <summary>Draws of downlinks follow those of uplinks at an address of their own [1].</summary>
    private const long FirstDownlink = 1L << 32;

    private readonly Position[] _places;
    private readonly LoRaWanLinkBudget _budget;
    private readonly PlannedStations? _dimensioning;
    private readonly Duration[][] _airtimes;
    private readonly Duration[] _windows1;
    private readonly LoRaWanBand[][] _bands;
    private readonly int[] _payloads;
    private readonly LoRaDataRate[] _firstWindows;
    private readonly float[] _powerGains;
    private readonly double[] _transmitCurrents;
    private readonly PowerProfile[] _profiles;
    private readonly DomainWatch _domain;
    private readonly LoRaWanCoverage _coverage;
    private readonly double _planned;
    private readonly Stack<LoRaWanExchange> _exchanges = new();
    private LoRaWanTransmission? _spare;

    internal LoRaWanInstallation(LoRaWanOptions options, Site site, string name)
    {
        Options = options;
        Simulation = site.Simulation;
        Observers = site.Observers;
        _planned = site.Demand.Utilisation;
        _budget = new LoRaWanLinkBudget(options, site.Propagation, site.Simulation.Random);
        _domain = new DomainWatch(name, _budget.Propagation);
        _dimensioning = options.Gateways is null ? Dimensioned(options, site) : null;
        _places = Sunflower.Places(options.Gateways ?? _dimensioning!.Count, site.Radius, options.GatewayHeight);
        _coverage = new LoRaWanCoverage(options, _budget, _places, _domain);
        var rates = options.Plan.Uplinks;
        Channels = options.UplinkChannels;
        _airtimes = [.. rates.Select(rate => (Duration[])[.. Enumerable.Range(0, 256).Select(rate.Uplink.Airtime)])];
        _payloads = [.. rates.Select(rate => rate.MaximumPayload)];
        _bands = [.. rates.Select(rate => LoRaWanBand.Of(options, rate))];
        double[] sensitivities = [.. rates.Select(options.GatewaySensitivity)];
        var receivers = _places.Select(_ => new RadioReceiver(sensitivities, options.Demodulators));
        var isLoRaSim = options.Rejection == LoRaRejectionRule.LoRaSim;
        var rule = new RejectionRule(LoRaRejection.Matrix(options.Rejection, rates))
        {
            Sum = isLoRaSim ? InterferenceSum.StrongestPower : InterferenceSum.Energy,
            Lead = isLoRaSim ? [.. rates.Select(rate => rate.Uplink.SymbolTime * LoRaRejection.SparedSymbols)] : [],
            Lock = options.PreambleLocking ? [.. rates.Select(rate => rate.Uplink.Preamble)] : [],
        };
        Air = new RadioChannel(name, site.Simulation, [.. receivers], Channels.Count, rule);
        Backhaul = new StationBackhaul(
            new BackhaulDelay(
                options.AccessMinimum,
                options.AccessMedian,
                options.AccessSigma,
                options.PathDelay,
                options.PathJitter,
                options.BackhaulLoss
            ),
            site.Simulation.Random,
            "lorawan backhaul",
            LoRaWanLinkBudget.Gateway
        );
        _firstWindows = [.. options.Plan.FirstWindow.Select(window => options.Plan.Downlink(window[options.FirstWindowOffset]))];
        _windows1 = [.. _firstWindows.Select(rate => rate.Downlink.SymbolTime * (long)options.ReceiveWindow1Symbols)];
        ReceiveWindow2 = options.Plan.Downlink(options.ReceiveWindow2DataRate).Downlink.SymbolTime * (long)options.ReceiveWindow2Symbols;
        var powers = Enumerable.Range(0, options.Plan.PowerSteps + 1).Select(index => (double)-RegionalPlan.PowerStep * index).ToArray();
        _powerGains = [.. powers.Select(loss => (float)Decibels.ToLinear(loss))];
        _transmitCurrents = [.. powers.Select(loss => options.TransmitCurrents.At(options.TransmitPower - options.AntennaGain + loss))];
        GreatestPowerIndex = Math.Clamp(
            (int)((options.TransmitPower - options.AdrLeastPower) / RegionalPlan.PowerStep),
            0,
            options.Plan.PowerSteps
        );
        _profiles = [.. rates.Select(rate => Profile(options, rate.SpreadingFactor))];
        Server = new LoRaWanServer(this);
        LoRaWanForeignTraffic.Start(site.Simulation, Air, options);
    }

    /// <summary>The band with its gateways.</summary>
    public RadioChannel Air { get; }

    /// <summary>Where the gateways stand.</summary>
    public IReadOnlyList<Position> Gateways => _places;

    /// <summary>Copies of frames that arrived at the network server over further gateways and were removed there [1].</summary>
    public long GatewayCopies { get; internal set; }

    /// <summary>How downlinks were sent, and why gateways refused them.</summary>
    public LoRaWanDownlinkCount Downlinks => Server.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components =>
        [
            new("gateway", _places.Length, HowDimensioned()) { Indispensable = _coverage.Indispensable, Shares = _coverage.Dependants },
            new("gateway backhaul", _places.Length, "one access line for each gateway")
            {
                Indispensable = _coverage.Indispensable,
                Shares = _coverage.Dependants,
            },
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies =>
        [
            new("channel", Air.Channels, Air.Busy),
            new(
                "gateway demodulators",
                _places.Length * Options.Demodulators,
                Air.Receivers.Aggregate(Duration.Zero, (sum, receiver) => sum + receiver.Busy),
                _planned,
                IsMedium: false
            ),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws =>
        [
            new("LoRaWAN gateway", _places.Length, Options.GatewayVoltage * Options.GatewayCurrent),
            new("line terminal of a gateway", _places.Length, Options.BackhaulVoltage * Options.BackhaulCurrent),
        ];

    /// <summary>Who is told what gateways hear; null for nobody.</summary>
    public ILoRaWanTap? Tap { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => _dimensioning?.Promises ?? [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain => [.. Findings()];

    internal LoRaWanOptions Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal StationBackhaul Backhaul { get; }

    internal LoRaWanServer Server { get; }

    /// <summary>The uplink channels in use.</summary>
    internal IReadOnlyList<LoRaChannel> Channels { get; }

    /// <summary>Whether the first data rate beyond the narrow ones has a channel.</summary>
    internal bool HasWideChannels => Options.Plan.Narrow < _bands.Length && _bands[Options.Plan.Narrow].Length > 0;

    /// <summary>Greatest power index that adaptive data rate asks for [1].</summary>
    internal int GreatestPowerIndex { get; }

    /// <summary>Whether devices do more than send each frame once and listen to nobody.</summary>
    internal bool NeedsMac =>
        Options is { Confirmed: true } or { Adr: true } or { Transmissions: > 1 } or { Class: LoRaWanClass.C }
        || Options.Activation == LoRaWanActivation.OverTheAir;

    /// <summary>How long the second receive window stays open when nothing is heard.</summary>
    internal Duration ReceiveWindow2 { get; }

    /// <inheritdoc/>
    public override Session Join(Node device, Node end)
    {
        var (reaches, dataRate) = _coverage.Of(device);
        var profile = _profiles[Options.Adr && device.Moves is null ? _budget.FastestFor(LoRaWanCoverage.BestOf(reaches)) : dataRate];
        return new LoRaWanDevice(this, device, end, device.AddMeter(profile), reaches, dataRate);
    }

    /// <summary>Time on air of a frame with a PHYPayload of so many octets.</summary>
    internal Duration Airtime(int code, int frameBytes) => _airtimes[code][frameBytes];

    /// <summary>How long the first receive window stays open when nothing is heard; it has the data rate of the uplink.</summary>
    internal Duration ReceiveWindow1(int code) => _windows1[code];

    /// <summary>Data rate of the first receive window after an uplink.</summary>
    internal LoRaDataRate FirstWindow(int code) => _firstWindows[code];

    /// <summary>Greatest application payload at a data rate [B].</summary>
    internal int MaximumPayload(int code) => _payloads[code];

    /// <summary>The bands of the channels that carry a data rate.</summary>
    internal LoRaWanBand[] Bands(int code) => _bands[code];

    /// <summary>Power of a device at a power index, over its greatest [1].</summary>
    internal float PowerGain(int index) => _powerGains[index];

    /// <summary>Current of a device that transmits at a power index [A].</summary>
    internal double TransmitCurrent(int index) => _transmitCurrents[index];

    /// <summary>Least power at which devices receive [dBm].</summary>
    internal double DeviceSensitivity(LoRaDataRate rate) => Options.DeviceSensitivity(rate);

    /// <summary>Power of a gateway at a device on average over fading [mW]: the way back loses as much as the way there. 0 from gateways that do not hear it.</summary>
    /// <param name="device">Who receives.</param>
    /// <param name="gateway">Number of the gateway [1].</param>
    /// <param name="radiated">Its radiated power [dBm].</param>
    internal double PowerAt(LoRaWanDevice device, int gateway, double radiated)
    {
        var reaches = device.Reaches;
        for (var i = 0; i < reaches.Count; i++)
        {
            if (reaches[i].Receiver == gateway)
            {
                var loss = _budget.Exchange(Decibels.FromLinear(reaches[i].Milliwatts));
                return Decibels.ToLinear(radiated - loss + Options.AntennaGain);
            }
        }

        return 0;
    }

    /// <summary>Fading of a downlink, over its mean power [1].</summary>
    internal double DownlinkFading(Entity device, int gateway, int downlink) =>
        Decibels.ToLinear(_budget.Propagation.Fading(device, gateway, FirstDownlink + downlink));

    /// <summary>The gateways that a device reaches from where it is now.</summary>
    internal Reach[] ReachesOf(Node device, int dataRate) => _coverage.At(device, device.PositionAt(Simulation.Now), dataRate);

    internal LoRaWanExchange RentExchange() => _exchanges.TryPop(out var exchange) ? exchange : new LoRaWanExchange();

    /// <summary>Accounts for a message that was sent more than once, when nothing of it is on its way any more.</summary>
    internal void Settle(LoRaWanExchange exchange)
    {
        if (!exchange.IsClosed)
        {
            return;
        }

        if (!exchange.Arrived)
        {
            Observers.Dropped(exchange.Message, exchange.Reason, Simulation.Now);
        }

        _exchanges.Push(exchange);
    }

    /// <summary>The gateways that hear a frame, and how strongly: the fading of each is its own.</summary>
    /// <param name="device">The sender.</param>
    /// <param name="reaches">Power at the gateways on average, at the greatest power.</param>
    /// <param name="frame">Number of the frame [1].</param>
    /// <param name="gain">Power of this frame over the greatest [1].</param>
    /// <param name="faded">Room for the answer, of the same length or null.</param>
    internal Reach[] Fade(Entity device, Reach[] reaches, long frame, float gain, Reach[]? faded)
    {
        faded = faded?.Length == reaches.Length ? faded : new Reach[reaches.Length];
        for (var i = 0; i < reaches.Length; i++)
        {
            var fading = Fades ? Decibels.ToLinear(_budget.Propagation.Fading(device, reaches[i].Receiver, frame)) : 1;
            faded[i] = reaches[i] with { Milliwatts = (float)(reaches[i].Milliwatts * fading * gain) };
        }

        return faded;
    }

    /// <summary>Whether the power of a frame differs from that of the last one.</summary>
    internal bool Fades => _budget.Propagation.Fades;

    internal LoRaWanTransmission Rent()
    {
        var transmission = _spare ?? new LoRaWanTransmission(this);
        _spare = transmission.Spare;
        return transmission;
    }

    internal void Return(LoRaWanTransmission transmission)
    {
        transmission.Spare = _spare;
        _spare = transmission;
    }

    private static PowerProfile Profile(LoRaWanOptions options, int spreadingFactor) =>
        new(
            "LoRaWAN device",
            options.Voltage,
            [
                options.Class == LoRaWanClass.C ? new("listen", options.ReceiveCurrent) : new("sleep", options.SleepCurrent),
                new("transmit", options.TransmitCurrents.At(options.TransmitPower - options.AntennaGain)),
                new("receive", options.ReceiveCurrent),
                new("wait", options.WaitCurrent),
                new("overhead", options.OverheadCurrent),
            ]
        )
        {
            Transmit = LoRaWanDevice.Transmit,
            Conditions = $"SF{spreadingFactor}",
        };

    private static PlannedStations Dimensioned(LoRaWanOptions options, Site site) =>
        PlannedStations.Smallest(options.GatewayLimit, site, () => new LoRaWanForecast(options, site, new PlanningSample(site)).With);

    private string HowDimensioned() =>
        _dimensioning is null
            ? "as given"
            : $"smallest number that is expected to deliver what is required; {Promise.Text(Promises)} expected";

    private IEnumerable<string> Findings()
    {
        if (_dimensioning is { IsSufficient: false })
        {
            yield return $"This rule cannot show that any number of gateways up to {Options.GatewayLimit} reaches the delivery target with its demodulators in use as planned; {_dimensioning.Count} come closest and promise {Promise.Text(Promises)}{Promise.Held(Promises)}.";
        }

        foreach (var finding in _domain.Findings())
        {
            yield return finding;
        }
    }
}

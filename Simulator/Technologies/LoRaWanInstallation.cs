using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A LoRaWAN network at a site: gateways on a shared band, and what is common to its devices.</summary>
public sealed class LoRaWanInstallation : SessionInstallation
{
    private readonly Position[] _places;
    private readonly LoRaWanLinkBudget _budget;
    private readonly LoRaWanDimensioning? _dimensioning;
    private readonly Duration[][] _airtimes;
    private readonly Duration[] _windows1;
    private readonly PowerProfile[] _profiles;
    private readonly DomainWatch _domain;
    private readonly LoRaWanCoverage _coverage;
    private readonly double _planned;
    private readonly double _delivery;
    private LoRaWanTransmission? _spare;

    internal LoRaWanInstallation(LoRaWanEu868Options options, Site site, string name)
    {
        Options = options;
        Simulation = site.Simulation;
        Observers = site.Observers;
        (_planned, _delivery) = (site.Demand.Utilisation, site.Demand.Delivery);
        _budget = new LoRaWanLinkBudget(options, site.Propagation, site.Simulation.Random);
        _domain = new DomainWatch(name, _budget.Propagation);
        _dimensioning = options.Gateways is null ? LoRaWanDimensioning.For(options, site) : null;
        _places = Sunflower.Places(options.Gateways ?? _dimensioning!.Gateways, site.Radius, options.GatewayHeight);
        _coverage = new LoRaWanCoverage(options, _budget, _places, _domain);
        var factors = Enumerable.Range(LoRaSensitivity.LeastSpreadingFactor, 6).ToArray();
        _airtimes = [.. factors.Select(Airtimes)];
        var sensitivities = factors.Select(factor => LoRaSensitivity.At125Kilohertz(options.GatewayReceiver, factor)).ToArray();
        var receivers = _places.Select(_ => new RadioReceiver(sensitivities, options.Demodulators));
        Air = new RadioChannel(
            name,
            site.Simulation,
            [.. receivers],
            options.Channels,
            new RejectionRule(LoRaRejection.Matrix(options.Rejection))
        );
        Backhaul = new LoRaWanBackhaul(options, site.Simulation.Random);
        Bands = LoRaWanBand.Of(options.Channels);
        _windows1 = [.. factors.Select(factor => Eu868.Uplink(factor).SymbolTime * (long)options.ReceiveWindow1Symbols)];
        ReceiveWindow2 =
            Eu868.Uplink(Eu868.SpreadingFactor(options.ReceiveWindow2DataRate)).SymbolTime * (long)options.ReceiveWindow2Symbols;
        _profiles = [.. factors.Select(factor => Profile(options, factor))];
        LoRaWanForeignTraffic.Start(site.Simulation, Air, options);
    }

    /// <summary>The band with its gateways.</summary>
    public RadioChannel Air { get; }

    /// <summary>Where the gateways stand.</summary>
    public IReadOnlyList<Position> Gateways => _places;

    /// <summary>Copies of frames that arrived at the network server over further gateways and were removed there [1].</summary>
    public long GatewayCopies { get; internal set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components =>
        [
            new("gateway", _places.Length, HowDimensioned()) { Indispensable = _coverage.Indispensable },
            new("gateway backhaul", _places.Length, "one access line for each gateway") { Indispensable = _coverage.Indispensable },
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

    /// <inheritdoc/>
    public override double? PromisedDelivery => _dimensioning?.ExpectedDelivery;

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain => [.. Findings()];

    internal LoRaWanEu868Options Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal LoRaWanBackhaul Backhaul { get; }

    internal LoRaWanBand[] Bands { get; }

    /// <summary>How long the second receive window stays open when nothing is heard.</summary>
    internal Duration ReceiveWindow2 { get; }

    /// <inheritdoc/>
    public override Session Join(Node device, Node end)
    {
        var (reaches, spreadingFactor) = _coverage.Of(device);
        return new LoRaWanDevice(
            this,
            device,
            end,
            device.AddMeter(_profiles[spreadingFactor - LoRaSensitivity.LeastSpreadingFactor]),
            reaches,
            spreadingFactor
        );
    }

    /// <summary>Time on air of a frame with a PHYPayload of so many octets.</summary>
    internal Duration Airtime(int code, int frameBytes) => _airtimes[code][frameBytes];

    /// <summary>How long the first receive window stays open when nothing is heard; it has the data rate of the uplink.</summary>
    internal Duration ReceiveWindow1(int code) => _windows1[code];

    /// <summary>The gateways that hear a frame, and how strongly: the fading of each is its own.</summary>
    /// <param name="device">The sender.</param>
    /// <param name="reaches">Power at the gateways on average.</param>
    /// <param name="frame">Number of the frame [1].</param>
    /// <param name="faded">Room for the answer, of the same length or null.</param>
    internal Reach[] Fade(Entity device, Reach[] reaches, long frame, Reach[]? faded)
    {
        faded = faded?.Length == reaches.Length ? faded : new Reach[reaches.Length];
        for (var i = 0; i < reaches.Length; i++)
        {
            var gain = _budget.Propagation.Fading(device, reaches[i].Receiver, frame);
            faded[i] = reaches[i] with { Milliwatts = (float)(reaches[i].Milliwatts * Decibels.ToLinear(gain)) };
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

    private static PowerProfile Profile(LoRaWanEu868Options options, int spreadingFactor) =>
        new(
            "LoRaWAN device",
            options.Voltage,
            [
                new("sleep", options.SleepCurrent),
                new("transmit", options.TransmitCurrent),
                new("receive", options.ReceiveCurrent),
                new("wait", options.WaitCurrent),
                new("overhead", options.OverheadCurrent),
            ]
        )
        {
            Transmit = LoRaWanDevice.Transmit,
            Conditions = $"SF{spreadingFactor}",
        };

    private static Duration[] Airtimes(int spreadingFactor)
    {
        var modulation = Eu868.Uplink(spreadingFactor);
        return [.. Enumerable.Range(0, 256).Select(modulation.Airtime)];
    }

    private string HowDimensioned() =>
        _dimensioning is null
            ? "as given"
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"smallest number with the expected delivery; {_dimensioning.ExpectedDelivery:P2} expected"
            );

    private IEnumerable<string> Findings()
    {
        if (_dimensioning is { IsSufficient: false })
        {
            var reason =
                _dimensioning.Permitted < _delivery
                    ? string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $": duty cycle and receive windows let the devices send no more than {_dimensioning.Permitted:P2} of their messages"
                    )
                    : "";
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"No number of gateways up to {Options.GatewayLimit} reaches the delivery target with its demodulators in use as planned; {_dimensioning.Gateways} promise the most, {_dimensioning.ExpectedDelivery:P2}{reason}."
            );
        }

        foreach (var finding in _domain.Findings())
        {
            yield return finding;
        }
    }
}

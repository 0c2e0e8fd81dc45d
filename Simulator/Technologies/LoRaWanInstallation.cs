using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A LoRaWAN network at a site: gateways on a shared band, and what is common to its devices.</summary>
public sealed class LoRaWanInstallation : SessionInstallation
{
    /// <summary>Frames this much below the capture threshold of their own code are not followed any further [dB].</summary>
    private const double GreatestCaptureThreshold = 20;

    /// <summary>With fading, gateways that hear a device so much too weakly on average are asked for each frame [dB]: one frame in 22 000 gains more.</summary>
    private const double GreatestFadingGain = 10;

    private readonly Position[] _places;
    private readonly LoRaWanLinkBudget _budget;
    private readonly LoRaWanDimensioning? _dimensioning;
    private readonly Duration[][] _airtimes;
    private readonly Duration[] _windows1;
    private readonly double[] _hearing;
    private readonly PowerProfile[] _profiles;
    private readonly DomainWatch _domain;

    /// <summary>Power of the device that joins at each gateway [dBm]. Used again, so that the objects of a device lie close together.</summary>
    private readonly double[] _powers;
    private readonly double _planned;
    private readonly double _delivery;
    private readonly bool[] _isOnlyOne;
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
        _powers = new double[_places.Length];
        _isOnlyOne = new bool[_places.Length];
        var factors = Enumerable.Range(LoRaSensitivity.LeastSpreadingFactor, 6).ToArray();
        _airtimes = [.. factors.Select(Airtimes)];
        var sensitivities = factors.Select(factor => LoRaSensitivity.At125Kilohertz(options.GatewayReceiver, factor)).ToArray();
        var matrix = LoRaRejection.Matrix(options.Rejection);
        _hearing = [.. sensitivities.Select((level, code) => level - Math.Min(matrix[code, code], GreatestCaptureThreshold))];
        var receivers = _places.Select(_ => new RadioReceiver(sensitivities, options.Demodulators));
        Air = new RadioChannel(name, site.Simulation, [.. receivers], options.Channels, new RejectionRule(matrix));
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
            new("gateway", _places.Length, HowDimensioned()) { Indispensable = Indispensable },
            new("gateway backhaul", _places.Length, "one access line for each gateway") { Indispensable = Indispensable },
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

    /// <summary>Gateways that are the only one within reach of some device [1].</summary>
    private int Indispensable => _isOnlyOne.Count(only => only);

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
        var penetration = _budget.PenetrationLoss(device);
        var best = double.NegativeInfinity;
        for (var gateway = 0; gateway < _powers.Length; gateway++)
        {
            _powers[gateway] = _budget.ReceivedPower(device, penetration, gateway, _places[gateway]);
            best = Math.Max(best, _powers[gateway]);
        }

        _domain.Note(device.Position, _places[Array.IndexOf(_powers, best)]);

        var spreadingFactor = _budget.SpreadingFactor(best);
        var sensitivity = LoRaSensitivity.At125Kilohertz(Options.GatewayReceiver, spreadingFactor);
        if (HowManyAbove(sensitivity) == 1)
        {
            _isOnlyOne[Array.FindIndex(_powers, power => power >= sensitivity)] = true;
        }

        var floor = _hearing[spreadingFactor - LoRaSensitivity.LeastSpreadingFactor] - (_budget.Propagation.Fades ? GreatestFadingGain : 0);
        var reaches = new Reach[HowManyAbove(floor)];
        for (var (gateway, next) = (0, 0); next < reaches.Length; gateway++)
        {
            if (_powers[gateway] >= floor)
            {
                reaches[next++] = new Reach(gateway, (float)Decibels.ToLinear(_powers[gateway]));
            }
        }

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

    private int HowManyAbove(double level)
    {
        var count = 0;
        foreach (var power in _powers)
        {
            count += power >= level ? 1 : 0;
        }

        return count;
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

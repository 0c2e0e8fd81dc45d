using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Modbus segments at a site; slaves are seated in the order in which they join.</summary>
public sealed class Rs485ModbusInstallation : SessionInstallation
{
    private const double UnitLoadsPerSegment = 32;

    private readonly PolledBus[] _segments;
    private readonly int _perSegment;
    private readonly int _limit;
    private readonly int _slaves;
    private readonly PowerProfile _profile;
    private readonly double _masterWatts;
    private int _joined;

    internal Rs485ModbusInstallation(Rs485ModbusOptions options, Site site, string name)
    {
        Options = options;
        Simulation = site.Simulation;
        Observers = site.Observers;
        Timing = new ModbusTiming(options.Rate, options.BitsPerCharacter);
        _slaves = site.Near.Count;
        _limit = (int)((UnitLoadsPerSegment - 1) / options.UnitLoad);
        if (_limit == 0)
        {
            throw new ArgumentException(
                $"A slave of {options.UnitLoad} unit loads and the master overload a segment of {UnitLoadsPerSegment}.",
                nameof(options)
            );
        }

        var segments = options.Segments ?? Math.Max(1, (_slaves + _limit - 1) / _limit);
        _perSegment = Math.Max(1, (_slaves + segments - 1) / segments);
        var registers = RegistersOf(site.Demand, ModbusTiming.MaximumRegisters);
        ReadSlot = Timing.Transaction(ModbusTiming.ReadBytes(registers), options.SlaveDelay);
        Writes = site.IsTwoWay;
        var written = RegistersOf(site.Back ?? site.Demand, ModbusTiming.MaximumWrittenRegisters);
        var slot = Writes ? ReadSlot + Timing.Transaction(ModbusTiming.WriteBytes(written), options.SlaveDelay) : ReadSlot;
        _segments =
        [
            .. Enumerable
                .Range(0, segments)
                .Select(segment => Math.Clamp(_slaves - segment * _perSegment, 0, _perSegment))
                .Select(seats => new PolledBus(name, options.PollInterval, [.. Enumerable.Repeat(slot, seats)])),
        ];
        var requests = ModbusTiming.RequestBytes + (Writes ? ModbusTiming.WriteBytes(written) - ModbusTiming.WriteResponseBytes : 0);
        var asking = Timing.Characters(requests * Math.Min(_slaves, _perSegment)) / _segments[0].Cycle;
        _masterWatts = options.Voltage * (options.ListenCurrent * (1 - asking) + options.TransmitCurrent * asking);
        var responses = ModbusTiming.ResponseBytes(registers) + (Writes ? ModbusTiming.WriteResponseBytes : 0);
        var answering = Timing.Characters(responses) / _segments[0].Cycle;
        _profile = new PowerProfile(
            "RS-485 transceiver",
            options.Voltage,
            [new("listen and answer polls", options.ListenCurrent * (1 - answering) + options.TransmitCurrent * answering)]
        );
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<PolledBus> Segments => _segments;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components =>
        [
            new("bus segment", _segments.Length, $"up to {_perSegment} slaves each, polled every {_segments[0].Cycle}"),
            new("bus master port", _segments.Length, "one for each segment"),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies =>
        [
            new(
                "bus segment",
                _segments.Length,
                _segments.Aggregate(Duration.Zero, (sum, bus) => sum + (Simulation.Now - SimTime.Start) * (bus.Needed / bus.Cycle))
            ),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws => [new("RS-485 master transceiver", _segments.Length, _masterWatts)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain => [.. Findings()];

    internal Rs485ModbusOptions Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal ModbusTiming Timing { get; }

    /// <summary>How long the master reads from a slave; where it writes, it does so after that.</summary>
    internal Duration ReadSlot { get; }

    /// <summary>Whether the master writes to every slave in every cycle.</summary>
    internal bool Writes { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">More slaves join than the site has.</exception>
    public override Session Join(Node device, Node end)
    {
        if (_joined == _slaves)
        {
            throw new InvalidOperationException($"The bus was built for {_slaves} slaves; {device.Entity.Number} is one too many.");
        }

        var (segment, station) = Math.DivRem(_joined++, _perSegment);
        device.AddMeter(_profile);
        return new Rs485ModbusSlave(this, device, end, _segments[segment], station);
    }

    private static int RegistersOf(Demand demand, int most) => Math.Clamp((int)Math.Ceiling(demand.BytesPerMessage / 2), 1, most);

    private IEnumerable<string> Findings()
    {
        if (_perSegment > _limit)
        {
            yield return $"A segment has {_perSegment} slaves of {Options.UnitLoad} unit loads and a master; RS-485 drives {UnitLoadsPerSegment} unit loads.";
        }

        var spare = _segments[0].Cycle - _segments[0].Needed;
        if (Options.BitErrorRate > 0 && spare < Options.ResponseTimeout)
        {
            yield return $"A poll without an answer takes {Options.ResponseTimeout}, but the cycle has only {spare} to spare; the delay of the others is not modelled.";
        }
    }
}

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
    private readonly Rs485ModbusMaster[] _masters;
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
        var registers = Math.Clamp((int)Math.Ceiling(site.Demand.BytesPerMessage / 2), 1, ModbusTiming.MaximumRegisters);
        var slot = Timing.Transaction(registers, options.SlaveDelay);
        _segments =
        [
            .. Enumerable
                .Range(0, segments)
                .Select(Seats)
                .Select(seats => new PolledBus(name, options.PollInterval, [.. Enumerable.Repeat(slot, seats)])),
        ];
        _masters = [.. _segments.Select((bus, segment) => new Rs485ModbusMaster(this, bus, segment, Seats(segment), registers))];
        var asking = Timing.Characters(ModbusTiming.RequestBytes * Math.Min(_slaves, _perSegment)) / _segments[0].Cycle;
        _masterWatts = options.Voltage * (options.ListenCurrent * (1 - asking) + options.TransmitCurrent * asking);
        var answering = Timing.Characters(ModbusTiming.ResponseBytes(registers)) / _segments[0].Cycle;
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

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">More slaves join than the site has.</exception>
    public override Session Join(Node device, Node end)
    {
        if (_joined == _slaves)
        {
            throw new InvalidOperationException($"The bus was built for {_slaves} slaves; {device.Entity.Number} is one too many.");
        }

        var segment = _joined++ / _perSegment;
        device.AddMeter(_profile);
        return new Rs485ModbusSlave(this, device, end, _masters[segment]);
    }

    private IEnumerable<string> Findings()
    {
        if (_perSegment > _limit)
        {
            yield return $"A segment has {_perSegment} slaves of {Options.UnitLoad} unit loads and a master; RS-485 drives {UnitLoadsPerSegment} unit loads.";
        }
    }

    private int Seats(int segment) => Math.Clamp(_slaves - segment * _perSegment, 0, _perSegment);
}

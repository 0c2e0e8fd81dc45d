using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>A collector's receiver, and what is common to its meters.</summary>
public sealed class WmBusInstallation : SessionInstallation
{
    private readonly string _name;
    private readonly Propagation _propagation;
    private readonly PowerProfile _profile;
    private readonly int _content;
    private Node? _collector;
    private StationLinks? _links;

    internal WmBusInstallation(string name, Site site, WmBusOptions options)
    {
        (_name, Options, Simulation, Observers) = (name, options, site.Simulation, site.Observers);
        _content = Math.Min((int)Math.Ceiling(site.Demand.BytesPerMessage), options.Frame.MaximumContent(options.Encrypted));
        _propagation = new Propagation(site.Propagation, options.Frame.Carrier, site.Simulation.Random);
        Air = new RadioChannel(
            name,
            site.Simulation,
            [new RadioReceiver([options.Sensitivity], options.Receivers)],
            1,
            RejectionRule.Capture(options.LeastRatio)
        );
        _profile = new PowerProfile(
            "wM-Bus meter",
            options.Voltage,
            [new("sleep", options.SleepCurrent), new("transmit", options.TransmitCurrent), new("wake up", options.WakeUpCurrent)]
        )
        {
            Transmit = WmBusMeter.Transmit,
        };
    }

    /// <summary>The channel with the collector.</summary>
    public RadioChannel Air { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components { get; } = [new("wM-Bus receiver", 1, "one at each collector")];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies => [new("channel", 1, Air.Busy)];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws => [new("wM-Bus receiver", 1, Options.ReceiverVoltage * Options.ReceiverCurrent)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain =>
        [.. _links?.OutsideDomain ?? [], .. SendsTooMuch() is { } finding ? [finding] : Array.Empty<string>()];

    internal WmBusOptions Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal StationLinks Links => _links!;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The collector is another than that of the meters before.</exception>
    public override Session Join(Node device, Node end)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(end);
        if (_collector is not null && _collector != end)
        {
            throw new InvalidOperationException("An installation has one collector; another needs its own.");
        }

        _collector = end;
        _links ??= new StationLinks(_name, new StationGrid([end.Position], _propagation), Options.Sensitivity);
        _links.Measure(device, Options.TransmitPower + Options.AntennaGain);
        return new WmBusMeter(this, device, end, device.AddMeter(_profile), _links.Reaches(Options.Sensitivity, Options.LeastRatio));
    }

    private string? SendsTooMuch()
    {
        var share = Options.Frame.Airtime(_content, Options.Encrypted) / Options.Interval;
        return share <= Options.DutyCycle
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{_name}: a meter sends for {share:P2} of the time, {Options.DutyCycle:P2} are allowed; a longer interval would do."
            );
    }
}

using System.Globalization;
using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio.LowPan;
using M2mVsIoTSim.Radio.PowerLine;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A concentrator's modem and what is common to the meters on its line.</summary>
public sealed class PlcG3Installation : SessionInstallation
{
    private readonly PowerProfile _profile;
    private readonly int _meters;

    internal PlcG3Installation(string name, Site site, PlcG3Options options)
    {
        (Options, Simulation, Observers, _meters) = (options, site.Simulation, site.Observers, site.Near.Count);
        Datagrams = new PlcG3Datagrams(options);
        Line = new PolledLine(name);
        Concentrator = new PlcG3Concentrator(this);
        _profile = new PowerProfile(
            "G3-PLC modem",
            options.Voltage,
            [new("listen", options.ListenCurrent), new("transmit", options.TransmitCurrent)]
        )
        {
            Transmit = PlcG3Meter.Transmit,
        };
    }

    /// <summary>What the line has carried.</summary>
    public PolledLine Line { get; }

    /// <summary>Rounds of polls that have begun [1].</summary>
    public long Rounds => Concentrator.Rounds;

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components => [new("power-line modem", 1, "one at each concentrator") { Indispensable = 1 }];

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies => [new("power line", 1, Line.Busy)];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws => [new("G3-PLC modem", 1, Options.Voltage * Options.ListenCurrent)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain =>
        [
            .. TakesTooLong() is { } finding ? [finding] : Array.Empty<string>(),
            .. Concentrator.MissesSomebody ? [Unreachable.Finding(Line.Name, "repeater of the power line")] : Array.Empty<string>(),
        ];

    internal PlcG3Options Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal PlcG3Datagrams Datagrams { get; }

    internal PlcG3Concentrator Concentrator { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">More meters join than the site has.</exception>
    public override Session Join(Node device, Node end)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (Concentrator.Meters == _meters)
        {
            throw new InvalidOperationException($"The line was built for {_meters} meters; {device.Entity.Number} is one too many.");
        }

        return new PlcG3Meter(this, device, end, device.AddMeter(_profile));
    }

    /// <summary>Mean time in which a datagram crosses some hops, with as many repetitions as a frame may have.</summary>
    /// <remarks>Σ over fragments: h (1 − f^(R+1)) / (1 − f) attempts with f = 1 − (1 − e)(1 − a), each with a mean backoff; datagrams that are given up count whole.</remarks>
    internal static Duration MeanCrossing(LowPanFragments datagram, int hops, PlcG3Options options)
    {
        var failure = 1 - (1 - options.FrameLoss) * (1 - options.AcknowledgementLoss);
        var attempts = (1 - Math.Pow(failure, options.Retries + 1)) / (1 - failure);
        var backoff = G3Frame.Slot * (((1 << options.MinimumBackoffExponent) - 1) / 2.0);
        var once = Duration.Zero;
        for (var i = 0; i < datagram.Count; i++)
        {
            once += backoff + G3Frame.Attempt(datagram[i] + options.FrameOverhead, options.Modulation);
        }

        return once * (hops * attempts);
    }

    private string? TakesTooLong()
    {
        var (request, response) = Datagrams.Nothing;
        var hops = (1 + Options.Hops) / 2.0;
        var poll = (MeanCrossing(request, 1, Options) + MeanCrossing(response, 1, Options)) * hops + Options.MeterDelay;
        return poll * (long)_meters <= Options.PollInterval
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Line.Name}: a round through {_meters} meters takes {(poll * (long)_meters).TotalSeconds:0} s even if they have nothing; a round is wanted every {Options.PollInterval.TotalSeconds:0} s."
            );
    }
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>An NB-Fi network at a site: base stations that hear one band, and what is common to its devices.</summary>
public sealed class NbFiInstallation : SessionInstallation
{
    private readonly PowerProfile _profile;
    private readonly Frequency _middle;
    private readonly Frequency _width;
    private readonly double? _planned;
    private readonly Reach[] _one = new Reach[1];
    private Reach[]? _faded;
    private NbFiUplink? _spareUplink;
    private NbFiDownlink? _spareDownlink;
    private NbFiMessage? _spareMessage;

    internal NbFiInstallation(NbFiOptions options, Site site, string name)
    {
        (Options, Simulation, Observers) = (options, site.Simulation, site.Observers);
        Acknowledges = options.Acknowledged && options.Mode != NbFiMode.Nrx;
        _planned = options.Stations is null ? site.Demand.Utilisation : null;
        (_middle, _width) = (NbFiBandPlan.Uplink(options.Band), NbFiBandPlan.UplinkWidth(options.UplinkWidthCode));
        OneIn = NbFiBandPlan.OneIn(_middle, options.Regulation);
        var low = new Frequency(_middle.Hertz - _width.Hertz / 2);
        NarrowbandWaveform[] waveforms =
        [
            .. Rates().Select(rate => new NarrowbandWaveform(new Frequency(NbFiProtocol.BitRate(rate).BitsPerSecond), options.LeastRatio)),
        ];
        var strangers = new NarrowbandStrangers(low, _width, 0, waveforms[0].Bandwidth, NbFiProtocol.Airtime(NbFiRate.Bps50));
        var wideband = LoRaStrangers.In(low, _width);
        var others = new NarrowbandOthers(options, strangers, wideband, options.LeastRatio);
        var classes = new NbFiLinkClasses(options, site.Demand.BytesPerMessage, Acknowledges, OneIn, others);
        Stations = new StationNetwork(name, options, site, _middle, classes);
        double[] sensitivities = [.. Rates().Select(rate => classes.Sensitivity((int)rate)), .. wideband.Sensitivities];
        RadioReceiver[] receivers = [.. Enumerable.Range(0, Stations.Count).Select(_ => new RadioReceiver(sensitivities))];
        Air = new NarrowbandChannel(name, site.Simulation, receivers, low, _width, [.. waveforms, .. wideband.Waveforms]);
        var downlinkOneIn = NbFiBandPlan.OneIn(NbFiBandPlan.Downlink(options.Band), options.Regulation);
        Senders = [.. receivers.Select(receiver => new NbFiStation(this, receiver, downlinkOneIn))];
        _profile = Profile(options);
        NarrowbandForeignTraffic.Start(site.Simulation, Air, options, strangers);
        WidebandForeignTraffic.Start(site.Simulation, Air, options, wideband, waveforms.Length);
    }

    /// <summary>The band with its stations.</summary>
    public NarrowbandChannel Air { get; }

    /// <summary>Where the stations stand.</summary>
    public IReadOnlyList<Position> Places => Stations.Links.Places;

    /// <summary>Copies of frames that arrived at the network server over further stations and were removed there [1].</summary>
    public long StationCopies { get; internal set; }

    /// <summary>Frames that arrived at the network server again, because they were sent again, and were removed there [1].</summary>
    public long RepeatedFrames { get; internal set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components => Stations.Components;

    /// <inheritdoc/>
    public override IReadOnlyList<Occupancy> Occupancies =>
        [
            new("uplink band", 1, Air.Busy),
            new(
                "base station transmitters",
                Senders.Length,
                Senders.Aggregate(Duration.Zero, (sum, station) => sum + station.Busy),
                _planned,
                IsMedium: false
            ),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<PowerDraw> Draws => Stations.Draws;

    /// <inheritdoc/>
    public override IReadOnlyList<Promise> Promises => Stations.Promises;

    /// <inheritdoc/>
    public override IReadOnlyList<string> OutsideDomain => [.. Stations.Findings()];

    internal NbFiOptions Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal StationNetwork Stations { get; }

    /// <summary>The stations as senders.</summary>
    internal NbFiStation[] Senders { get; }

    /// <summary>Whether uplinks are acknowledged.</summary>
    internal bool Acknowledges { get; }

    /// <summary>Inverse of the devices' duty cycle [1].</summary>
    internal int OneIn { get; }

    /// <inheritdoc/>
    public override Session Join(Node device, Node end)
    {
        Stations.Links.Measure(device, Options.TransmitPower + Options.StationAntennaGain);
        var reaches = Stations.Links.Reaches(Options.StationSensitivity, Options.LeastRatio);
        return new NbFiDevice(this, device, end, device.AddMeter(_profile), reaches);
    }

    /// <summary>The stations that a device that moves reaches now.</summary>
    internal Reach[] ReachesOf(Node device) =>
        Stations.Links.ReachesAt(
            device,
            Simulation.Now,
            Options.TransmitPower + Options.StationAntennaGain,
            Options.StationSensitivity,
            Options.LeastRatio
        );

    /// <summary>Signal-to-noise ratio of what has a power [dB].</summary>
    /// <param name="milliwatts">The power [mW].</param>
    /// <param name="degradation">Of its rate [dB].</param>
    internal double Ratio(float milliwatts, double degradation) => Decibels.FromLinear(milliwatts) - Options.NoiseLevel - degradation;

    /// <summary>Least power of a downlink that a device receives [dBm].</summary>
    internal double DeviceSensitivity(NbFiRate rate) => Options.DeviceSensitivity + NbFiProtocol.DownlinkDegradation(rate);

    /// <summary>Power of a downlink at a device [dBm]: the loss is that of its uplinks, the fading its own.</summary>
    internal double DownlinkPower(NbFiDevice device, int station, long number)
    {
        _one[0] = new Reach(station, device.MilliwattsAt(station));
        if (Stations.Links.Fades)
        {
            // Uplinks have the even numbers, so that no two frames share their fading.
            _faded = Stations.Links.Fade(device.Near.Entity, _one, 2 * number + 1, _faded);
            return Decibels.FromLinear(_faded[0].Milliwatts) + Options.StationPower - Options.TransmitPower;
        }

        return Decibels.FromLinear(_one[0].Milliwatts) + Options.StationPower - Options.TransmitPower;
    }

    /// <summary>Puts a frame of a device on the air.</summary>
    internal void PutOnAir(
        NbFiUplink uplink,
        Node device,
        NbFiRate rate,
        double power,
        byte check,
        bool isAbove,
        int number,
        Reach[] reaches
    )
    {
        var airtime = NbFiProtocol.Airtime(rate);
        var offset = NbFiBandPlan.UplinkOffset((uint)device.Entity.Number, check, isAbove, rate, _width);
        Observers.FrameSent(Air, NbFiFrameFormat.UplinkE.Bytes, airtime);
        Air.Begin(uplink, (int)rate, new Frequency(_middle.Hertz + offset), airtime, Weaken(uplink, device.Entity, power, number, reaches));
    }

    internal NbFiUplink RentUplink()
    {
        var uplink = _spareUplink ?? new NbFiUplink(this);
        _spareUplink = uplink.Spare;
        return uplink;
    }

    internal void Return(NbFiUplink uplink)
    {
        uplink.Spare = _spareUplink;
        _spareUplink = uplink;
    }

    internal NbFiDownlink RentDownlink()
    {
        var downlink = _spareDownlink ?? new NbFiDownlink(this);
        _spareDownlink = downlink.Spare;
        return downlink;
    }

    internal void Return(NbFiDownlink downlink)
    {
        downlink.Spare = _spareDownlink;
        _spareDownlink = downlink;
    }

    internal NbFiMessage RentMessage()
    {
        var message = _spareMessage ?? new NbFiMessage(this);
        _spareMessage = message.Spare;
        return message;
    }

    internal void Return(NbFiMessage message)
    {
        message.Spare = _spareMessage;
        _spareMessage = message;
    }

    private static IEnumerable<NbFiRate> Rates() => Enumerable.Range(0, NbFiProtocol.Rates).Select(rate => (NbFiRate)rate);

    private static PowerProfile Profile(NbFiOptions options)
    {
        var (transmit, receive) = (new PowerState("transmit", options.TransmitCurrent), new PowerState("receive", options.ReceiveCurrent));
        return new PowerProfile(
            "NB-Fi device",
            options.Voltage,
            options.Mode == NbFiMode.Crx ? [receive, transmit] : [new PowerState("sleep", options.SleepCurrent), transmit, receive]
        )
        {
            Transmit = NbFiDevice.Transmit,
        };
    }

    /// <summary>How strongly the stations hear a frame, with its fading and the power that its device has.</summary>
    private Reach[] Weaken(NbFiUplink uplink, Entity device, double power, int number, Reach[] reaches)
    {
        var step = power - Options.TransmitPower;
        if (!Stations.Links.Fades && step == 0)
        {
            return reaches;
        }

        if (Stations.Links.Fades)
        {
            uplink.Room = Stations.Links.Fade(device, reaches, 2L * number, uplink.Room);
        }
        else
        {
            uplink.Room = uplink.Room?.Length == reaches.Length ? uplink.Room : new Reach[reaches.Length];
            reaches.CopyTo(uplink.Room, 0);
        }

        var factor = (float)Decibels.ToLinear(step);
        for (var i = 0; i < uplink.Room.Length; i++)
        {
            uplink.Room[i] = uplink.Room[i] with { Milliwatts = uplink.Room[i].Milliwatts * factor };
        }

        return uplink.Room;
    }
}

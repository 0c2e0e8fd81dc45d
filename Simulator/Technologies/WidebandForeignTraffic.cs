using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>LoRa frames of others in an ultra-narrow band: a Poisson stream for each base station and channel, heard by that station only.</summary>
internal sealed class WidebandForeignTraffic : IEventTarget
{
    private static readonly Purpose Arrivals = Purpose.Named("foreign wideband traffic");
    private readonly Simulation _simulation;
    private readonly NarrowbandChannel _channel;
    private readonly StationOptions _options;
    private readonly LoRaStrangers _strangers;
    private readonly int _firstWaveform;
    private readonly double _meanGap;
    private readonly long[] _indices;
    private readonly Stack<ForeignTransmission> _idle = new();

    private WidebandForeignTraffic(
        Simulation simulation,
        NarrowbandChannel channel,
        StationOptions options,
        LoRaStrangers strangers,
        int firstWaveform
    )
    {
        (_simulation, _channel, _options, _strangers, _firstWaveform) = (simulation, channel, options, strangers, firstWaveform);
        _meanGap = 1 / (strangers.Rate(options.ForeignWidebandLoad) * strangers.Parts.Count);
        _indices = new long[channel.Receivers.Count];
    }

    /// <summary>Starts the streams, if there is any load and a channel in the band.</summary>
    /// <param name="simulation">The clock.</param>
    /// <param name="channel">The band.</param>
    /// <param name="options">Load and powers.</param>
    /// <param name="strangers">What the frames are like.</param>
    /// <param name="firstWaveform">Number of their first waveform [1].</param>
    public static void Start(
        Simulation simulation,
        NarrowbandChannel channel,
        StationOptions options,
        LoRaStrangers strangers,
        int firstWaveform
    )
    {
        if (options.ForeignWidebandLoad == 0 || strangers.Parts.Count == 0)
        {
            return;
        }

        var traffic = new WidebandForeignTraffic(simulation, channel, options, strangers, firstWaveform);
        for (var station = 0; station < channel.Receivers.Count; station++)
        {
            traffic.Schedule(station, traffic.Draw(station));
        }
    }

    void IEventTarget.Fire(long station)
    {
        var draw = Draw((int)station);
        var number = draw.UniformIndex(_strangers.Parts.Count);
        var airtime = _strangers.Airtimes[draw.UniformIndex(_strangers.Airtimes.Count)];
        var level = draw.Uniform(_options.ForeignWidebandPowerLow, _options.ForeignWidebandPowerHigh);
        if (!_idle.TryPop(out var transmission))
        {
            transmission = new ForeignTransmission(_idle);
        }

        var part = _strangers.Parts[number];
        transmission.Heard[0] = new Reach((int)station, (float)(Decibels.ToLinear(level) * part.Share));
        _channel.Begin(transmission, _firstWaveform + number, part.Middle, airtime, transmission.Heard);
        Schedule((int)station, draw);
    }

    private Draw Draw(int station) => _simulation.Random.Draw(StationLinks.Station(station), Arrivals, _indices[station]++);

    private void Schedule(int station, Draw draw) => _simulation.After(draw.Exponential(_meanGap).Seconds, this, station);

    private sealed class ForeignTransmission(Stack<ForeignTransmission> idle) : NarrowbandTransmission
    {
        public Reach[] Heard { get; } = new Reach[1];

        protected internal override void Ended() => idle.Push(this);
    }
}

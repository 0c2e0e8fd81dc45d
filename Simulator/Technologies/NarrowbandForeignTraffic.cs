using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Transmissions of others in an ultra-narrow band: a Poisson stream for each base station, heard by that station only.</summary>
internal sealed class NarrowbandForeignTraffic : IEventTarget
{
    private static readonly Purpose Arrivals = Purpose.Named("foreign narrowband traffic");
    private readonly Simulation _simulation;
    private readonly NarrowbandChannel _channel;
    private readonly StationOptions _options;
    private readonly NarrowbandStrangers _strangers;
    private readonly double _meanGap;
    private readonly long[] _indices;
    private readonly Stack<ForeignTransmission> _idle = new();

    private NarrowbandForeignTraffic(
        Simulation simulation,
        NarrowbandChannel channel,
        StationOptions options,
        NarrowbandStrangers strangers
    )
    {
        (_simulation, _channel, _options, _strangers) = (simulation, channel, options, strangers);
        _meanGap = 1 / strangers.Rate(options.ForeignLoad);
        _indices = new long[channel.Receivers.Count];
    }

    /// <summary>Starts the streams, if there is any foreign load.</summary>
    public static void Start(Simulation simulation, NarrowbandChannel channel, StationOptions options, NarrowbandStrangers strangers)
    {
        if (options.ForeignLoad == 0)
        {
            return;
        }

        var traffic = new NarrowbandForeignTraffic(simulation, channel, options, strangers);
        for (var station = 0; station < channel.Receivers.Count; station++)
        {
            traffic.Schedule(station, traffic.Draw(station));
        }
    }

    void IEventTarget.Fire(long station)
    {
        var draw = Draw((int)station);
        var carrier = new Frequency(_strangers.Low.Hertz + draw.Uniform() * _strangers.Width.Hertz);
        var level = draw.Uniform(_options.ForeignPowerLow, _options.ForeignPowerHigh);
        if (!_idle.TryPop(out var transmission))
        {
            transmission = new ForeignTransmission(_idle);
        }

        transmission.Heard[0] = new Reach((int)station, (float)Decibels.ToLinear(level));
        _channel.Begin(transmission, _strangers.Waveform, carrier, _strangers.Airtime, transmission.Heard);
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

/// <summary>What the transmissions of others in an ultra-narrow band are like.</summary>
/// <param name="Low">Lower edge of the band in which their carriers lie.</param>
/// <param name="Width">Width of that band.</param>
/// <param name="Waveform">Number of their waveform [1].</param>
/// <param name="Bandwidth">Of that waveform.</param>
/// <param name="Airtime">Of each.</param>
internal sealed record NarrowbandStrangers(Frequency Low, Frequency Width, int Waveform, Frequency Bandwidth, Duration Airtime)
{
    /// <summary>How many of them fill a share of the band's time and bandwidth [1/s].</summary>
    public double Rate(double load) => load * Width.Hertz / (Airtime.TotalSeconds * Bandwidth.Hertz);

    /// <summary>How many of them a transmission in the band meets [1].</summary>
    public double Meets(double load, Frequency bandwidth, Duration airtime) =>
        Rate(load) * (airtime + Airtime).TotalSeconds * (bandwidth.Hertz + Bandwidth.Hertz) / Width.Hertz;
}

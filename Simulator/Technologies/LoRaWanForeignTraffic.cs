using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>LoRa frames of other networks: a Poisson stream for each gateway, heard by that gateway only.</summary>
/// <remarks>Frames take demodulators like own ones, as a gateway learns only afterwards whose they were.</remarks>
internal sealed class LoRaWanForeignTraffic : IEventTarget
{
    /// <summary>PHYPayload of a frame with ten octets of content [B].</summary>
    private const int FrameBytes = 23;

    private static readonly Purpose Arrivals = Purpose.Named("foreign lora traffic");
    private readonly Simulation _simulation;
    private readonly RadioChannel _channel;
    private readonly LoRaWanOptions _options;
    private readonly Duration[] _airtimes;
    private readonly int _channels;
    private readonly double _meanGap;
    private readonly long[] _indices;
    private readonly Stack<ForeignFrame> _idle = new();

    private LoRaWanForeignTraffic(Simulation simulation, RadioChannel channel, LoRaWanOptions options)
    {
        (_simulation, _channel, _options) = (simulation, channel, options);
        _airtimes = [.. Airtimes(options)];
        _channels = NarrowChannels(options);
        _meanGap = MeanAirtime(options) / (options.ForeignLoad * _channels);
        _indices = new long[channel.Receivers.Count];
    }

    /// <summary>Rate of foreign frames of one data rate on one channel [1/s].</summary>
    public static double RatePerCode(LoRaWanOptions options) => options.ForeignLoad / MeanAirtime(options) / options.Plan.Narrow;

    /// <summary>Airtime of a foreign frame.</summary>
    public static Duration Airtime(LoRaDataRate rate) => rate.Uplink.Airtime(FrameBytes);

    /// <summary>Channels of the narrowest bandwidth; foreign frames keep to them [1].</summary>
    public static int NarrowChannels(LoRaWanOptions options) =>
        options.UplinkChannels.Count(channel => channel.Bandwidth == options.Plan.Uplinks[0].Bandwidth);

    /// <summary>Starts the streams, if there is any foreign load.</summary>
    public static void Start(Simulation simulation, RadioChannel channel, LoRaWanOptions options)
    {
        if (options.ForeignLoad == 0)
        {
            return;
        }

        var traffic = new LoRaWanForeignTraffic(simulation, channel, options);
        for (var gateway = 0; gateway < channel.Receivers.Count; gateway++)
        {
            traffic.Schedule(gateway, traffic.Draw(gateway));
        }
    }

    void IEventTarget.Fire(long gateway)
    {
        var draw = Draw((int)gateway);
        var channel = draw.UniformIndex(_channels);
        var code = _airtimes.Length - 1 - draw.UniformIndex(_airtimes.Length);
        var level = draw.Uniform(_options.ForeignPowerLow, _options.ForeignPowerHigh);
        if (!_idle.TryPop(out var frame))
        {
            frame = new ForeignFrame(_idle);
        }

        frame.Heard[0] = new Reach((int)gateway, (float)Decibels.ToLinear(level));
        _channel.Begin(frame, channel, code, _airtimes[code], frame.Heard);
        Schedule((int)gateway, draw);
    }

    private static IEnumerable<Duration> Airtimes(LoRaWanOptions options) => options.Plan.Uplinks.Take(options.Plan.Narrow).Select(Airtime);

    /// <summary>Mean airtime of a foreign frame [s].</summary>
    private static double MeanAirtime(LoRaWanOptions options) => Airtimes(options).Reverse().Average(airtime => airtime.TotalSeconds);

    private Draw Draw(int gateway) => _simulation.Random.Draw(LoRaWanLinkBudget.Gateway(gateway), Arrivals, _indices[gateway]++);

    private void Schedule(int gateway, Draw draw) => _simulation.After(draw.Exponential(_meanGap).Seconds, this, gateway);

    private sealed class ForeignFrame(Stack<ForeignFrame> idle) : Transmission
    {
        public Reach[] Heard { get; } = new Reach[1];

        protected internal override void Ended() => idle.Push(this);
    }
}

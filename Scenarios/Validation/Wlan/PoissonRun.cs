using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.Wlan;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Wlan;

/// <summary>Stations whose frames come as a Poisson process, each for one of them at random.</summary>
internal sealed class PoissonRun : Packet, IEventTarget, IFrameReceiver
{
    private static readonly Purpose Arrivals = Purpose.Named("arrivals");

    private readonly Simulation _simulation;
    private readonly RandomStream _luck;
    private readonly Route[] _routes;
    private readonly double _mean;
    private readonly SimTime _end;
    private double _delays;
    private long _sent;
    private long _arrived;

    private PoissonRun(WlanSettings settings, int stations, int length, int rate, double perSecond, int replication, Duration duration)
    {
        _simulation = new Simulation(seed: 42, replication);
        (_mean, _end, Length) = (1 / perSecond, SimTime.Start + duration, length);
        _luck = _simulation.Random.Stream(Entity.Of("sources"), Arrivals);
        var observers = new Observers();
        var accessPoint = new Node(_simulation, Entity.Of("access point"), observers);
        var channel = new WlanChannel("wlan", _simulation, observers, accessPoint, settings);
        _routes =
        [
            .. Enumerable
                .Range(0, stations)
                .Select(i => channel.Join(new Node(_simulation, Entity.Of("station", i), observers), accessPoint, new WlanLink(rate, rate)))
                .Select(legs => new Route([legs.Up], this)),
        ];
        Schedule();
    }

    public override int Length { get; }

    /// <summary>Runs until all frames of a time have gone.</summary>
    /// <param name="settings">Of the channel.</param>
    /// <param name="stations">How many [1].</param>
    /// <param name="length">Of their packets [B].</param>
    /// <param name="rate">Index of their rate.</param>
    /// <param name="perSecond">Frames of all of them together [1/s].</param>
    /// <param name="replication">Of the luck.</param>
    /// <param name="duration">For how long frames come.</param>
    public static Outcome Run(
        WlanSettings settings,
        int stations,
        int length,
        int rate,
        double perSecond,
        int replication,
        Duration duration
    )
    {
        var run = new PoissonRun(settings, stations, length, rate, perSecond, replication, duration);
        run._simulation.Run();
        return new Outcome(run._delays / run._arrived, (double)run._arrived / run._sent);
    }

    public void Fire(long token)
    {
        _sent++;
        var frame = new Frame(this, _routes[(int)(_luck.Uniform() * _routes.Length)], _simulation.Now);
        Schedule();
        frame.Leg.Medium.Send(frame);
    }

    public void Receive(in Frame frame)
    {
        _arrived++;
        _delays += frame.TimeIn(0).TotalSeconds;
    }

    public void Lost(in Frame frame, DropReason reason) { }

    public override void Write(Span<byte> destination) => destination[..Length].Clear();

    private void Schedule()
    {
        var at = _simulation.Now + Duration.FromSeconds(_luck.Exponential(_mean));
        if (at < _end)
        {
            _simulation.At(at, this);
        }
    }

    /// <summary>What came of it.</summary>
    /// <param name="MeanDelay">From a station to the access point [s].</param>
    /// <param name="Delivered">Share of the frames [1].</param>
    public sealed record Outcome(double MeanDelay, double Delivered);
}

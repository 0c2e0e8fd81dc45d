using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Between a base station and the network server: a fixed access line and a path through the Internet, one way.</summary>
/// <remarks>
/// Delay = access minimum + lognormal + path delay + gamma of shape 2; independent loss. Frames are few and small, so lines have no
/// queue. The draw is addressed by device, station and frame, so that adding a device or a station changes nobody else's luck.
/// </remarks>
internal sealed class StationBackhaul(StationOptions options, Randomness random)
{
    private static readonly Purpose Up = Purpose.Named("station backhaul");
    private static readonly Purpose Down = Purpose.Named("station backhaul down");
    private readonly double _median = options.AccessMedian.TotalSeconds;
    private readonly double _jitter = options.PathJitter.TotalSeconds;
    private readonly Duration _fixed = options.AccessMinimum + options.PathDelay;

    /// <summary>The delay of a frame to the server, or <see cref="Duration.Longest"/> if it is lost.</summary>
    public Duration ToServer(Entity device, int station, long frame) => Cross(device, station, Up, frame);

    /// <summary>The delay of a frame from the server, or <see cref="Duration.Longest"/> if it is lost.</summary>
    public Duration FromServer(Entity device, int station, long frame) => Cross(device, station, Down, frame);

    private Duration Cross(Entity device, int station, Purpose way, long frame)
    {
        var draw = random.Draw(Entity.Link(device, StationLinks.Station(station)), way, frame);
        var delay = _fixed + (draw.LogNormal(_median, options.AccessSigma) + draw.Erlang(2, _jitter)).Seconds;
        return options.BackhaulLoss > 0 && draw.Bernoulli(options.BackhaulLoss) ? Duration.Longest : delay;
    }
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Between a base station and the network server: a fixed access line and a path through the Internet, one way.</summary>
/// <remarks>
/// Delay = access minimum + lognormal + path delay + gamma of shape 2; independent loss. Frames are few and small, so lines have no
/// queue. The draw is addressed by device, station and frame, so that adding a device or a station changes nobody else's luck.
/// </remarks>
/// <param name="delay">How long it takes, and what is lost.</param>
/// <param name="random">The luck of the run.</param>
/// <param name="name">What names the purpose of its draws.</param>
/// <param name="station">The address of a station's luck, by its number.</param>
internal sealed class StationBackhaul(BackhaulDelay delay, Randomness random, string name, Func<int, Entity> station)
{
    private readonly Purpose _up = Purpose.Named(name);
    private readonly Purpose _down = Purpose.Named(name + " down");
    private readonly double _median = delay.AccessMedian.TotalSeconds;
    private readonly double _jitter = delay.PathJitter.TotalSeconds;
    private readonly Duration _fixed = delay.AccessMinimum + delay.PathDelay;

    /// <summary>The delay of a frame to the server, or <see cref="Duration.Longest"/> if it is lost.</summary>
    public Duration ToServer(Entity device, int number, long frame) => Cross(device, number, _up, frame);

    /// <summary>The delay of a frame from the server, or <see cref="Duration.Longest"/> if it is lost.</summary>
    public Duration FromServer(Entity device, int number, long frame) => Cross(device, number, _down, frame);

    private Duration Cross(Entity device, int number, Purpose way, long frame)
    {
        var draw = random.Draw(Entity.Link(device, station(number)), way, frame);
        var time = _fixed + (draw.LogNormal(_median, delay.AccessSigma) + draw.Erlang(2, _jitter)).Seconds;
        return delay.Loss > 0 && draw.Bernoulli(delay.Loss) ? Duration.Longest : time;
    }
}

/// <summary>Delay and loss between a station and the network server, one way.</summary>
/// <param name="AccessMinimum">Fixed part of the access line.</param>
/// <param name="AccessMedian">Median of the lognormal part of the access line.</param>
/// <param name="AccessSigma">Standard deviation of its natural logarithm [1].</param>
/// <param name="PathDelay">Fixed part of the path.</param>
/// <param name="PathJitter">Mean of the gamma-distributed part of the path.</param>
/// <param name="Loss">Share of frames that are lost [1].</param>
internal sealed record BackhaulDelay(
    Duration AccessMinimum,
    Duration AccessMedian,
    double AccessSigma,
    Duration PathDelay,
    Duration PathJitter,
    double Loss
);

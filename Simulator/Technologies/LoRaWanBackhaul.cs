using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Between a gateway and the network server: a fixed access line and a path through the Internet.</summary>
/// <remarks>
/// Delay = access minimum + lognormal + path delay + gamma of shape 2; independent loss. Frames are few and small, so lines have no
/// queue. The draw is addressed by device, gateway and frame, so that adding a device or a gateway changes nobody else's luck.
/// </remarks>
internal sealed class LoRaWanBackhaul(LoRaWanOptions options, Randomness random)
{
    private static readonly Purpose Up = Purpose.Named("lorawan backhaul");
    private static readonly Purpose Down = Purpose.Named("lorawan backhaul down");
    private readonly double _median = options.AccessMedian.TotalSeconds;
    private readonly double _jitter = options.PathJitter.TotalSeconds;
    private readonly Duration _fixed = options.AccessMinimum + options.PathDelay;

    /// <summary>The delay of an uplink, or <see cref="Duration.Longest"/> if it is lost.</summary>
    public Duration Cross(Entity device, int gateway, int frame) => Cross(device, gateway, Up, frame);

    /// <summary>The delay of a downlink, or <see cref="Duration.Longest"/> if it is lost.</summary>
    public Duration CrossBack(Entity device, int gateway, int downlink) => Cross(device, gateway, Down, downlink);

    private Duration Cross(Entity device, int gateway, Purpose purpose, int frame)
    {
        var draw = random.Draw(Entity.Link(device, LoRaWanLinkBudget.Gateway(gateway)), purpose, frame);
        var delay = _fixed + (draw.LogNormal(_median, options.AccessSigma) + draw.Erlang(2, _jitter)).Seconds;
        return options.BackhaulLoss > 0 && draw.Bernoulli(options.BackhaulLoss) ? Duration.Longest : delay;
    }
}

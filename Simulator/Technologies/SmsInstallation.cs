using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The short message service at a site.</summary>
public sealed class SmsInstallation : SessionInstallation
{
    internal SmsInstallation(SmsOptions options, Site site, string name) =>
        (Options, Simulation, Observers, Service) = (options, site.Simulation, site.Observers, new SmsService(name));

    /// <inheritdoc/>
    public override IReadOnlyList<Component> Components { get; } =
    [new("short message service centre", 1, "shared with the operator's other customers")];

    /// <inheritdoc/>
    public override MessageCounts Messages => Submitted;

    /// <summary>Short messages submitted since the start: the parts of a longer one count each.</summary>
    internal MessageCounts Submitted { get; } = new();

    internal SmsOptions Options { get; }

    internal Simulation Simulation { get; }

    internal Observers Observers { get; }

    internal SmsService Service { get; }

    /// <inheritdoc/>
    public override Session Join(Node device, Node end) => new SmsSession(this, device, end);

    /// <summary>The mobile part of a node, which all its sessions share; the hop that asks first says how often it is away.</summary>
    internal SmsMobile MobileOf(Node node) => Simulation.Shared(node.Entity, () => new SmsMobile(Simulation, node.Entity, Options));

    /// <summary>A time over the air: lognormal by its mean and standard deviation.</summary>
    internal Duration AirTime(ref Draw draw)
    {
        var (mean, deviation) = (Options.AirTime.TotalSeconds, Options.AirDeviation.TotalSeconds);
        var variance = Math.Log(1 + deviation * deviation / (mean * mean));
        return draw.LogNormal(mean * Math.Exp(-variance / 2), Math.Sqrt(variance)).Seconds;
    }
}

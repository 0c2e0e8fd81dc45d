using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A frame of a meter; used again and again.</summary>
internal sealed class WmBusTransmission(WmBusInstallation network, WmBusMeter meter) : Transmission
{
    private Reach[]? _faded;
    private long _frames;
    private long _version;
    private int _octets;
    private Duration _airtime;

    /// <summary>Wakes up and sends.</summary>
    public void Begin(long version, int octets, Duration airtime)
    {
        (_version, _octets, _airtime) = (version, octets, airtime);
        network.Simulation.After(network.Options.WakeUpTime, this, 0);
    }

    protected override void Fire(long token)
    {
        var reaches = meter.Within;
        if (network.Links.Fades)
        {
            reaches = _faded = network.Links.Fade(meter.Near.Entity, reaches, _frames++, _faded);
        }

        network.Observers.FrameSent(network.Air, _octets, _airtime);
        network.Air.Begin(this, 0, 0, _airtime, reaches);
    }

    protected internal override void Ended() => meter.Ended(_version, Furthest());
}

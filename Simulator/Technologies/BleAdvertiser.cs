using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A device that advertises its latest message, event after event.</summary>
public sealed class BleAdvertiser : Session
{
    internal const int Transmit = 1;
    internal const int WakeUp = 2;
    private static readonly Purpose DelayPurpose = Purpose.Named("ble advertising delay");

    private readonly BleAdvertisingInstallation _network;
    private BleAdvertisement? _current;
    private BleAdvertisement? _spare;
    private long _events;

    internal BleAdvertiser(BleAdvertisingInstallation network, Node device, Node end, EnergyMeter? meter, Reach[] reaches)
        : base(device, end) => (_network, Meter, Within) = (network, meter, reaches);

    /// <summary>The gateways that it reaches or disturbs.</summary>
    public IReadOnlyList<Reach> Reaches => Within;

    internal EnergyMeter? Meter { get; }

    internal Reach[] Within { get; }

    /// <inheritdoc/>
    public override void Send(in Message message, Node sender)
    {
        var now = _network.Simulation.Now;
        if (sender == Far)
        {
            throw new NotSupportedException("Advertisements lead from devices to gateways only.");
        }

        if (message.Branch.Relation.Content.PackedBytes > BleAdvertisingOptions.MaximumContent)
        {
            _network.Observers.Dropped(message, DropReason.TooLarge, now);
            return;
        }

        _current?.Cease();
        _current = _spare ?? new BleAdvertisement(_network, this);
        _spare = null;
        _current.Begin(message);
    }

    /// <summary>The random part of the time to the next event; also numbers events.</summary>
    internal Duration NextDelay()
    {
        var draw = _network.Simulation.Random.Draw(Near.Entity, DelayPurpose, _events++);
        return _network.Options.GreatestDelay * draw.Uniform();
    }

    /// <summary>Charges an event that begins now.</summary>
    internal void Spend(Duration airtime)
    {
        var (now, options) = (_network.Simulation.Now, _network.Options);
        Meter?.Spend(WakeUp, options.WakeUpTime, now);
        for (var i = 0; i < BlePdu.Channels; i++)
        {
            Meter?.Spend(Transmit, now + options.WakeUpTime + (airtime + options.ChannelGap) * (long)i, airtime, now);
        }
    }

    /// <summary>Nothing of it is on the air any more.</summary>
    internal void Return(BleAdvertisement advertisement)
    {
        _current = _current == advertisement ? null : _current;
        _spare ??= advertisement;
    }
}

using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>An uplink from its first symbol to the network server; used again and again.</summary>
internal sealed class LoRaWanTransmission(LoRaWanInstallation network) : Transmission
{
    private Message _message;
    private LoRaWanDevice? _device;
    private int _frame;

    /// <summary>The next one that is not in use.</summary>
    public LoRaWanTransmission? Spare { get; set; }

    /// <summary>Room for the power that this frame has at each gateway, where it fades; null until then.</summary>
    public Reach[]? Faded { get; set; }

    /// <summary>Takes a message, whose waiting ends now.</summary>
    public void Carry(in Message message, LoRaWanDevice device, int frame)
    {
        _message = message;
        _message.EndStage(0, network.Simulation.Now);
        _device = device;
        _frame = frame;
    }

    /// <summary>The network server takes the copy that is there first; the others are removed.</summary>
    protected internal override void Ended()
    {
        var now = network.Simulation.Now;
        _message.EndStage(1, now);
        var (received, arrived, delay) = (0, 0, Duration.Longest);
        for (var i = 0; i < Reaches.Count; i++)
        {
            if (ReceptionAt(i) == Reception.Received)
            {
                received++;
                var crossing = network.Backhaul.Cross(_device!.Near.Entity, Reaches[i].Receiver, _frame);
                arrived += crossing == Duration.Longest ? 0 : 1;
                delay = Duration.Min(delay, crossing);
            }
        }

        if (arrived > 0)
        {
            network.GatewayCopies += arrived - 1;
            network.Simulation.After(delay, this);
            return;
        }

        if (received == 0)
        {
            network.Observers.FrameLost(network.Air, LossReason());
        }

        network.Observers.Dropped(_message, received == 0 ? LossReason() : DropReason.Noise, now);
        network.Return(this);
    }

    /// <summary>The first copy is at the network server.</summary>
    protected override void Fire(long token)
    {
        _message.EndStage(2, network.Simulation.Now);
        _device!.Far.Receive(_message);
        network.Return(this);
    }
}

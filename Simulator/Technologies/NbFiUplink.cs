using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A frame of a device from its first bit to the network server; used again and again.</summary>
internal sealed class NbFiUplink(NbFiInstallation network) : NarrowbandTransmission
{
    private NbFiDevice? _device;
    private NbFiMessage? _message;
    private NbFiRate _rate;
    private int _part;
    private bool _asks;
    private long _number;
    private int _station;
    private float _milliwatts;

    /// <summary>The next one that is not in use.</summary>
    public NbFiUplink? Spare { get; set; }

    /// <summary>Room for the power that this frame has at each station; null until it is needed.</summary>
    public Reach[]? Room { get; set; }

    /// <summary>Takes a frame.</summary>
    public void Carry(in NbFiFrame frame, NbFiDevice device, NbFiRate rate, long number)
    {
        (_device, _message, _part, _asks, _rate, _number) = (device, frame.Message, frame.Part, frame.Asks, rate, number);
        _message.Hold();
    }

    /// <summary>The network server takes the copy that is there first; the station that heard it best will answer.</summary>
    protected internal override void Ended()
    {
        var now = network.Simulation.Now;
        var (received, arrived, delay) = (0, 0, Duration.Longest);
        _milliwatts = 0;
        for (var i = 0; i < Reaches.Count; i++)
        {
            if (ReceptionAt(i) != Reception.Received)
            {
                continue;
            }

            received++;
            var crossing = network.Stations.Backhaul.ToServer(_device!.Near.Entity, Reaches[i].Receiver, _number);
            if (crossing == Duration.Longest)
            {
                continue;
            }

            arrived++;
            delay = Duration.Min(delay, crossing);
            if (Reaches[i].Milliwatts > _milliwatts)
            {
                (_station, _milliwatts) = (Reaches[i].Receiver, Reaches[i].Milliwatts);
            }
        }

        if (arrived > 0)
        {
            network.StationCopies += arrived - 1;
            network.Simulation.After(delay, this);
            _device!.Sent(_asks, now);
            return;
        }

        if (received == 0)
        {
            network.Observers.FrameLost(network.Air, LossReason());
        }

        _message!.Miss(received == 0 ? LossReason() : DropReason.Noise);
        _device!.Sent(_asks, now);
        Finish(now);
    }

    /// <summary>The first copy is at the network server.</summary>
    protected override void Fire(long token)
    {
        var now = network.Simulation.Now;
        _message!.Arrive(_part, End, now);
        _device!.Server.Heard(_station, _asks, network.Ratio(_milliwatts, NbFiProtocol.UplinkDegradation(_rate)), now);
        Finish(now);
    }

    private void Finish(SimTime now)
    {
        _message!.Release(now);
        network.Return(this);
    }
}

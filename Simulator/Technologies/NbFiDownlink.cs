using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A frame from the network server to a device; used again and again.</summary>
internal sealed class NbFiDownlink(NbFiInstallation network) : IEventTarget
{
    private const long AtStation = 0;
    private const long Start = 1;
    private const long End = 2;

    private NbFiDevice? _device;
    private NbFiStation? _station;
    private NbFiRate _rate;
    private double _ratio;
    private bool _isHeard;
    private SimTime _end;

    /// <summary>The next one that is not in use.</summary>
    public NbFiDownlink? Spare { get; set; }

    /// <summary>Whether it acknowledges; otherwise it carries a part of a message.</summary>
    public bool IsAcknowledgement { get; private set; }

    /// <summary>By frame that the device keeps, whether it is missing, where it acknowledges.</summary>
    public ulong Missing { get; private set; }

    /// <summary>Of which frames the device keeps it speaks, where it acknowledges: <see cref="NbFiKeptFrames.Group"/>.</summary>
    public int Group { get; private set; }

    /// <summary>Signal-to-noise ratio of the uplink that it acknowledges [dB].</summary>
    public double Report { get; private set; }

    /// <summary>Whether the server has more for the device, which therefore goes on listening.</summary>
    public bool Follows { get; private set; }

    /// <summary>When it began on the air.</summary>
    public SimTime Began { get; private set; }

    /// <summary>Why it was not heard.</summary>
    public DropReason Loss { get; private set; }

    /// <summary>Sends it off to a station.</summary>
    /// <param name="device">For whom it is.</param>
    /// <param name="station">Number of the station [1].</param>
    /// <param name="missing">What an acknowledgement says; null for a part of a message.</param>
    /// <param name="report">Signal-to-noise ratio of the uplink [dB].</param>
    /// <param name="follows">Whether more is to come.</param>
    public void Depart(NbFiDevice device, int station, ulong? missing, double report, bool follows)
    {
        (_device, _rate, Report, Follows) = (device, device.DownlinkRate, report, follows);
        (IsAcknowledgement, Missing, Group) = (missing is not null, missing ?? 0, device.Kept.Group);
        _station = network.Senders[station];
        var number = device.NextDownlink();
        var power = network.DownlinkPower(device, station, number);
        _isHeard = power >= network.DeviceSensitivity(_rate);
        Loss = DropReason.OutOfRange;
        _ratio = power - network.Options.NoiseLevel - NbFiProtocol.DownlinkDegradation(_rate);
        var crossing = network.Stations.Backhaul.FromServer(device.Near.Entity, station, number);
        if (crossing == Duration.Longest)
        {
            Loss = DropReason.Noise;
            Finish(heard: false, sent: false);
        }
        else
        {
            network.Simulation.After(crossing, this, AtStation);
        }
    }

    void IEventTarget.Fire(long token)
    {
        switch (token)
        {
            case AtStation:
                Queue();
                break;
            case Start:
                Begin();
                break;
            case End:
                Finish(_isHeard, sent: true);
                break;
        }
    }

    /// <summary>The station sends it as soon as it may, if the device still listens then.</summary>
    private void Queue()
    {
        var airtime = NbFiProtocol.Airtime(_rate);
        Began = _station!.Earliest(airtime, network.Simulation.Now);
        if (!_device!.WillListen(Began))
        {
            Finish(heard: false, sent: false);
            return;
        }

        _end = Began + airtime;
        _station.Reserve(Began, airtime);
        network.Simulation.At(Began, this, Start);
    }

    private void Begin()
    {
        _station!.Begin(_end);
        if (!_device!.Listens(network.Simulation.Now))
        {
            (_isHeard, Loss) = (false, DropReason.ReceiverBusy);
        }
        else if (_isHeard)
        {
            _device.ReceiveUntil(_end);
        }

        network.Simulation.At(_end, this, End);
    }

    private void Finish(bool heard, bool sent)
    {
        var (device, now) = (_device!, network.Simulation.Now);
        if (heard)
        {
            device.Heard(this, _ratio, now);
        }
        else if (sent)
        {
            network.Observers.FrameLost(network.Air, Loss);
        }

        if (IsAcknowledgement)
        {
            device.Server.Dispatch(now);
        }
        else
        {
            device.Server.Sent(this, heard, sent || Loss == DropReason.Noise, now);
        }

        network.Return(this);
    }
}

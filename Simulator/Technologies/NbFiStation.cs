using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A base station as a sender: one downlink after the other, within its duty cycle.</summary>
/// <param name="network">To which it belongs.</param>
/// <param name="receiver">Its receiver.</param>
/// <param name="oneIn">Inverse of its duty cycle [1].</param>
internal sealed class NbFiStation(NbFiInstallation network, RadioReceiver receiver, int oneIn)
{
    private SimTime _free;
    private DutyCycleBudget _budget;

    /// <summary>For how long it has sent.</summary>
    public Duration Busy { get; private set; }

    /// <summary>When a downlink could begin.</summary>
    public SimTime Earliest(Duration airtime, SimTime now)
    {
        var start = SimTime.Max(now, _free);
        return SimTime.Start + _budget.Earliest(start - SimTime.Start, airtime, oneIn);
    }

    /// <summary>Keeps the time of a downlink free.</summary>
    public void Reserve(SimTime start, Duration airtime)
    {
        _budget.Take(start - SimTime.Start, airtime, oneIn);
        _free = start + airtime;
        Busy += airtime;
    }

    /// <summary>A downlink begins: unless it has two antennas, the station hears nothing meanwhile.</summary>
    public void Begin(SimTime end)
    {
        network.Observers.FrameSent(network.Air, NbFiFrameFormat.DownlinkD.Bytes, end - network.Simulation.Now);
        if (!network.Options.FullDuplex)
        {
            receiver.DeafenUntil(end);
        }
    }
}

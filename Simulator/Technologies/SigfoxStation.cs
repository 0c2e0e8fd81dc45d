using M2mVsIoTSim.Media;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A base station as a sender: one downlink after the other, within its duty cycle; meanwhile it hears nothing.</summary>
/// <param name="network">To which it belongs.</param>
/// <param name="receiver">Its receiver.</param>
internal sealed class SigfoxStation(SigfoxInstallation network, RadioReceiver receiver)
{
    private DutyCycleBudget _budget;

    /// <summary>When a downlink could begin.</summary>
    public SimTime Earliest(SimTime now)
    {
        var start = SimTime.Max(now, receiver.DeafUntil) - SimTime.Start;
        return SimTime.Start + _budget.Earliest(start, network.DownlinkAirtime, network.StationOneIn);
    }

    /// <summary>A downlink begins.</summary>
    public void Begin(SimTime now)
    {
        _budget.Take(now - SimTime.Start, network.DownlinkAirtime, network.StationOneIn);
        receiver.DeafenUntil(now + network.DownlinkAirtime);
        network.Observers.FrameSent(network.Air, SigfoxFrame.DownlinkOctets, network.DownlinkAirtime);
    }
}

using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>A line on which one station asks all others in turn, so that only one exchange is under way: what it carried, for the account.</summary>
/// <param name="name">Name of the technology.</param>
public sealed class PolledLine(string name) : Medium(name)
{
    /// <summary>Time on the line of all frames so far.</summary>
    public Duration Busy { get; private set; }

    /// <summary>Frames so far, repetitions and acknowledgements included [1].</summary>
    public long Frames { get; private set; }

    /// <summary>Adds a frame.</summary>
    public void Carry(Duration airtime)
    {
        Busy += airtime;
        Frames++;
    }

    /// <summary>Refuses: nothing crosses the line on a route; its sessions are asked.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override void Send(in Frame frame) =>
        throw new NotSupportedException($"'{Name}' carries what its own sessions are polled for; a route cannot cross it.");
}

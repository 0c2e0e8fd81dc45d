using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media.LrWpan;
using M2mVsIoTSim.Radio;

namespace M2mVsIoTSim.Technologies;

/// <summary>Fading of frames between radios: border routers come first, then the devices that found a way.</summary>
/// <param name="propagation">How waves travel.</param>
/// <param name="borders">Number of border routers [1].</param>
/// <param name="devices">The devices in the order of their radios.</param>
internal sealed class LowPanFading(Propagation propagation, int borders, IReadOnlyList<Entity> devices) : IFrameFading
{
    /// <summary>Frames of the far end have a luck of their own on the same link.</summary>
    public double Gain(int sender, int receiver, long frame)
    {
        if (sender < borders)
        {
            return receiver < borders ? 1 : Decibels.ToLinear(propagation.Fading(devices[receiver - borders], sender, -1 - frame));
        }

        var device = devices[sender - borders];
        return Decibels.ToLinear(
            receiver < borders
                ? propagation.Fading(device, receiver, frame)
                : propagation.Fading(Entity.Link(device, devices[receiver - borders]), 0, frame)
        );
    }
}

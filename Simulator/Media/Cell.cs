using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>What the devices of a cell share: until when each direction and the assignment channel are taken.</summary>
internal sealed class Cell
{
    public SimTime UplinkFree { get; set; }

    public SimTime DownlinkFree { get; set; }

    public SimTime AssignmentFree { get; set; }
}

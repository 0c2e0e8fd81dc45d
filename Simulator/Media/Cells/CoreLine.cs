using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>The packets of a device between its cell and the network's edge.</summary>
internal sealed class CoreLine : IFrameExit
{
    private readonly CellNetwork _network;
    private readonly CorePath _path;
    private readonly CellDevice _device;
    private readonly FrameLine _up;
    private readonly FrameLine _down;
    private readonly Luck _upLuck;
    private readonly Luck _downLuck;

    public CoreLine(CellNetwork network, CorePath path, CellDevice device)
    {
        (_network, _path, _device) = (network, path, device);
        _up = new FrameLine(network.Simulation, network.Pool, this);
        _down = new FrameLine(network.Simulation, network.Pool, this);
        _upLuck = new Luck(network.Simulation.Random, device.Node.Entity, network.UplinkPurpose);
        _downLuck = new Luck(network.Simulation.Random, device.Node.Entity, network.DownlinkPurpose);
    }

    /// <summary>Takes a packet that the cell has received, or that is to be sent by it.</summary>
    public void Cross(in Frame frame, bool isUp)
    {
        var luck = isUp ? _upLuck : _downLuck;
        var draw = luck.Next();
        var isLost = luck.Loses(_path.Loss, ref draw);
        if (isLost)
        {
            _network.Lose(frame, DropReason.Noise);
        }
        else
        {
            (isUp ? _up : _down).Add(frame, _network.Simulation.Now + _path.Delay.Sample(ref draw));
        }
    }

    void IFrameExit.Leave(in Frame frame, FrameLine line)
    {
        if (line == _up)
        {
            frame.CompleteLeg(_network.Simulation.Now);
        }
        else
        {
            _device.Send(frame, isUp: false);
        }
    }
}

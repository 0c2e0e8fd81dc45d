using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>The access point of a <see cref="WlanChannel"/>: one queue for all stations.</summary>
internal sealed class AccessPoint(WlanChannel channel, Node node) : Sender(channel, node)
{
    public override double Milliwatts => 0;

    public override int FrameLength => Queue.First.Packet.Length + Settings.Overhead;

    private WlanStation Destination => ((WlanLeg)Queue.First.Leg).Station;

    /// <summary>Takes a frame for a station.</summary>
    public DropReason? Send(in Frame frame, WlanStation station)
    {
        if (!station.IsAwake || station.HasKept)
        {
            return Settings.Rest == WlanRest.Off ? DropReason.Asleep : station.Keep(frame);
        }

        if (Queue.Count >= Settings.Queue)
        {
            return DropReason.QueueFull;
        }

        station.Expected++;
        Queue.Add(Channel.Pool, frame, Channel.Simulation.Now);
        if (Queue.Count == 1)
        {
            Channel.Arrive(this);
        }

        return null;
    }

    public override void Begin(SimTime now) => Exchange = Exchanges.Data(Settings, FrameLength, Destination.Link.DownRate!.Value);

    /// <summary>Whether noise destroys it, or nobody is there any more to receive it.</summary>
    public override bool IsLostToNoise() => Destination.IsDown || Destination.IsDownLost(FrameLength);

    public override Frame Delivered(SimTime begin, SimTime end)
    {
        Destination.WasSent(begin, Exchange, arrived: true, end, isLast: true);
        return Taken();
    }

    public override Frame? Failed(SimTime begin, SimTime end, bool isAnswered, bool isLast)
    {
        if (isAnswered || isLast)
        {
            Destination.WasSent(begin, isAnswered ? Exchange : default, arrived: false, end, isLast);
        }

        return isLast ? Taken() : null;
    }

    private Frame Taken()
    {
        var frame = Queue.Take(Channel.Pool);
        IsContending = Queue.Count > 0;
        return frame;
    }
}

using System.Runtime.InteropServices;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>The frames that a device keeps: those that are due, and those sent that no acknowledgement covers yet, in order.</summary>
internal sealed class NbFiKeptFrames(NbFiInstallation network)
{
    private readonly List<NbFiFrame> _frames = [];
    private int _numbers;

    /// <summary>How many they are [1].</summary>
    public int Count => _frames.Count;

    /// <summary>Number of the frames that belong together at present: an answer to others is out of date [1].</summary>
    public int Group { get; private set; }

    /// <summary>Whether one is due.</summary>
    public bool HasDue => Next() >= 0;

    private ref NbFiFrame Asking => ref CollectionsMarshal.AsSpan(_frames)[_frames.Count - 1];

    /// <summary>Cuts a message into frames, which are due.</summary>
    /// <returns>How many they are [1].</returns>
    public int Cut(in Message message, Node end)
    {
        var options = network.Options;
        var count = NbFiProtocol.Frames(message.Branch.Relation.Content.PackedBytes);
        var cut = network.RentMessage();
        cut.Carry(message, end, count);
        for (var part = 0; part < count; part++)
        {
            var isLastOfGroup = part == count - 1 && (count > 1 || (_numbers + 1) % options.AcknowledgementWindow == 0);
            _numbers++;
            cut.Hold();
            _frames.Add(
                new NbFiFrame(cut, (byte)part, network.Acknowledges && isLastOfGroup)
                {
                    Due = (byte)(options.SendTwice && !network.Acknowledges ? 2 : 1),
                }
            );
        }

        return count;
    }

    /// <summary>Gives the next frame that is due to an uplink; without acknowledgements it is not kept any longer.</summary>
    public void Take(NbFiUplink uplink, NbFiDevice device, long number, SimTime now)
    {
        var place = Next();
        ref var frame = ref CollectionsMarshal.AsSpan(_frames)[place];
        frame.Due--;
        frame.Message.Begin(now);
        uplink.Carry(frame, device, device.UplinkRate, number);
        if (!network.Acknowledges && frame.Due == 0)
        {
            frame.Message.Release(now);
            _frames.RemoveAt(place);
        }
    }

    /// <summary>By frame, whether the network server has not got it.</summary>
    public ulong Missing()
    {
        var missing = 0UL;
        for (var i = 0; i < _frames.Count; i++)
        {
            missing |= _frames[i].Message.Has(_frames[i].Part) ? 0 : 1UL << i;
        }

        return missing;
    }

    /// <summary>The frames that an acknowledgement names are due again, and the last of them asks; the others are done.</summary>
    /// <returns>Whether all of them may be sent again; otherwise nothing has changed.</returns>
    public bool Acknowledge(ulong missing, int retries, SimTime now)
    {
        Group++;
        var frames = CollectionsMarshal.AsSpan(_frames);
        for (var i = 0; i < frames.Length; i++)
        {
            if ((missing & 1UL << i) != 0 && frames[i].Retries >= retries)
            {
                return false;
            }
        }

        var kept = 0;
        for (var i = 0; i < frames.Length; i++)
        {
            if ((missing & 1UL << i) == 0)
            {
                frames[i].Message.Release(now);
                continue;
            }

            frames[kept] = frames[i] with { Due = 1, Asks = false, Retries = (byte)(frames[i].Retries + 1) };
            kept++;
        }

        if (kept > 0)
        {
            frames[kept - 1].Asks = true;
        }

        _frames.RemoveRange(kept, _frames.Count - kept);
        return true;
    }

    /// <summary>The frame that asked is due again, if it may be sent again.</summary>
    public bool AskAgain(int retries)
    {
        if (Asking.Retries >= retries)
        {
            return false;
        }

        Asking.Retries++;
        Asking.Due = 1;
        return true;
    }

    /// <summary>The frame that asked is due again as if for the first time.</summary>
    public void AskAnew()
    {
        Asking.Retries = 0;
        Asking.Due = 1;
    }

    /// <summary>Nobody tries any more to bring them over.</summary>
    public void Lose(DropReason reason, SimTime now)
    {
        Group++;
        foreach (var frame in _frames)
        {
            frame.Message.Lose(reason, now);
            frame.Message.Release(now);
        }

        _frames.Clear();
    }

    /// <summary>Place of the first frame that is due; −1 if none is.</summary>
    private int Next() => _frames.FindIndex(frame => frame.Due > 0);
}

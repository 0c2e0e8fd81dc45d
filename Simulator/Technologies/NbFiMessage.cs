using System.Numerics;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A message on its way from a device: cut into frames at one end, put together at the other; both ends share this object.</summary>
/// <remarks>Used again when neither the device keeps a frame of it nor one is under way.</remarks>
internal sealed class NbFiMessage(NbFiInstallation network)
{
    private Message _message;
    private Node? _end;
    private uint _arrived;
    private int _users;
    private DropReason _loss;
    private bool _hasBegun;
    private bool _isSettled;

    /// <summary>The next one that is not in use.</summary>
    public NbFiMessage? Spare { get; set; }

    /// <summary>Frames of it [1].</summary>
    public int Frames { get; private set; }

    /// <summary>Takes a message, which waits until its first frame is sent.</summary>
    public void Carry(in Message message, Node end, int frames)
    {
        (_message, _end, Frames) = (message, end, frames);
        (_arrived, _users, _hasBegun, _isSettled) = (0, 0, false, false);
    }

    /// <summary>A frame of it is sent; with the first one its waiting ends.</summary>
    public void Begin(SimTime now)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _message.EndStage(0, now);
        }
    }

    /// <summary>Whether a frame of it is at the network server.</summary>
    public bool Has(int frame) => (_arrived & 1u << frame) != 0;

    /// <summary>The device keeps a frame of it, or one is under way.</summary>
    public void Hold() => _users++;

    /// <summary>Ends a <see cref="Hold"/>; what nobody holds any more and is not complete is lost.</summary>
    public void Release(SimTime now)
    {
        if (--_users > 0)
        {
            return;
        }

        Lose(_loss, now);
        network.Return(this);
    }

    /// <summary>A frame of it did not arrive; nobody may know.</summary>
    public void Miss(DropReason reason) => _loss = reason;

    /// <summary>A frame of it is at the network server.</summary>
    /// <param name="frame">Number of the frame [1].</param>
    /// <param name="sent">When it was sent to its end.</param>
    /// <param name="now">The present.</param>
    public void Arrive(int frame, SimTime sent, SimTime now)
    {
        if (Has(frame))
        {
            network.RepeatedFrames++;
            return;
        }

        _arrived |= 1u << frame;
        if (!_isSettled && BitOperations.PopCount(_arrived) == Frames)
        {
            _isSettled = true;
            _message.EndStage(1, sent);
            _message.EndStage(2, now);
            _end!.Receive(_message);
        }
    }

    /// <summary>Nobody tries any more to bring it over, unless it is over already.</summary>
    public void Lose(DropReason reason, SimTime now)
    {
        if (!_isSettled)
        {
            _isSettled = true;
            network.Observers.Dropped(_message, reason, now);
        }
    }
}

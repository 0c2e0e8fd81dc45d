using System.Runtime.CompilerServices;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>An uplink message from its first frame to the network server, frame after frame; used again and again.</summary>
internal sealed class SigfoxUplink(SigfoxInstallation network) : NarrowbandTransmission
{
    /// <summary>Greatest number of frames of a message [1].</summary>
    public const int MaximumFrames = 3;

    private const long NextFrame = 0;
    private const long Arrival = 1;

    private SigfoxDevice? _device;
    private Message _message;
    private bool _isReport;
    private bool _asks;
    private int _number;
    private int _payload;
    private int _frames;
    private int _sent;
    private Carriers _carriers;
    private Reach[]? _faded;
    private Reception _furthest;
    private bool _isUnderway;
    private bool _hasArrived;

    /// <summary>The next one that is not in use.</summary>
    public SigfoxUplink? Spare { get; set; }

    /// <summary>The message has content for an application, rather than asking or confirming only.</summary>
    public void Carry(in Message message)
    {
        _message = message;
        _isReport = true;
    }

    /// <summary>Sends so many frames, the first after a time.</summary>
    /// <param name="device">The sender.</param>
    /// <param name="number">Number of the message [1].</param>
    /// <param name="payload">Octets of content [B].</param>
    /// <param name="carriers">Frequencies of the frames.</param>
    /// <param name="asks">Whether it asks for a message.</param>
    /// <param name="delay">Before the first frame.</param>
    public void SendFrames(SigfoxDevice device, int number, int payload, ReadOnlySpan<Frequency> carriers, bool asks, Duration delay)
    {
        (_device, _number, _payload, _frames, _asks) = (device, number, payload, carriers.Length, asks);
        carriers.CopyTo(_carriers);
        (_sent, _furthest, _isUnderway, _hasArrived) = (0, Reception.TooWeak, false, false);
        network.Simulation.After(delay, this, NextFrame);
    }

    /// <summary>A frame has ended; the first that gets through brings the message, the copies of all others are removed.</summary>
    protected internal override void Ended()
    {
        _sent++;
        var now = network.Simulation.Now;
        var (arrived, delay) = (0, Duration.Longest);
        for (var i = 0; i < Reaches.Count; i++)
        {
            if (ReceptionAt(i) == Reception.Received)
            {
                var crossing = network.Backhaul.ToServer(_device!.Near.Entity, Reaches[i].Receiver, FrameNumber(_sent - 1));
                arrived += crossing == Duration.Longest ? 0 : 1;
                delay = Duration.Min(delay, crossing);
            }
        }

        var furthest = Furthest();
        _furthest = furthest > _furthest ? furthest : _furthest;
        if (furthest != Reception.Received)
        {
            network.Observers.FrameLost(network.Air, LossReason());
        }

        network.Copies += arrived;
        if (arrived > 0 && !_isUnderway)
        {
            _isUnderway = true;
            network.Copies--;
            if (_asks)
            {
                _device!.Hear(this);
            }

            if (_isReport)
            {
                _message.EndStage(1, now);
            }

            network.Simulation.After(delay, this, Arrival);
        }

        if (_sent < _frames)
        {
            network.Simulation.After(network.Options.FrameGap, this, NextFrame);
        }
        else
        {
            Settle();
        }
    }

    /// <summary>The next frame begins, or the message is at the network server.</summary>
    protected override void Fire(long token)
    {
        if (token == NextFrame)
        {
            SendFrame();
            return;
        }

        _hasArrived = true;
        if (_isReport)
        {
            _message.EndStage(2, network.Simulation.Now);
            _device!.Far.Receive(_message);
        }

        if (_sent == _frames)
        {
            Release();
        }
    }

    private void SendFrame()
    {
        var device = _device!;
        if (!device.Near.IsUp)
        {
            _frames = _sent;
            Settle();
            return;
        }

        if (_sent == 0 && _isReport)
        {
            _message.EndStage(0, network.Simulation.Now);
        }

        device.BeginFrame();
        var reaches = device.Within;
        if (network.Links.Fades)
        {
            reaches = _faded = network.Links.Fade(device.Near.Entity, reaches, FrameNumber(_sent), _faded);
        }

        var airtime = network.Airtime(_payload);
        network.Observers.FrameSent(network.Air, SigfoxFrame.UplinkOctets(_payload), airtime);
        network.Air.Begin(this, 0, _carriers[_sent], airtime, reaches);
    }

    /// <summary>All frames have been sent: what has not got through is lost.</summary>
    private void Settle()
    {
        if (_isUnderway)
        {
            if (_hasArrived)
            {
                Release();
            }

            return;
        }

        if (_isReport)
        {
            var reason =
                !_device!.Near.IsUp ? DropReason.NodeDown
                : _furthest == Reception.Received ? DropReason.Noise
                : _furthest.LossReason();
            network.Observers.Dropped(_message, reason, network.Simulation.Now);
        }

        Release();
    }

    private void Release()
    {
        _isReport = false;
        network.Return(this);
    }

    private long FrameNumber(int frame) => (long)_number * MaximumFrames + frame;

    [InlineArray(MaximumFrames)]
    private struct Carriers
    {
        private Frequency _carrier;
    }
}

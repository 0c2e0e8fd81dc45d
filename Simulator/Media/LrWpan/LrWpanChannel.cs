using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>One channel: what is on the air, who follows it, and how busy it looks to whom.</summary>
/// <remarks>Costs what is on the air and who listens there: sleeping radios are not asked, and nobody is who is not meant and does not always listen.</remarks>
internal sealed class LrWpanChannel(LrWpanNetwork network)
{
    private static readonly Purpose ReceptionPurpose = Purpose.Named("802.15.4 reception");
    private static readonly double Detection = Decibels.ToLinear(OQpsk.DetectionSinr);

    /// <summary>Frames on the air, and those that have ended no longer ago than an assessment takes.</summary>
    private readonly List<AirFrame> _air = [];
    private readonly Stack<AirFrame> _free = new();

    private SimTime Now => network.Simulation.Now;

    public AirFrame Take() => _free.TryPop(out var frame) ? frame : new AirFrame(this);

    /// <summary>Puts a frame on the air; it comes back to its sender and its receiver when it ends.</summary>
    public void Begin(AirFrame frame)
    {
        Forget();
        frame.Begin(Now);
        foreach (var other in _air)
        {
            if (!other.IsOver && other.IsFollowed && Power(frame, other.Receiver) is > 0 and var power)
            {
                other.Settle(Now, network.Settings.Noise, other.Interference + power);
            }
        }

        _air.Add(frame);
        foreach (var listener in frame.Sender.Listeners)
        {
            Offer(frame, network.Radios[listener]);
        }

        if (!frame.Receiver.IsAlwaysOn)
        {
            Offer(frame, frame.Receiver);
        }

        network.Told(frame);
        network.Simulation.At(frame.End, frame);
    }

    public void Finish(AirFrame frame)
    {
        frame.IsOver = true;
        foreach (var other in _air)
        {
            if (!other.IsOver && other.IsFollowed && Power(frame, other.Receiver) > 0)
            {
                other.Settle(Now, network.Settings.Noise, Interference(other.Receiver, other));
            }
        }

        foreach (var listener in frame.Sender.Listeners)
        {
            network.Radios[listener].Release(frame);
        }

        frame.Receiver.Release(frame);
        var isReceived = frame.IsFollowed && Survives(frame);
        if (!isReceived)
        {
            network.Observers.FrameLost(network, frame.Cause);
        }

        // Without acknowledgements the sender gives the datagram back at once, so the receiver comes first.
        if (isReceived)
        {
            frame.Receiver.Receive(frame);
        }

        frame.Sender.Sent(frame, isReceived);
    }

    /// <summary>Whether the mean power at a radio during the assessment that ends now makes the channel busy.</summary>
    public bool IsBusy(LrWpanRadio radio)
    {
        Forget();
        if (network.Settings.Assessment == ChannelAssessment.PeakPower)
        {
            return PeakPower(radio) >= network.Settings.BusyPower;
        }

        var (begin, energy) = (Now - LrWpanMac.Assessment, 0.0);
        foreach (var frame in _air)
        {
            var heard = SimTime.Min(frame.End, Now) - SimTime.Max(frame.Start, begin);
            if (frame.Sender != radio && heard > Duration.Zero)
            {
                energy += Power(frame, radio) * (heard / LrWpanMac.Assessment);
            }
        }

        return energy >= network.Settings.BusyPower;
    }

    /// <summary>Greatest power during the assessment that ends now, looked at its end and when a frame has begun.</summary>
    private double PeakPower(LrWpanRadio radio)
    {
        var (begin, peak) = (Now - LrWpanMac.Assessment, 0.0);
        foreach (var frame in _air)
        {
            if (frame.Sender != radio && (!frame.IsOver || frame.Start >= begin))
            {
                peak = Math.Max(peak, Power(frame, radio));
            }
        }

        return peak;
    }

    private void Offer(AirFrame frame, LrWpanRadio radio)
    {
        var isMeant = frame.Receiver == radio;
        if (!radio.CanHear(Now))
        {
            if (isMeant)
            {
                frame.CannotFollow(DropReason.ReceiverBusy);
            }

            return;
        }

        var power = Power(frame, radio);
        if (power == 0)
        {
            return;
        }

        if (radio.Follows is not null || (!radio.IsAlwaysOn && HasFoundAnother(radio, frame)))
        {
            if (isMeant)
            {
                frame.CannotFollow(DropReason.Collision);
            }

            return;
        }

        var interference = Interference(radio, frame);
        if (power < Detection * (network.Settings.Noise + interference))
        {
            if (isMeant)
            {
                frame.CannotFollow(interference > 0 ? DropReason.Collision : DropReason.OutOfRange);
            }

            return;
        }

        radio.Follow(frame);
        if (isMeant)
        {
            frame.Follow(power, interference);
        }
    }

    /// <summary>Whether a radio that listens for a while has found a frame of others before; nobody told it, as it is not among those who always listen.</summary>
    private bool HasFoundAnother(LrWpanRadio radio, AirFrame frame)
    {
        foreach (var other in _air)
        {
            if (
                !other.IsOver
                && other != frame
                && other.Sender != radio
                && other.Start >= radio.ListensSince
                && Power(other, radio) is > 0 and var power
                && power >= Detection * (network.Settings.Noise + Math.Max(0, Interference(radio, frame) - power))
            )
            {
                return true;
            }
        }

        return false;
    }

    private double Interference(LrWpanRadio radio, AirFrame wanted)
    {
        var sum = 0.0;
        foreach (var other in _air)
        {
            if (!other.IsOver && other != wanted && other.Sender != radio)
            {
                sum += Power(other, radio);
            }
        }

        return sum;
    }

    private double Power(AirFrame frame, LrWpanRadio radio) => frame.Sender.PowerAt(radio, frame.Number);

    private bool Survives(AirFrame frame)
    {
        frame.Settle(Now, network.Settings.Noise, 0);
        if (frame.LogSuccess == 0)
        {
            return true;
        }

        var draw = network.Simulation.Random.Draw(frame.Sender.Node.Entity, ReceptionPurpose, frame.Number);
        return draw.Uniform() < Math.Exp(frame.LogSuccess);
    }

    private void Forget()
    {
        var limit = Now - LrWpanMac.Assessment;
        for (var i = _air.Count - 1; i >= 0; i--)
        {
            if (_air[i].IsOver && _air[i].End <= limit)
            {
                _free.Push(_air[i]);
                _air.RemoveAt(i);
            }
        }
    }
}

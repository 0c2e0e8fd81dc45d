using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.LrWpan;

/// <summary>A MAC frame on the air and its reception by the radio for which it is meant; its object is used again.</summary>
internal sealed class AirFrame(LrWpanChannel channel) : IEventTarget
{
    private double _power;
    private double _logSuccess;
    private SimTime _settled;

    public AirFrameKind Kind { get; private set; }

    public LrWpanRadio Sender { get; private set; } = null!;

    public LrWpanRadio Receiver { get; private set; } = null!;

    public int Psdu { get; private set; }

    /// <summary>Number among the frames of its sender.</summary>
    public long Number { get; private set; }

    public Parcel? Parcel { get; private set; }

    public int Fragment { get; private set; }

    /// <summary>Whether its sender keeps more for its receiver.</summary>
    public bool IsPending { get; private set; }

    public SimTime Start { get; private set; }

    public SimTime End { get; private set; }

    /// <summary>Whether it has ended and only past assessments remember it.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether its receiver follows it.</summary>
    public bool IsFollowed { get; private set; }

    /// <summary>Power of everything else at its receiver [mW].</summary>
    public double Interference { get; private set; }

    /// <summary>Why it is lost, if it is.</summary>
    public DropReason Cause { get; private set; }

    /// <summary>ln of the probability that all bits are right.</summary>
    public double LogSuccess => _logSuccess;

    public void Set(AirFrameKind kind, LrWpanRadio sender, LrWpanRadio receiver, int psdu, long number, bool isPending)
    {
        (Kind, Sender, Receiver, Psdu, Number, IsPending) = (kind, sender, receiver, psdu, number, isPending);
        (Parcel, Fragment, IsOver, IsFollowed, Cause) = (null, 0, false, false, DropReason.OutOfRange);
    }

    public void Carry(Parcel parcel, int fragment) => (Parcel, Fragment) = (parcel, fragment);

    public void Begin(SimTime now) => (Start, End) = (now, now + OQpsk.Airtime(Psdu));

    public void Follow(double power, double interference)
    {
        (IsFollowed, _power, Interference, _logSuccess, _settled) = (true, power, interference, 0, Start);
        Cause = DropReason.Noise;
    }

    public void LoseTrack(DropReason cause) => (IsFollowed, Cause) = (false, cause);

    public void CannotFollow(DropReason cause) => Cause = cause;

    /// <summary>Reckons with the interference up to now; then it is another.</summary>
    public void Settle(SimTime now, double noise, double interference)
    {
        var bits = (now - _settled) / OQpsk.Octet * 8;
        _logSuccess += OQpsk.LogSuccess(_power / (noise + Interference), bits);
        Cause = Interference > 0 && _logSuccess < 0 ? DropReason.Collision : Cause;
        (_settled, Interference) = (now, interference);
    }

    void IEventTarget.Fire(long token) => channel.Finish(this);
}

/// <summary>What a MAC frame is.</summary>
internal enum AirFrameKind
{
    Data,
    Acknowledgement,
    Poll,
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Wlan;

/// <summary>All foreign stations of a channel as one: frames of one length arrive at random and contend like any others.</summary>
/// <remarks>
/// They are followed only while an own station contends. When one begins to, the channel is busy with a foreign frame with the probability of their load, of which a uniform part is
/// left: the stationary state of arrivals without memory. A queue of foreign frames that own traffic has held up is forgotten when that traffic ends.
/// </remarks>
internal sealed class ForeignContender(WlanSettings settings, Luck backOff, Luck arrivals) : Contender(settings, backOff)
{
    private int _waiting;

    /// <summary>When the next frame comes.</summary>
    public SimTime Next { get; private set; } = SimTime.End;

    public override double Milliwatts => 0;

    /// <summary>Begins to follow the foreign stations.</summary>
    /// <returns>For how long one of them is still sending.</returns>
    public Duration Engage(SimTime now)
    {
        var draw = arrivals.Next();
        var isBusy = draw.Bernoulli(Settings.ForeignLoad);
        var left = isBusy ? Settings.ForeignFrame * draw.Uniform() : Duration.Zero;
        Next = now.PlusOrEnd(Duration.FromSeconds(draw.Exponential(Mean)));
        return left;
    }

    /// <summary>Follows them no more.</summary>
    public void Disengage()
    {
        _waiting = 0;
        Next = SimTime.End;
        IsContending = false;
        Period = -1;
        Reset();
    }

    /// <summary>A frame has come: draws when the next one does.</summary>
    /// <returns>Whether it is the only one.</returns>
    public bool Arrived()
    {
        var draw = arrivals.Next();
        Next = Next.PlusOrEnd(Duration.FromSeconds(draw.Exponential(Mean)));
        return ++_waiting == 1;
    }

    /// <summary>A frame has gone, or was given up.</summary>
    public void Finished()
    {
        _waiting--;
        IsContending = _waiting > 0;
        Reset();
    }

    public override void Begin(SimTime now) =>
        Exchange = new Exchange(Settings.ForeignFrame, Duration.Zero, Settings.ForeignFrame, Settings.ForeignFrame, false);

    public override bool IsLostToNoise() => false;

    private double Mean => Settings.ForeignFrame.TotalSeconds / Settings.ForeignLoad;
}

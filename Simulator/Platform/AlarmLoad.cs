namespace M2mVsIoTSim.Platform;

/// <summary>How many alarms a person has had of late, and what that does to the person's attention.</summary>
/// <remarks>
/// The rate is an average that forgets with a time constant of an hour. Above the acceptable rate it takes longer to notice an alarm, in
/// proportion; above the manageable rate the person attends to as many as that, and each alarm is missed with the probability 1 − manageable / rate.
/// The two rates are those of alarm management, the straight lines between them are a choice. Left out: alarms that turn out false, habituation
/// over weeks. Tested in <c>Tests/Platform/AttentionTests</c>.
/// </remarks>
/// <param name="acceptable">Rate up to which a person reacts as always [1/s].</param>
/// <param name="manageable">Rate up to which a person attends to all, at least the acceptable one [1/s].</param>
internal sealed class AlarmLoad(double acceptable, double manageable)
{
    private const double Memory = 3600;
    private double _recent;
    private double _last;

    /// <summary>Rate of late [1/s].</summary>
    public double Rate => _recent / Memory;

    /// <summary>How much longer it takes to notice an alarm [1].</summary>
    public double Slowness => Math.Max(1, Rate / acceptable);

    /// <summary>Probability that an alarm is missed [1].</summary>
    public double MissProbability => Math.Max(0, 1 - manageable / Rate);

    /// <summary>Counts an alarm.</summary>
    /// <param name="seconds">When, not before the last one [s].</param>
    public void Add(double seconds)
    {
        _recent = _recent * Math.Exp((_last - seconds) / Memory) + 1;
        _last = seconds;
    }
}

using M2mVsIoTSim.Radio;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>Listens on all channels of a radio channel at once, with a number of demodulators.</summary>
public sealed class RadioReceiver
{
    /// <summary>Demodulators without a limit.</summary>
    public const int Unlimited = int.MaxValue;

    private readonly float[] _sensitivities;
    private int _busy;

    /// <param name="sensitivities">Least power that is received, by code [dBm].</param>
    /// <param name="demodulators">How many transmissions it follows at a time [1], at least 1.</param>
    public RadioReceiver(IReadOnlyList<double> sensitivities, int demodulators = Unlimited)
    {
        ArgumentNullException.ThrowIfNull(sensitivities);
        ArgumentOutOfRangeException.ThrowIfLessThan(demodulators, 1);
        _sensitivities = [.. sensitivities.Select(level => (float)Decibels.ToLinear(level))];
        Demodulators = demodulators;
    }

    /// <summary>How many transmissions it follows at a time [1].</summary>
    public int Demodulators { get; }

    /// <summary>Until when it transmits itself and hears nothing; in the past if it listens.</summary>
    public SimTime DeafUntil { get; private set; }

    /// <summary>For how long its demodulators have been following transmissions, together.</summary>
    public Duration Busy { get; private set; }

    /// <summary>Number of codes for which it has a sensitivity [1].</summary>
    internal int Codes => _sensitivities.Length;

    /// <summary>Transmits from now until <paramref name="end"/> on the same antenna: what is on the air meanwhile is lost here.</summary>
    public void DeafenUntil(SimTime end) => DeafUntil = SimTime.Max(DeafUntil, end);

    /// <summary>Begins to follow a transmission, if it can; <see cref="Reception.Received"/> is what it will be unless something happens.</summary>
    internal Reception Begin(int code, float milliwatts, SimTime now, Duration length)
    {
        if (milliwatts < _sensitivities[code])
        {
            return Reception.TooWeak;
        }

        if (DeafUntil > now)
        {
            return Reception.ReceiverBusy;
        }

        if (_busy == Demodulators)
        {
            return Reception.NoDemodulator;
        }

        _busy++;
        Busy += length;
        return Reception.Received;
    }

    /// <summary>Frees the demodulator of a transmission that was being received.</summary>
    internal void Free() => _busy--;

    /// <summary>Does not follow a transmission that it has just begun to follow: it is locked on another.</summary>
    internal void Decline(Duration length)
    {
        Free();
        Busy -= length;
    }
}

using System.Runtime.CompilerServices;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Sums the time that a port spends in each state; energy is Σ state current × time × voltage.</summary>
/// <remarks>
/// The port is in its base state whenever nothing is charged. A stay in another state is charged when it ends, or in advance when
/// its length is known: radio states need no events of their own. <see cref="Settle"/> charges the base state up to now.
/// </remarks>
public sealed class EnergyMeter
{
    /// <summary>Greatest number of states [1].</summary>
    public const int MaximumStates = 8;

    private readonly IEnergySource? _source;
    private Times _times;
    private SimTime _start;
    private SimTime _settled;
    private long _charged;

    /// <param name="profile">States and currents.</param>
    /// <param name="start">From when on it counts.</param>
    /// <param name="source">Is charged as well; null for mains.</param>
    public EnergyMeter(PowerProfile profile, SimTime start, IEnergySource? source = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.States.Count is 0 or > MaximumStates)
        {
            throw new ArgumentException(
                $"'{profile.Name}' has {profile.States.Count} power states; legal are 1 to {MaximumStates}.",
                nameof(profile)
            );
        }

        Profile = profile;
        _start = _settled = start;
        _source = source;
    }

    /// <summary>States and currents.</summary>
    public PowerProfile Profile { get; }

    /// <summary>Charges a stay in a state other than the base state, at or from now on.</summary>
    /// <param name="state">Index into <see cref="PowerProfile.States"/>.</param>
    /// <param name="duration">Length of the stay.</param>
    /// <param name="now">The present.</param>
    public void Spend(int state, Duration duration, SimTime now)
    {
        _times[state] += duration.Nanoseconds;
        _charged += duration.Nanoseconds;
        _source?.Draw(Profile.States[state].Amperes * duration.TotalSeconds, now);
    }

    /// <summary>Charges the base state for all time up to now that was not spent otherwise.</summary>
    /// <remarks>Time charged in advance that lies beyond now is made up for by later settling.</remarks>
    public void Settle(SimTime now)
    {
        var rest = (now - _settled).Nanoseconds - _charged;
        if (rest < 0)
        {
            return;
        }

        _times[0] += rest;
        _source?.Draw(Profile.States[0].Amperes * new Duration(rest).TotalSeconds, now);
        _settled = now;
        _charged = 0;
    }

    /// <summary>Forgets what was measured so far, e.g. at the end of the warm-up; what the source lost stays lost.</summary>
    public void Restart(SimTime now)
    {
        Settle(now);
        _times = default;
        _start = now;
    }

    /// <summary>Time spent in a state, the base state up to the last settling.</summary>
    public Duration TimeIn(int state) => new(_times[state]);

    /// <summary>Energy used in a state since the start [J].</summary>
    public double JoulesIn(int state) => TimeIn(state).TotalSeconds * Profile.States[state].Amperes * Profile.Volts;

    /// <summary>Energy used in all states since the start [J].</summary>
    public double Joules
    {
        get
        {
            var sum = 0.0;
            for (var state = 0; state < Profile.States.Count; state++)
            {
                sum += JoulesIn(state);
            }

            return sum;
        }
    }

    /// <summary>Length of the measurement up to the last settling.</summary>
    public Duration Measured => _settled - _start;

    [InlineArray(MaximumStates)]
    private struct Times
    {
        private long _nanoseconds;
    }
}

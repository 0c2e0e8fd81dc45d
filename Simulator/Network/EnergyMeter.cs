using System.Runtime.CompilerServices;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Network;

/// <summary>Sums the time that a port spends in each state; energy is Σ state current × time × voltage.</summary>
/// <remarks>
/// The port is in its base state whenever nothing is charged. A stay in another state is charged when it ends, or in advance when
/// its length is known: radio states need no events of their own. What is charged in advance counts as far as it lies within the
/// window of the measurement, which has to be known beforehand. <see cref="Settle"/> charges the base state up to now.
/// </remarks>
public sealed class EnergyMeter
{
    /// <summary>Greatest number of states [1].</summary>
    public const int MaximumStates = 11;

    private const int FewStates = 5;
    private const int SecondsOfAnExchange = 10;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly IEnergySource? _source;
    private MeterWindow _window;
    private Times _times;
    private readonly long[]? _further;
    private SimTime _settled;
    private long _charged;
    private int _transmissions;
    private int _lastSecond;

    /// <summary>What transmissions drew beyond the current of their state [A·ns].</summary>
    private double _excess;

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
        _further = profile.States.Count - 1 > FewStates ? new long[profile.States.Count - 1 - FewStates] : null;
        _window = start == SimTime.Start ? MeterWindow.Whole : new MeterWindow(start, SimTime.End);
        _settled = start;
        _source = source;
    }

    /// <summary>States and currents.</summary>
    public PowerProfile Profile { get; }

    /// <summary>
    /// Transmissions that began within the window [1]; those within ten seconds count as one, such as the packets of an exchange.
    /// </summary>
    public int Transmissions => _transmissions;

    /// <summary>Length of the measurement up to the last settling, or until the node stopped.</summary>
    public Duration Measured => _window.Share(_window.From, _settled);

    /// <summary>Energy used in all states within the window [J].</summary>
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

    /// <summary>Says when to count; what lies outside is drawn from the source and not counted.</summary>
    /// <exception cref="InvalidOperationException">Something was charged before, of which nobody knows any more when it was.</exception>
    public void Count(MeterWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (_charged != 0)
        {
            throw new InvalidOperationException(
                $"The meter of '{Profile.Name}' was charged before it was told when to count from; say so before the run."
            );
        }

        _window = window;
    }

    /// <summary>Charges a stay in a state other than the base state that begins now.</summary>
    /// <param name="state">Index into <see cref="PowerProfile.States"/>.</param>
    /// <param name="duration">Length of the stay.</param>
    /// <param name="now">The present.</param>
    public void Spend(int state, Duration duration, SimTime now) => Spend(state, now, duration, now);

    /// <summary>Charges a stay in a state other than the base state.</summary>
    /// <param name="state">Index into <see cref="PowerProfile.States"/>, not the base state.</param>
    /// <param name="begin">When it begins or began.</param>
    /// <param name="duration">Length of the stay; negative to take back what was charged for a time that is spent otherwise.</param>
    /// <param name="now">The present.</param>
    public void Spend(int state, SimTime begin, Duration duration, SimTime now) =>
        Spend(state, begin, duration, now, Profile.States[state].Amperes);

    /// <summary>Charges a transmission that begins now and draws another current than its state, as its power is another.</summary>
    /// <param name="duration">Length of the transmission.</param>
    /// <param name="now">The present.</param>
    /// <param name="amperes">Current drawn [A].</param>
    /// <exception cref="InvalidOperationException">The profile tells no state of transmission apart.</exception>
    public void Transmit(Duration duration, SimTime now, double amperes)
    {
        var state = Profile.Transmit ?? throw new InvalidOperationException($"'{Profile.Name}' tells no state of transmission apart.");
        _excess += _window.IsStopped
            ? 0
            : (amperes - Profile.States[state].Amperes) * _window.Share(now, now.PlusOrEnd(duration)).Nanoseconds;
        Spend(state, now, duration, now, amperes);
    }

    private void Spend(int state, SimTime begin, Duration duration, SimTime now, double amperes)
    {
        if (_window.IsStopped)
        {
            return;
        }

        var length = Duration.Max(duration, -duration);
        var counted = _window.Share(begin, begin.PlusOrEnd(length)).Nanoseconds;
        TimeOf(state) += duration < Duration.Zero ? -counted : counted;
        _charged += duration.Nanoseconds;
        if (state == Profile.Transmit && begin >= _window.From && begin < _window.To)
        {
            CountTransmission((int)Math.Min(begin.Nanoseconds / NanosecondsPerSecond, int.MaxValue));
        }

        _source?.Draw(amperes * duration.TotalSeconds, Profile.Volts, now);
    }

    /// <summary>Puts a stay that was charged off to a later time, because what comes before it takes longer.</summary>
    /// <param name="state">Index into <see cref="PowerProfile.States"/>, not the base state.</param>
    /// <param name="from">When it was to begin.</param>
    /// <param name="to">When it begins instead.</param>
    /// <param name="duration">Length of the stay.</param>
    public void Move(int state, SimTime from, SimTime to, Duration duration)
    {
        if (!_window.IsStopped)
        {
            TimeOf(state) += (_window.Share(to, to + duration) - _window.Share(from, from + duration)).Nanoseconds;
        }
    }

    /// <summary>Charges the base state for all time up to now that was not spent otherwise.</summary>
    /// <remarks>Time charged in advance that lies beyond now is made up for by later settling.</remarks>
    public void Settle(SimTime now)
    {
        var until = _window.IsStopped ? SimTime.Min(now, _window.To) : now;
        var rest = (until - _settled).Nanoseconds - _charged;
        _charged = Math.Max(-rest, 0);
        if (rest > 0)
        {
            _source?.Draw(Profile.States[0].Amperes * new Duration(rest).TotalSeconds, Profile.Volts, now);
        }

        _settled = SimTime.Max(_settled, until);
    }

    /// <summary>Nothing is drawn any more from now on.</summary>
    public void Stop(SimTime now) => _window = _window.StoppedAt(now);

    /// <summary>Time spent in a state within the window, the base state up to the last settling.</summary>
    public Duration TimeIn(int state) => state == 0 ? Duration.Max(Measured - Elsewhere, Duration.Zero) : new(TimeOf(state));

    /// <summary>Energy used in a state within the window [J].</summary>
    public double JoulesIn(int state) => CoulombsIn(state) * Profile.Volts;

    /// <summary>Charge used in a state within the window [C].</summary>
    public double CoulombsIn(int state) =>
        TimeIn(state).TotalSeconds * Profile.States[state].Amperes + (state == Profile.Transmit ? _excess / NanosecondsPerSecond : 0);

    private void CountTransmission(int second)
    {
        if (_transmissions == 0 || second - _lastSecond >= SecondsOfAnExchange)
        {
            _transmissions++;
            _lastSecond = second;
        }
    }

    private Duration Elsewhere
    {
        get
        {
            var sum = 0L;
            for (var state = 1; state < Profile.States.Count; state++)
            {
                sum += TimeOf(state);
            }

            return new Duration(sum);
        }
    }

    /// <summary>Time in a state other than the base state [ns]. Most profiles have few, and there are millions of meters.</summary>
    private ref long TimeOf(int state) => ref state <= FewStates ? ref _times[state - 1] : ref _further![state - 1 - FewStates];

    [InlineArray(FewStates)]
    private struct Times
    {
        private long _nanoseconds;
    }
}

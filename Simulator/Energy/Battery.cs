using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Energy;

/// <summary>A primary battery: a charge that is drawn and that leaks.</summary>
/// <remarks>
/// Modelled: usable charge, self-discharge at a constant share of what remains (so that without a load exp(−s·t) is left), the end.
/// A consumer with a higher voltage is fed by a step-up converter, which takes its energy divided by the efficiency; one with a lower voltage draws its current
/// (it runs on the cell itself, or behind a linear regulator). A draw counts as evenly spread over the time since the last one, which is exact for a constant current. Temperature
/// (<see cref="Derating"/>) is part of the usable share and of the rate of self-discharge. A charge that depends on the mean current counts where a life is extrapolated, since the mean is known
/// at the end only; what empties in the course of a run empties at its nominal charge. Left out: voltage, recovery, ageing of the cell.
/// By itself a battery finds that it is empty when it is next drawn from; a <see cref="DepletionWatch"/> makes that exact.
/// Validated against the closed form of <see cref="BatteryLife"/> in <c>Tests/Energy/BatteryTests</c>.
/// </remarks>
public sealed class Battery : IEnergySource
{
    /// <summary>Seconds of a Julian year, 365.25 d [s].</summary>
    public const double SecondsPerYear = 365.25 * 86400;

    private readonly double _decay;
    private readonly double? _volts;
    private readonly double _efficiency;
    private SimTime _last;

    /// <param name="coulombs">Nominal charge, above 0 [C]; 1 Ah is 3600 C.</param>
    /// <param name="usableShare">Share of it that can be used before the voltage is too low, above 0 and at most 1 [1].</param>
    /// <param name="selfDischargePerYear">Rate at which the remaining charge leaks, not negative [1/a].</param>
    /// <param name="start">When it is put in.</param>
    /// <param name="volts">Its voltage, above 0 [V]; null for that of whatever it feeds.</param>
    /// <param name="efficiency">Of the converter to a higher voltage, above 0 and at most 1 [1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside its range.</exception>
    public Battery(
        double coulombs,
        double usableShare = 1,
        double selfDischargePerYear = 0,
        SimTime start = default,
        double? volts = null,
        double efficiency = 1
    )
    {
        if (volts is <= 0 or double.NaN)
        {
            throw new ArgumentOutOfRangeException(nameof(volts), volts, "A battery has a positive voltage [V].");
        }

        if (efficiency is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(efficiency), efficiency, "An efficiency lies above 0 and is at most 1.");
        }

        if (!(coulombs > 0) || double.IsInfinity(coulombs))
        {
            throw new ArgumentOutOfRangeException(nameof(coulombs), coulombs, "A battery has a positive charge [C].");
        }

        if (usableShare is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(usableShare), usableShare, "A usable share lies above 0 and is at most 1.");
        }

        if (!(selfDischargePerYear >= 0) || double.IsInfinity(selfDischargePerYear))
        {
            throw new ArgumentOutOfRangeException(nameof(selfDischargePerYear), selfDischargePerYear, "Self-discharge is not negative.");
        }

        UsableCoulombs = Remaining = coulombs * usableShare;
        _decay = selfDischargePerYear / SecondsPerYear;
        _last = start;
        (_volts, _efficiency) = (volts, efficiency);
    }

    /// <summary>Usable charge when new [C].</summary>
    public double UsableCoulombs { get; }

    /// <summary>Share of the usable charge that a mean current [A] can draw [1]; 1 where nothing else is known, above 1 where the nominal load is not the best.</summary>
    public Func<double, double> RateShare { get; init; } = _ => 1;

    /// <summary>Rate at which the remaining charge leaks [1/s].</summary>
    public double SelfDischargePerSecond => _decay;

    /// <summary>Usable charge that was left after the last draw, 0 when empty [C].</summary>
    public double Remaining { get; private set; }

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => Remaining <= 0;

    /// <summary>Told once, when the battery becomes empty; typically stops its node.</summary>
    public Action<SimTime>? Emptied { get; set; }

    /// <summary>Told of every draw [C] from a battery that is not empty.</summary>
    internal Action<double>? Drawn { get; set; }

    /// <summary>A charge in coulombs [C] of one in ampere-hours [Ah].</summary>
    public static double FromAmpereHours(double ampereHours) => ampereHours * 3600;

    /// <inheritdoc/>
    public void Draw(double coulombs, double volts, SimTime now)
    {
        if (IsEmpty)
        {
            return;
        }

        var drawn = ChargeFor(coulombs, volts);
        var leak = _decay * (now - _last).TotalSeconds;
        _last = now;
        Remaining = Remaining * Math.Exp(-leak) - drawn * ShareThatCouldLeak(leak);
        Drawn?.Invoke(drawn);
        if (IsEmpty)
        {
            Remaining = 0;
            Emptied?.Invoke(now);
        }
    }

    /// <inheritdoc/>
    public double ChargeFor(double coulombs, double volts) => volts > _volts ? coulombs * volts / (_volts.Value * _efficiency) : coulombs;

    /// <summary>(1 − e^(−x))/x: what was drawn evenly over a time could leak only until it was drawn.</summary>
    private static double ShareThatCouldLeak(double leak) => leak < 1e-5 ? 1 - leak / 2 : (1 - Math.Exp(-leak)) / leak;
}

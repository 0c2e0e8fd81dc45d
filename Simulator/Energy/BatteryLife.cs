namespace M2mVsIoTSim.Energy;

/// <summary>How long batteries last.</summary>
public static class BatteryLife
{
    /// <summary>Time until a battery is empty under a constant current: ln(1 + s·Q/I)/s, and Q/I without self-discharge.</summary>
    /// <remarks>Solution of dQ/dt = −I − s·Q. Unit of the result: that of Q/I.</remarks>
    /// <param name="charge">Usable charge Q, not negative [C].</param>
    /// <param name="current">Mean current I, not negative [A].</param>
    /// <param name="selfDischarge">Self-discharge rate s, not negative [1/s].</param>
    /// <returns>The life [s]; infinite without a current, as an ever smaller rest always remains.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
    public static double Expected(double charge, double current, double selfDischarge)
    {
        RequireNotNegative(charge, nameof(charge));
        RequireNotNegative(current, nameof(current));
        RequireNotNegative(selfDischarge, nameof(selfDischarge));
        if (charge == 0)
        {
            return 0;
        }

        if (current == 0)
        {
            return double.PositiveInfinity;
        }

        var plain = charge / current;
        var leak = selfDischarge * plain;
        // ln(1 + x)/x by its series where the logarithm would lose its digits.
        return leak < 1e-5 ? plain * (1 - leak / 2 + leak * leak / 3) : Math.Log(1 + leak) / selfDischarge;
    }

    /// <summary>Life of a battery, extrapolated from the mean current of its device [s].</summary>
    public static double Expected(Battery battery, double current)
    {
        ArgumentNullException.ThrowIfNull(battery);
        return Expected(battery.UsableCoulombs * battery.RateShare(current), current, battery.SelfDischargePerSecond);
    }

    /// <summary>The life that a share of the devices does not exceed: the ⌈share·n⌉-th shortest of n.</summary>
    /// <param name="lives">Lives of the devices, in any order and unit, at least one.</param>
    /// <param name="share">Above 0 and at most 1 [1]; 0.05 for the 5th-percentile device.</param>
    /// <exception cref="ArgumentException">No lives.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share outside its range.</exception>
    public static double Percentile(ReadOnlySpan<double> lives, double share = 0.05)
    {
        if (lives.IsEmpty)
        {
            throw new ArgumentException("There is no device whose life could be told.", nameof(lives));
        }

        if (share is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies above 0 and is at most 1.");
        }

        double[] sorted = [.. lives];
        Array.Sort(sorted);
        // 0.05 · 20 is a little more than 1 in binary; it still means the shortest.
        return sorted[Math.Max(1, (int)Math.Ceiling(share * sorted.Length * (1 - 1e-12))) - 1];
    }

    private static void RequireNotNegative(double value, string name)
    {
        if (!(value >= 0))
        {
            throw new ArgumentOutOfRangeException(name, value, "It is not negative.");
        }
    }
}

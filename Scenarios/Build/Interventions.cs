using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Build;

/// <summary>How often somebody has to lend a hand so that what was set up once goes on working, per device and year.</summary>
/// <remarks>
/// <para><c>battery</c>: a battery is changed when it is empty, after the life that the run found. A device that is replaced before, at random with rate r, brings a new one; so batteries of
/// life L are changed r / (exp(r L) − 1) times a year, which is 1 / L without replacements (renewal theory: a period ends with the battery with probability exp(−r L), and lasts (1 − exp(−r L)) / r on average).</para>
/// <para><c>recharge</c>: the same of devices that their users recharge (<see cref="Upkeep.User"/>), at every empty battery; nobody is sent for it, and who recharges earlier does it more often.</para>
/// <para><c>replacement</c>: each device that is replaced (<c>churn</c>) is a visit, in which its own settings are made. <c>re-provisioning</c>: what then has to be entered anew at other places, by the steps
/// of <see cref="Onboarding"/> that are of the device and not of its place. <c>equipment-recovery</c>: each random failure of a tier (<c>failures</c>) that stands in the field among the devices is a visit; what stands at a site with staff, or is
/// hosted, is not counted. A failure at a given time is no rate and is not counted.</para>
/// </remarks>
public static class Interventions
{
    private const double SecondsPerYear = 365.25 * 86400;

    /// <summary>Every part, also those that are 0.</summary>
    /// <param name="plan">The job on its architecture.</param>
    /// <param name="library">Knows the devices.</param>
    /// <param name="lives">After how many years batteries are empty, and in how many devices, for each party that runs on them [a].</param>
    /// <returns>Names of parts and how often each happens per device and year [1/a]; empty without devices.</returns>
    /// <exception cref="ArgumentException">Devices are replaced, and some technology or protocol does not say what commissioning takes.</exception>
    public static IReadOnlyList<(string Part, double PerYear)> Of(
        Plan plan,
        Library library,
        IReadOnlyDictionary<TierPlan, IReadOnlyList<(double Years, double Devices)>> lives
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(lives);
        var devices = Onboarding.Devices(plan);
        var number = devices.Sum(tier => (double)tier.Count);
        return number == 0
            ? []
            :
            [
                .. AtDevices(plan, library, lives, devices),
                ("equipment-recovery", plan.Tiers.Where(tier => tier.Party is null && Equipment.IsField(tier)).Sum(Failures) / number),
            ];
    }

    /// <summary>The parts that the devices of one party need themselves; equipment in the field serves several, and is of none of them.</summary>
    /// <param name="plan">The job on its architecture.</param>
    /// <param name="library">Knows the devices.</param>
    /// <param name="lives">As for all parties.</param>
    /// <param name="party">A party of devices.</param>
    /// <returns>Names of parts and how often each happens per device of this party and year [1/a].</returns>
    /// <exception cref="ArgumentException">Devices are replaced, and some technology or protocol does not say what commissioning takes.</exception>
    public static IReadOnlyList<(string Part, double PerYear)> Of(
        Plan plan,
        Library library,
        IReadOnlyDictionary<TierPlan, IReadOnlyList<(double Years, double Devices)>> lives,
        TierPlan party
    )
    {
        ArgumentNullException.ThrowIfNull(lives);
        return AtDevices(plan, library, lives.Where(fleet => fleet.Key == party), [party]);
    }

    private static IReadOnlyList<(string Part, double PerYear)> AtDevices(
        Plan plan,
        Library library,
        IEnumerable<KeyValuePair<TierPlan, IReadOnlyList<(double Years, double Devices)>>> lives,
        IReadOnlyList<TierPlan> devices
    )
    {
        var number = devices.Sum(tier => (double)tier.Count);
        return
        [
            ("battery", lives.Where(fleet => !library.IsRecharged(fleet.Key)).Sum(Emptied) / number),
            ("recharge", lives.Where(fleet => library.IsRecharged(fleet.Key)).Sum(Emptied) / number),
            ("replacement", devices.Sum(tier => tier.Count * Replaced(tier)) / number),
            (
                "re-provisioning",
                devices.Where(tier => Replaced(tier) > 0).Sum(tier => tier.Count * Replaced(tier) * Elsewhere(plan, tier)) / number
            ),
        ];
    }

    /// <summary>How often a battery is changed in a year [1/a], see the remarks.</summary>
    /// <param name="years">Its life [a]; infinite where nothing is drawn.</param>
    /// <param name="replaced">How often the device is replaced [1/a].</param>
    internal static double Changes(double years, double replaced) =>
        double.IsInfinity(years) ? 0
        : replaced == 0 ? 1 / years
        : replaced / double.ExpM1(replaced * years);

    /// <summary>How often batteries of a fleet are empty in a year [1/a].</summary>
    private static double Emptied(KeyValuePair<TierPlan, IReadOnlyList<(double Years, double Devices)>> fleet) =>
        fleet.Value.Sum(life => life.Devices * Changes(life.Years, Replaced(fleet.Key)));

    private static double Replaced(TierPlan tier) => (tier.Party?.Churn?.Replaced ?? 0) * SecondsPerYear;

    private static double Elsewhere(Plan plan, TierPlan tier) =>
        Onboarding.OfDevice(plan, tier).Where(task => task is { IsAtMember: false, Stays: false }).Sum(task => task.Count);

    private static double Failures(TierPlan tier) =>
        tier.Fails is { Every: { } every, Lasts: var lasts } ? tier.Count * SecondsPerYear / (every + lasts).TotalSeconds : 0;
}

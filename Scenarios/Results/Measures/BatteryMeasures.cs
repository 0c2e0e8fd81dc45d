using M2mVsIoTSim.Energy;
using M2mVsIoTSim.Probes;
using M2mVsIoTSim.Scenarios.Build;

namespace M2mVsIoTSim.Scenarios.Results.Measures;

/// <summary>How long batteries last, and whether they give what is asked of them.</summary>
internal sealed class BatteryMeasures(CaseFindings run, CaseSheet sheet)
{
    /// <summary>Makers of lithium thionyl chloride cells speak of 20 years at most [a]; a choice a little above.</summary>
    private const int LongestCredibleLife = 25;
    private const double SecondsPerYear = 365.25 * 86400;

    private readonly Dictionary<TierPlan, IReadOnlyList<(double Years, double Devices)>> _lives = [];
    private readonly List<string> _livesNotKnown = [];

    /// <summary>Lives of the batteries of each fleet [a], with how many devices have them.</summary>
    public IReadOnlyDictionary<TierPlan, IReadOnlyList<(double Years, double Devices)>> Lives => _lives;

    /// <summary>Fleets the life of whose batteries cannot be told.</summary>
    public IReadOnlyList<string> NotKnown => _livesNotKnown;

    /// <summary>The batteries of a fleet, if it has any.</summary>
    public void Add(TierPlan tier, FleetEnergy fleet)
    {
        if (tier.Party is { } party && run.Study.Library.BatteryOf(party.Device, run.Cell.Plan.Job.TemperatureOf(party)) is { } battery)
        {
            AddLife(tier, fleet, battery);
            CheckPulses(tier, battery);
        }
    }

    /// <summary>Lives by conditions: devices differ by where they stand, not by who happened to send in the measured time.</summary>
    private void AddLife(TierPlan tier, FleetEnergy fleet, Battery battery)
    {
        var expected = run
            .Network.Plan.Job.Relations.Values.Where(relation => relation.From == tier.Name)
            .Sum(relation => Generators.LongRunRate(run.Network.Plan.Job, relation) * fleet.Measured.TotalSeconds);
        List<(double Life, long Transmissions)> lives = [.. Enumerable.Repeat((0.0, 0L), fleet.StoppedBefore)];
        foreach (var likes in fleet.Classes)
        {
            var produced = likes.Devices.Sum(run.Probes.Producers.Of);
            if (likes.MeanAmperes(expected * likes.Devices.Count, produced) is not { } amperes)
            {
                var which = likes.Conditions.Length == 0 ? "" : $" with {likes.Conditions}";
                sheet.Warn(
                    $"no battery life of {tier.Name}: its members{which} sent nothing in the measured time of some replication, so what a message costs them is not known"
                );
                _livesNotKnown.Add(tier.Name);
                return;
            }

            var life = BatteryLife.Expected(battery, amperes) / SecondsPerYear;
            lives.AddRange(Enumerable.Repeat((life, likes.Transmissions), likes.Devices.Count));
        }

        // Whose battery was empty within the run lives as long as the run at most.
        var shortest = run.Cell.Times.Over.TotalSeconds / SecondsPerYear;
        _lives[tier] =
        [
            .. lives.CountBy(one => Math.Max(one.Life, shortest)).Select(life => (life.Key, (double)life.Value)).OrderBy(life => life.Key),
        ];
        var fifth = BatteryLife.Percentile([.. lives.Select(one => one.Life)]);
        if (double.IsFinite(fifth))
        {
            sheet.Add(tier.Name, "battery-life", fifth);
            sheet.Add(tier.Name, "transmissions", lives.First(one => one.Life == fifth).Transmissions);
        }

        if (fifth > LongestCredibleLife)
        {
            sheet.Warn(
                $"the battery life of {tier.Name} is beyond {LongestCredibleLife} years; other things end a cell before its charge does, so read it as \"the battery is not what limits\""
            );
        }
    }

    /// <summary>Says where a state of a device draws more than its battery gives even for a short time.</summary>
    private void CheckPulses(TierPlan tier, Battery battery)
    {
        var states = run
            .Network.Nodes[tier.Index][0]
            .Meters.SelectMany(meter =>
                meter.Profile.States.Select(state =>
                    (meter.Profile, state.Name, Amperes: battery.ChargeFor(state.Amperes, meter.Profile.Volts))
                )
            )
            .ToList();
        if (run.Study.Library.PulseCurrentOf(tier.Party?.Device) is { } limit && states.Exists(state => state.Amperes > limit))
        {
            var (profile, name, amperes) = states.MaxBy(state => state.Amperes);
            sheet.Warn(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{profile.Name} of {tier.Name} ({name}) takes {amperes * 1000:0} mA from a battery that gives pulses of {limit * 1000:0} mA; it needs a capacitor beside it, whose leakage is not counted"
                )
            );
        }
    }
}

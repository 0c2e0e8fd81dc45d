using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>What is required of the members of a party.</summary>
public sealed record PartyRequirement : IChecked
{
    /// <summary>How long the battery of the 5th-percentile member has to last.</summary>
    [Unit("year", Minimum = 0.001, Maximum = 200)]
    public Bound? BatteryLife { get; init; }

    /// <summary>The required battery life [a]; null without a requirement.</summary>
    internal double? BatteryLifeYears => BatteryLife is { } bound ? bound.Unit.Convert(bound.Limit, UnitTable.Find("year")) : null;

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        BatteryLife is { Side: BoundSide.Less or BoundSide.AtMost }
            ? [(nameof(BatteryLife), "a battery life is required to be at least something, such as '>= 10 year'", [nameof(BatteryLife)])]
            : [];
}

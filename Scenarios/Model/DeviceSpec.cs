using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A device of the library: what feeds it and what it draws besides its radio.</summary>
public sealed record DeviceSpec : IChecked
{
    /// <summary>What it is, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>What feeds it.</summary>
    public required Supply Supply { get; init; }

    /// <summary>What it draws all the time, its radio apart.</summary>
    public required SourcedCurrent SleepCurrent { get; init; }

    /// <summary>Its name in the price list, the modem apart.</summary>
    public string Price { get; init; } = DefaultPrice;

    /// <summary>What a device costs of which nothing else is known.</summary>
    public const string DefaultPrice = "device";

    /// <summary>Who sees to its battery when it is empty; somebody who is sent to change it if absent.</summary>
    public SourcedUpkeep? BatteryUpkeep { get; init; }

    /// <summary>What it takes to sense what one report tells; nothing if that is part of the sleep current.</summary>
    public SourcedEnergy? SensingEnergy { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        BatteryUpkeep is not null && Supply.Battery is null
            ? [(nameof(BatteryUpkeep), "a device on mains has no battery that anybody sees to", [nameof(Supply), nameof(BatteryUpkeep)])]
            : [];
}

/// <summary>What feeds a device: <c>mains</c>, or <c>{ battery: NAME }</c> of the library.</summary>
[ShortForm(nameof(From))]
public sealed record Supply : IChecked
{
    /// <summary>What kind of supply.</summary>
    public SupplyKind From { get; init; } = SupplyKind.Battery;

    /// <summary>Name of a battery of the library.</summary>
    public string? Battery { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Battery is null == (From == SupplyKind.Battery)
            ? [("", "a supply is either 'mains' or '{ battery: NAME }'", [nameof(From), nameof(Battery)])]
            : [];
}

/// <summary>Kind of a device's supply.</summary>
public enum SupplyKind
{
    /// <summary>A battery of the library.</summary>
    Battery,

    /// <summary>The mains, regulated to the voltage of the electronics.</summary>
    Mains,
}

/// <summary>Who sees to empty batteries, with the source.</summary>
public sealed record SourcedUpkeep
{
    /// <summary>Who does.</summary>
    public required Upkeep By { get; init; }

    /// <summary>Where that comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>Who sees to an empty battery.</summary>
public enum Upkeep
{
    /// <summary>Somebody who is sent to change it.</summary>
    Visit,

    /// <summary>Whoever wears or carries the device, who recharges it where it is.</summary>
    User,
}

/// <summary>A current with its source.</summary>
public sealed record SourcedCurrent
{
    /// <summary>The current.</summary>
    [Unit("A", Minimum = 0)]
    public required double Value { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>An energy with its source.</summary>
public sealed record SourcedEnergy
{
    /// <summary>The energy.</summary>
    [Unit("J", Minimum = 0)]
    public required double Value { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

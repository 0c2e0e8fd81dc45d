using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A battery of the library.</summary>
public sealed record BatterySpec
{
    /// <summary>What it is, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Nominal voltage.</summary>
    public required SourcedVoltage Voltage { get; init; }

    /// <summary>Nominal charge.</summary>
    public required SourcedCharge Capacity { get; init; }

    /// <summary>Share of the charge that can be used before the voltage is too low.</summary>
    public required SourcedShare Usable { get; init; }

    /// <summary>Share of the charge that is left in the cold and in the heat.</summary>
    public required SourcedTemperatureShares TemperatureShares { get; init; }

    /// <summary>Charge by mean current; nothing where it hardly depends on it, or no figures are at hand.</summary>
    public SourcedCharges? ChargeByCurrent { get; init; }

    /// <summary>Share of the remaining charge that leaks in a year at 20 °C.</summary>
    public required SourcedRate SelfDischarge { get; init; }

    /// <summary>Greatest current for a short time; nothing if no figure is at hand.</summary>
    public SourcedCurrent? PulseCurrent { get; init; }
}

/// <summary>A voltage with its source.</summary>
public sealed record SourcedVoltage
{
    /// <summary>The voltage.</summary>
    [Unit("V", Minimum = 0.5, Maximum = 60)]
    public required double Value { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>A charge with its source.</summary>
public sealed record SourcedCharge
{
    /// <summary>The charge.</summary>
    [Unit("Ah", Minimum = 0)]
    public required double Value { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>A share with its source.</summary>
public sealed record SourcedShare
{
    /// <summary>The share.</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    public required double Value { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

/// <summary>A rate with its source.</summary>
public sealed record SourcedRate
{
    /// <summary>The rate.</summary>
    [Unit("1/year", Minimum = 0)]
    public required double Value { get; init; }

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure it is.</summary>
    public required Mark Mark { get; init; }
}

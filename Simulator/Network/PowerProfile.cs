namespace M2mVsIoTSim.Network;

/// <summary>States of a port and the current that each draws.</summary>
/// <param name="Name">Name of the device or chip.</param>
/// <param name="Volts">Supply voltage [V].</param>
/// <param name="States">State names with their current [A]; the first is the base state, in which the port is when nothing happens.</param>
/// <remarks>At most <see cref="EnergyMeter.MaximumStates"/> states.</remarks>
public sealed record PowerProfile(string Name, double Volts, IReadOnlyList<PowerState> States)
{
    /// <summary>Number of the state in which it transmits, if one is told apart [1]; its stays are counted.</summary>
    public int? Transmit { get; init; }

    /// <summary>Under which conditions this port works, where a message costs more or less for them, such as its spreading factor; empty if all are alike.</summary>
    public string Conditions { get; init; } = "";
}

/// <summary>A state of a port.</summary>
/// <param name="Name">Its name in tables and figures.</param>
/// <param name="Amperes">Current drawn [A].</param>
public readonly record struct PowerState(string Name, double Amperes);

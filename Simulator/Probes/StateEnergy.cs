namespace M2mVsIoTSim.Probes;

/// <summary>Energy that devices used in a state.</summary>
/// <param name="Profile">Name of the device or chip.</param>
/// <param name="State">Name of the state.</param>
/// <param name="Joules">Energy [J].</param>
public readonly record struct StateEnergy(string Profile, string State, double Joules);

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>Averages of a slot.</summary>
/// <param name="Received">Frames received [1].</param>
/// <param name="Unused">Channels on which nobody sent [1].</param>
internal readonly record struct Slots(double Received, double Unused);

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>An uplink channel of a regional plan.</summary>
/// <param name="Number">As the plan counts [1].</param>
/// <param name="Centre">Its frequency.</param>
/// <param name="Bandwidth">Of the data rates that it carries.</param>
public readonly record struct LoRaChannel(int Number, Frequency Centre, Frequency Bandwidth);

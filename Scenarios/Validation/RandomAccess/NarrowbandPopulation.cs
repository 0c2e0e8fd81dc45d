using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.RandomAccess;

/// <summary>Senders of one waveform.</summary>
/// <param name="Rate">Frames per second of all together [1/s].</param>
/// <param name="Airtime">Of a frame.</param>
/// <param name="Bandwidth">Of a frame.</param>
internal sealed record NarrowbandPopulation(double Rate, Duration Airtime, Frequency Bandwidth);

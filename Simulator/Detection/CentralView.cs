using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Detection;

/// <summary>What a place sees of the devices of a party.</summary>
/// <param name="First">The first device that reports there.</param>
/// <param name="Count">How many do [1].</param>
/// <param name="Samples">Samples of a report [1].</param>
/// <param name="Wait">For how long it waits for reports after the last of an interval was due.</param>
public sealed record CentralView(int First, int Count, int Samples, Duration Wait);

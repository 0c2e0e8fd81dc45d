using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>How a transmission in an ultra-narrow band occupies frequencies, and what it bears.</summary>
/// <param name="Bandwidth">Occupied by it, evenly, around its carrier; above 0.</param>
/// <param name="LeastRatio">Least ratio of its energy to the energy of others within its bandwidth [dB]; +∞ if any overlap destroys it.</param>
public sealed record NarrowbandWaveform(Frequency Bandwidth, double LeastRatio);

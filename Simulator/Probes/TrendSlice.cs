namespace M2mVsIoTSim.Probes;

/// <summary>Messages that were produced in one slice of the measured time and arrived.</summary>
/// <param name="Count">Their number [1].</param>
/// <param name="Seconds">Sum of their latencies [s].</param>
public readonly record struct TrendSlice(long Count, double Seconds);

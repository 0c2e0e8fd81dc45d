namespace M2mVsIoTSim.Protocols;

/// <summary>A piece of a stream, from a position up to, and without, another.</summary>
internal readonly record struct StreamSpan(long Start, long End);

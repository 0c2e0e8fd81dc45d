namespace M2mVsIoTSim.Media;

/// <summary>Traffic of others at an output port: frames of one length that come as a Poisson process and queue with the best effort.</summary>
/// <param name="Load">Share of the port's rate that it takes [1], 0 to below 1.</param>
/// <param name="Packet">Length of its packets before framing [B].</param>
public sealed record BackgroundTraffic(double Load, int Packet);

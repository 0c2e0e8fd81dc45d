namespace M2mVsIoTSim.Media.Cells;

/// <summary>What lies between the radio of a cell and the network's edge, each way: transport, core, and losses that the repetitions of the radio link leave.</summary>
/// <param name="Delay">One way; packets of a device do not overtake each other.</param>
/// <param name="Loss">Of packets, each way.</param>
public sealed record CorePath(DelayModel Delay, LossModel Loss);

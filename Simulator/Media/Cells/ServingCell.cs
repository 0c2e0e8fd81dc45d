namespace M2mVsIoTSim.Media.Cells;

/// <summary>A cell that a device might use.</summary>
/// <param name="Cell">Its number, from 0 [1].</param>
/// <param name="CouplingLoss">Of the device there [dB].</param>
public readonly record struct ServingCell(int Cell, double CouplingLoss);

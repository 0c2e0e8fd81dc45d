using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>Where a device that moves finds its cells: asked by the network, answered by whoever knows places.</summary>
public interface IMovingLink
{
    /// <summary>The cell of the least coupling loss at a time.</summary>
    ServingCell BestAt(SimTime time);

    /// <summary>Coupling loss towards a cell at a time [dB]; +∞ where another sector of its station looks that way.</summary>
    /// <param name="cell">Number of the cell [1].</param>
    /// <param name="time">When.</param>
    double LossAt(int cell, SimTime time);

    /// <summary>By how many whole decibels other cells raise the noise of the device there [dB].</summary>
    /// <param name="cell">Its cell [1].</param>
    /// <param name="couplingLoss">Towards that [dB].</param>
    /// <param name="time">When.</param>
    int RiseAt(int cell, double couplingLoss, SimTime time) => 0;
}

namespace M2mVsIoTSim.Kernel;

/// <summary>A continuous level, without a limit if none is given; see <see cref="Container{T}"/>.</summary>
/// <param name="simulation">The clock.</param>
/// <param name="capacity">Greatest level, positive.</param>
/// <param name="level">Level at the beginning, from 0 to the capacity.</param>
public sealed class Container(Simulation simulation, double capacity = double.PositiveInfinity, double level = 0)
    : Container<double>(simulation, capacity, level);

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A value with a unit of its own; on a property with <see cref="UnitAttribute"/> the two must fit, and the bounds hold.</summary>
public interface IMeasured
{
    /// <summary>The unit of the value.</summary>
    MeasureUnit Unit { get; }

    /// <summary>The least number in the value, in <see cref="Unit"/>.</summary>
    double Least { get; }

    /// <summary>The greatest number in the value, in <see cref="Unit"/>.</summary>
    double Greatest { get; }
}

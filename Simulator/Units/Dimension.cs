namespace M2mVsIoTSim.Units;

/// <summary>What a unit measures. Values convert within a dimension, never between two.</summary>
public enum Dimension
{
    /// <summary>A ratio or a count [1].</summary>
    One,

    /// <summary>Time [s].</summary>
    Time,

    /// <summary>Frequency of a wave [Hz]; events per time are <see cref="One"/> per <see cref="Time"/>.</summary>
    Frequency,

    /// <summary>Amount of data [bit].</summary>
    Data,

    /// <summary>Length [m].</summary>
    Length,

    /// <summary>Area [m2].</summary>
    Area,

    /// <summary>Electric current [A].</summary>
    Current,

    /// <summary>Electric tension [V].</summary>
    Voltage,

    /// <summary>Power on a linear scale [W].</summary>
    Power,

    /// <summary>Energy [J].</summary>
    Energy,

    /// <summary>Electric charge [Ah].</summary>
    Charge,

    /// <summary>Gain or loss on a logarithmic scale [dB].</summary>
    Gain,

    /// <summary>Power relative to one milliwatt on a logarithmic scale [dBm].</summary>
    PowerLevel,

    /// <summary>Gain relative to an isotropic antenna [dBi].</summary>
    AntennaGain,

    /// <summary>Money [EUR].</summary>
    Euro,

    /// <summary>Money [USD]; there is no exchange rate, because it would need a date.</summary>
    Dollar,

    /// <summary>Temperature [°C].</summary>
    Temperature,
}

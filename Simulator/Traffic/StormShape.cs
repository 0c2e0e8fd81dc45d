namespace M2mVsIoTSim.Traffic;

/// <summary>How the messages of a storm spread over its window.</summary>
public enum StormShape
{
    /// <summary>Evenly: model 1 of 3GPP TR 37.868, which spreads over 60 s.</summary>
    Uniform,

    /// <summary>Beta(3, 4), density 60 x² (1−x)³, a peak at 0.4 of the window: model 2 of 3GPP TR 37.868, which spreads over 10 s.</summary>
    Beta,
}

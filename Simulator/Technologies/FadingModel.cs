namespace M2mVsIoTSim.Technologies;

/// <summary>How much the power of a frame varies with small movements of whatever surrounds the ends.</summary>
public enum FadingModel
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Rayleigh: no path dominates. Drawn for each frame at each receiver.</summary>
    Rayleigh,

    /// <summary>Rice: one path dominates, by <see cref="PropagationOptions.RiceFactor"/>.</summary>
    Rice,
}

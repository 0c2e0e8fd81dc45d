namespace M2mVsIoTSim.Technologies;

/// <summary>How a LoRaWAN device listens.</summary>
public enum LoRaWanClass
{
    /// <summary>Only in two short windows after each of its own frames.</summary>
    A,

    /// <summary>Always with the parameters of the second window, except while it transmits and in the first window.</summary>
    C,
}

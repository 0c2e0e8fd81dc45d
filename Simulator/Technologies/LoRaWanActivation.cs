namespace M2mVsIoTSim.Technologies;

/// <summary>How a LoRaWAN device gets its address and keys.</summary>
public enum LoRaWanActivation
{
    /// <summary>It has them from the beginning: activation by personalisation, or a join long ago.</summary>
    Personalisation,

    /// <summary>It joins the network when it is switched on: over-the-air activation.</summary>
    OverTheAir,
}

namespace M2mVsIoTSim.Radio.PowerLine;

/// <summary>How G3-PLC modulates the payload of a frame; differential to the symbol before.</summary>
public enum G3Modulation
{
    /// <summary>One bit a carrier, each sent four times.</summary>
    Robust,

    /// <summary>One bit a carrier.</summary>
    Dbpsk,

    /// <summary>Two bits a carrier.</summary>
    Dqpsk,

    /// <summary>Three bits a carrier.</summary>
    D8psk,
}

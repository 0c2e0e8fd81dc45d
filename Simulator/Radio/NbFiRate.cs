namespace M2mVsIoTSim.Radio;

/// <summary>Bit rate of an NB-Fi frame; every step up is eight times as fast and needs about 9 dB more.</summary>
public enum NbFiRate
{
    /// <summary>50 bit/s.</summary>
    Bps50,

    /// <summary>400 bit/s.</summary>
    Bps400,

    /// <summary>3200 bit/s.</summary>
    Bps3200,

    /// <summary>25 600 bit/s.</summary>
    Bps25600,
}

namespace M2mVsIoTSim.Radio;

/// <summary>Physical layers of Bluetooth Low Energy.</summary>
public enum BlePhy
{
    /// <summary>LE 1M: a microsecond a bit.</summary>
    Le1M,

    /// <summary>LE 2M: half a microsecond a bit.</summary>
    Le2M,

    /// <summary>LE Coded, S = 2: 500 kbit/s.</summary>
    LeCodedS2,

    /// <summary>LE Coded, S = 8: 125 kbit/s.</summary>
    LeCodedS8,
}

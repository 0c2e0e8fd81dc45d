namespace M2mVsIoTSim.Radio;

/// <summary>Modes of wireless M-Bus in which meters only send, EN 13757-4.</summary>
public enum WmBusMode
{
    /// <summary>Stationary: 868.3 MHz, 32.768 kchip/s, Manchester, long preamble.</summary>
    S1,

    /// <summary>Frequent: 868.95 MHz, 100 kchip/s, three of six.</summary>
    T1,

    /// <summary>Compact: 868.95 MHz, 100 kchip/s, no coding.</summary>
    C1,
}

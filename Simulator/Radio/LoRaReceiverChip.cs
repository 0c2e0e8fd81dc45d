namespace M2mVsIoTSim.Radio;

/// <summary>Receivers whose sensitivities are known.</summary>
public enum LoRaReceiverChip
{
    /// <summary>Semtech SX1276, data sheet table 10, band 1 with LnaBoost.</summary>
    Sx1276,

    /// <summary>Semtech SX1272, data sheet table 10; ns-3's LoRaWAN module gives these to its end devices.</summary>
    Sx1272,

    /// <summary>Gateway concentrator Semtech SX1301, as in the gateway of ns-3's LoRaWAN module.</summary>
    Sx1301,
}

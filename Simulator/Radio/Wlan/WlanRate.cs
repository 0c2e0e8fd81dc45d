namespace M2mVsIoTSim.Radio.Wlan;

/// <summary>A rate of a physical layer.</summary>
/// <param name="BitsPerSecond">Nominal rate [bit/s].</param>
/// <param name="BitsPerSymbol">N_DBPS, data bits of an OFDM symbol [1]; 0 where there are no symbols of many bits.</param>
/// <param name="Sensitivity">Power at which a receiver that just meets the standard loses 10 % of frames of 1000 octets [dBm].</param>
public readonly record struct WlanRate(double BitsPerSecond, int BitsPerSymbol, double Sensitivity);

namespace M2mVsIoTSim.Technologies;

/// <summary>Median path loss between devices and gateways.</summary>
public enum LoRaPathLossModel
{
    /// <summary>Reference loss at 1 m and an exponent, over the slant distance.</summary>
    LogDistance,

    /// <summary>Okumura–Hata for a small or medium city; 1 to 20 km, gateways from 30 m on.</summary>
    HataCity,

    /// <summary>Okumura–Hata for suburbs; 1 to 20 km, gateways from 30 m on.</summary>
    HataSuburban,

    /// <summary>Okumura–Hata for open land; 1 to 20 km, gateways from 30 m on.</summary>
    HataOpen,

    /// <summary>Measured in Oulu over land; 0.1 to 15 km.</summary>
    Oulu,

    /// <summary>Free space.</summary>
    FreeSpace,
}

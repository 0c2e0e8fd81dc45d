namespace M2mVsIoTSim.Technologies;

/// <summary>Median path loss between devices and base stations or gateways.</summary>
public enum PathLossChoice
{
    /// <summary>Reference loss at 1 m and an exponent, over the slant distance.</summary>
    LogDistance,

    /// <summary>Free space.</summary>
    FreeSpace,

    /// <summary>Okumura–Hata for a small or medium city; 1 to 20 km, stations from 30 m on. COST 231 above 1500 MHz.</summary>
    HataCity,

    /// <summary>Okumura–Hata for a large city.</summary>
    HataLargeCity,

    /// <summary>Okumura–Hata for suburbs.</summary>
    HataSuburban,

    /// <summary>Okumura–Hata for open land.</summary>
    HataOpen,

    /// <summary>Measured in Oulu over land; 0.1 to 15 km.</summary>
    Oulu,

    /// <summary>3GPP TR 38.901 urban macro: stations above the roofs.</summary>
    UrbanMacro,

    /// <summary>3GPP TR 38.901 urban micro: stations in street canyons.</summary>
    UrbanMicro,

    /// <summary>3GPP TR 38.901 rural macro.</summary>
    RuralMacro,

    /// <summary>3GPP TR 38.901 indoor office, mixed.</summary>
    IndoorOffice,

    /// <summary>3GPP TR 38.901 factory hall, sparse clutter, low station.</summary>
    FactorySparseLow,

    /// <summary>3GPP TR 38.901 factory hall, dense clutter, low station.</summary>
    FactoryDenseLow,

    /// <summary>3GPP TR 38.901 factory hall, sparse clutter, high station.</summary>
    FactorySparseHigh,

    /// <summary>3GPP TR 38.901 factory hall, dense clutter, high station.</summary>
    FactoryDenseHigh,
}

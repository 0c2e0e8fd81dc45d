namespace M2mVsIoTSim.Radio;

/// <summary>Surroundings of the mobile end in the Okumura–Hata model.</summary>
public enum HataEnvironment
{
    /// <summary>A small or medium city.</summary>
    MediumCity,

    /// <summary>A large city.</summary>
    LargeCity,

    /// <summary>A suburb.</summary>
    Suburban,

    /// <summary>Open land.</summary>
    OpenArea,
}

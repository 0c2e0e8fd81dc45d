namespace M2mVsIoTSim.Radio;

/// <summary>Whose rules limit the airtime in an unlicensed band.</summary>
public enum NbFiRegulation
{
    /// <summary>ETSI EN 300 220-2: <see cref="Eu868"/>.</summary>
    Europe,

    /// <summary>Russia: <see cref="Ru868"/>.</summary>
    Russia,

    /// <summary>None: what a band is used for with a licence, or in theory.</summary>
    None,
}

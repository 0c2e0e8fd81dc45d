namespace M2mVsIoTSim.Radio;

/// <summary>What a link carries at a signal-to-noise ratio: how modulation and coding follow it.</summary>
/// <remarks>
/// The one place where air interfaces of resource blocks differ: a bound (<see cref="Lte.AttenuatedShannon"/>) or a table of modulation and coding schemes. Where repetitions decide, as with NB-IoT and LTE-M, what a size takes at a
/// loss is looked up instead.
/// </remarks>
public interface ILinkAdaptation
{
    /// <summary>Net of coding and, where the source says so, of repetitions [bit/s/Hz]; 0 where nothing gets through.</summary>
    /// <param name="snr">Signal-to-noise ratio, with interference where there is any [dB].</param>
    double Efficiency(double snr);
}

using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Median path loss of outdoor links [dB].</summary>
/// <remarks>
/// log is to base 10 throughout. Shadowing, fading and buildings are added by the caller. Beyond the stated ranges the formulas are
/// evaluated all the same; whoever uses them says so in its findings.
/// </remarks>
public static class PathLoss
{
    private const double SpeedOfLight = 299_792_458;

    /// <summary>Free space: 20 log(4π d f / c).</summary>
    /// <remarks>Friis 1946 for isotropic antennas.</remarks>
    /// <param name="distance">d [m], above 0.</param>
    /// <param name="frequency">f.</param>
    public static double FreeSpace(double distance, Frequency frequency)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distance);
        return 20 * Math.Log10(4 * Math.PI * distance * frequency.Hertz / SpeedOfLight);
    }

    /// <summary>Log-distance: PL(d) = PL(d₀) + 10 γ log(d/d₀).</summary>
    /// <remarks>Below d₀ the loss stays PL(d₀), as in ns-3.</remarks>
    /// <param name="distance">d [m], at least 0.</param>
    /// <param name="exponent">γ [1].</param>
    /// <param name="reference">PL(d₀) [dB].</param>
    /// <param name="referenceDistance">d₀ [m], above 0.</param>
    public static double LogDistance(double distance, double exponent, double reference, double referenceDistance = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(referenceDistance);
        return distance <= referenceDistance ? reference : reference + 10 * exponent * Math.Log10(distance / referenceDistance);
    }

    /// <summary>Okumura–Hata, 150 to 1500 MHz, d 1 to 20 km, base antenna 30 to 200 m, mobile 1 to 10 m.</summary>
    /// <remarks>
    /// Hata, IEEE Trans. Vehicular Technology 29(3), 1980; the form of the open-area correction and of the two city sizes is that of
    /// ns-3's <c>okumura-hata-propagation-loss-model</c>. Above 1500 MHz see
    /// <see cref="Cost231Hata"/>.
    /// </remarks>
    /// <param name="distance">d [m], above 0.</param>
    /// <param name="frequency">f.</param>
    /// <param name="baseHeight">h_b [m], above 0.</param>
    /// <param name="mobileHeight">h_m [m], above 0.</param>
    /// <param name="environment">Surroundings of the mobile end.</param>
    public static double OkumuraHata(
        double distance,
        Frequency frequency,
        double baseHeight,
        double mobileHeight,
        HataEnvironment environment = HataEnvironment.MediumCity
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baseHeight);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mobileHeight);
        var megahertz = frequency.Hertz / 1e6;
        var logF = Math.Log10(megahertz);
        var logB = Math.Log10(baseHeight);
        var mobileGain =
            environment == HataEnvironment.LargeCity ? LargeCityGain(megahertz, mobileHeight) : MediumCityGain(logF, mobileHeight);
        var urban = 69.55 + 26.16 * logF - 13.82 * logB + (44.9 - 6.55 * logB) * Math.Log10(distance / 1000) - mobileGain;
        return environment switch
        {
            HataEnvironment.Suburban => urban - 2 * Square(Math.Log10(megahertz / 28)) - 5.4,
            HataEnvironment.OpenArea => urban - 4.78 * Square(logF) + 18.33 * logF - 40.94,
            _ => urban,
        };
    }

    /// <summary>COST 231's extension of Okumura–Hata, 1500 to 2000 MHz; the same distances and heights.</summary>
    /// <remarks>
    /// 46.3 + 33.9 log f − 13.82 log h_b − a(h_m) + (44.9 − 6.55 log h_b) log d + C with C = 3 dB in large cities; COST 231 final report 1999, in the form
    /// of ns-3's <c>cost231-propagation-loss-model</c>. It has no corrections for suburbs and open land.
    /// </remarks>
    /// <param name="distance">d [m], above 0.</param>
    /// <param name="frequency">f.</param>
    /// <param name="baseHeight">h_b [m], above 0.</param>
    /// <param name="mobileHeight">h_m [m], above 0.</param>
    /// <param name="environment">Surroundings of the mobile end.</param>
    public static double Cost231Hata(
        double distance,
        Frequency frequency,
        double baseHeight,
        double mobileHeight,
        HataEnvironment environment = HataEnvironment.MediumCity
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(baseHeight);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mobileHeight);
        var logF = Math.Log10(frequency.Hertz / 1e6);
        var logB = Math.Log10(baseHeight);
        return 46.3
            + 33.9 * logF
            - 13.82 * logB
            + (44.9 - 6.55 * logB) * Math.Log10(distance / 1000)
            - MediumCityGain(logF, mobileHeight)
            + (environment == HataEnvironment.LargeCity ? 3 : 0);
    }

    /// <summary>Measured over land in Oulu at 868 MHz with a base antenna at 24 m: 128.95 + 23.2 log(d/1 km), about 0.1 to 15 km.</summary>
    /// <remarks>Petäjäjärvi et al., ITST 2015, as carried in FLoRa's <c>LoRaPathLossOulu</c>; shadowing there has a deviation of 7.8 dB.</remarks>
    /// <param name="distance">d [m], above 0.</param>
    public static double Oulu(double distance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distance);
        return 128.95 + 23.2 * Math.Log10(distance / 1000);
    }

    private static double MediumCityGain(double logF, double height) => (1.1 * logF - 0.7) * height - (1.56 * logF - 0.8);

    private static double LargeCityGain(double megahertz, double height) =>
        megahertz >= 200 ? 3.2 * Square(Math.Log10(11.75 * height)) - 4.97 : 8.29 * Square(Math.Log10(1.54 * height)) - 1.1;

    private static double Square(double x) => x * x;
}

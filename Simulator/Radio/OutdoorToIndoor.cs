using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio;

/// <summary>Loss on the way into buildings by their material: 3GPP TR 38.901 section 7.4.3 [dB].</summary>
/// <remarks>Formulas as in ns-3's <c>three-gpp-propagation-loss-model</c>.</remarks>
public static class OutdoorToIndoor
{
    /// <summary>Standard deviation of the loss of old buildings [dB].</summary>
    public const double LowLossDeviation = 4.4;

    /// <summary>Standard deviation of the loss of buildings with coated glass [dB].</summary>
    public const double HighLossDeviation = 6.5;

    /// <summary>Loss per metre inside [dB/m].</summary>
    public const double PerMetre = 0.5;

    /// <summary>Greatest depth inside a building of a town [m]; the depth is the lesser of two uniform numbers up to it.</summary>
    public const double GreatestDepth = 25;

    /// <summary>Median loss of the outer wall of old buildings: 30 % plain glass, 70 % concrete [dB].</summary>
    public static double LowLoss(Frequency carrier) => 5 - 10 * Math.Log10(0.3 * Passed(Glass(carrier)) + 0.7 * Passed(Concrete(carrier)));

    /// <summary>Median loss of the outer wall of modern buildings: 70 % coated glass, 30 % concrete [dB].</summary>
    public static double HighLoss(Frequency carrier) =>
        5 - 10 * Math.Log10(0.7 * Passed(CoatedGlass(carrier)) + 0.3 * Passed(Concrete(carrier)));

    private static double Glass(Frequency carrier) => 2 + 0.2 * carrier.Hertz / 1e9;

    private static double CoatedGlass(Frequency carrier) => 23 + 0.3 * carrier.Hertz / 1e9;

    private static double Concrete(Frequency carrier) => 5 + 4 * carrier.Hertz / 1e9;

    private static double Passed(double loss) => Math.Pow(10, -loss / 10);
}

namespace M2mVsIoTSim.Radio;

/// <summary>Least signal-to-interference ratio at which a LoRa frame survives an interferer on its channel [dB].</summary>
public static class LoRaRejection
{
    /// <summary>Rows: wanted SF7 to SF12; columns: interfering SF7 to SF12.</summary>
    /// <remarks>Goursaud and Gorce, EAI Trans. Internet of Things 15(1), 2015, as used by Magrin et al., ICC 2017, and in
    /// signetlabdei/lorawan's <c>lora-interference-helper.cc</c>. Theory.</remarks>
    private static readonly double[,] Goursaud =
    {
        { 6, -16, -18, -19, -19, -20 },
        { -24, 6, -20, -22, -22, -22 },
        { -27, -27, 6, -23, -25, -25 },
        { -30, -30, -30, 6, -26, -28 },
        { -33, -33, -33, -33, 6, -29 },
        { -36, -36, -36, -36, -36, 6 },
    };

    /// <remarks>Croce et al., IEEE Communications Letters 22(4), 2018, table II, measured with SX1272, as carried in FLoRa.</remarks>
    private static readonly double[,] Croce =
    {
        { 1, -8, -9, -9, -9, -9 },
        { -11, 1, -11, -12, -13, -13 },
        { -15, -13, 1, -13, -14, -15 },
        { -19, -18, -17, 1, -17, -18 },
        { -22, -22, -21, -20, 1, -20 },
        { -25, -25, -25, -24, -23, 1 },
    };

    /// <summary>Symbols of a preamble of eight that may be lost, as its last five are enough to find it [1].</summary>
    /// <remarks>Bor et al., MSWiM 2016, and LoRaSim.</remarks>
    public const long SparedSymbols = 3;

    /// <summary>The matrix of a rule: rows wanted, columns interfering spreading factors, from SF7 on [dB].</summary>
    /// <remarks>+∞: any overlap destroys; −∞: never harms.</remarks>
    public static double[,] Matrix(LoRaRejectionRule rule) =>
        rule switch
        {
            LoRaRejectionRule.Goursaud => (double[,])Goursaud.Clone(),
            LoRaRejectionRule.Croce => (double[,])Croce.Clone(),
            LoRaRejectionRule.LoRaSim => WithinSpreadingFactor(6),
            LoRaRejectionRule.Aloha => WithinSpreadingFactor(double.PositiveInfinity),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No matrix is known for this rule."),
        };

    /// <summary>The matrix of a rule for the data rates of a plan, which share a channel only where their bandwidths are equal [dB].</summary>
    public static double[,] Matrix(LoRaRejectionRule rule, IReadOnlyList<LoRaDataRate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        var byFactor = Matrix(rule);
        var matrix = new double[rates.Count, rates.Count];
        for (var wanted = 0; wanted < rates.Count; wanted++)
        {
            for (var interfering = 0; interfering < rates.Count; interfering++)
            {
                matrix[wanted, interfering] =
                    rates[wanted].Bandwidth == rates[interfering].Bandwidth
                        ? byFactor[Row(rates[wanted]), Row(rates[interfering])]
                        : double.NegativeInfinity;
            }
        }

        return matrix;

        static int Row(LoRaDataRate rate) => rate.SpreadingFactor - LoRaSensitivity.LeastSpreadingFactor;
    }

    /// <summary>Least ratio to frames of the same spreading factor; others never harm [dB].</summary>
    private static double[,] WithinSpreadingFactor(double ratio)
    {
        var matrix = new double[6, 6];
        for (var wanted = 0; wanted < 6; wanted++)
        {
            for (var interfering = 0; interfering < 6; interfering++)
            {
                matrix[wanted, interfering] = wanted == interfering ? ratio : double.NegativeInfinity;
            }
        }

        return matrix;
    }
}

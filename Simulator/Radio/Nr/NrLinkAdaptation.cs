namespace M2mVsIoTSim.Radio.Nr;

/// <summary>Modulations by MCS and CQI index.</summary>
/// <remarks>
/// 3GPP TS 38.214 tables 5.1.3.1-1 to -3 (code rates as in srsran/srsRAN_Project <c>lib/ran/pdsch/pdsch_mcs.cpp</c>, confirmed) and 5.2.2.1-2 to -4 (spectral efficiencies, confirmed there too). Which MCS follows a
/// CQI is the scheduler's choice; this is that of srsRAN_Project. Validated by <c>NrLinkTests</c> and the suite <c>nr-block-error</c>.
/// </remarks>
public static class NrLinkAdaptation
{
    private static readonly NrModulation[] Qam64 =
    [
        .. Of(2, 120, 157, 193, 251, 308, 379, 449, 526, 602, 679),
        .. Of(4, 340, 378, 434, 490, 553, 616, 658),
        .. Of(6, 438, 466, 517, 567, 616, 666, 719, 772, 822, 873, 910, 948),
    ];

    private static readonly NrModulation[] Qam256 =
    [
        .. Of(2, 120, 193, 308, 449, 602),
        .. Of(4, 378, 434, 490, 553, 616, 658),
        .. Of(6, 466, 517, 567, 616, 666, 719, 772, 822, 873),
        .. Of(8, 682.5, 711, 754, 797, 841, 885, 916.5, 948),
    ];

    private static readonly NrModulation[] LowEfficiency =
    [
        .. Of(2, 30, 40, 50, 64, 78, 99, 120, 157, 193, 251, 308, 379, 449, 526, 602),
        .. Of(4, 340, 378, 434, 490, 553, 616),
        .. Of(6, 438, 466, 517, 567, 616, 666, 719, 772),
    ];

    private static readonly NrModulation[] Cqi64 =
    [
        .. Of(2, 78, 120, 193, 308, 449, 602),
        .. Of(4, 378, 490, 616),
        .. Of(6, 466, 567, 666, 772, 873, 948),
    ];

    private static readonly NrModulation[] Cqi256 =
    [
        .. Of(2, 78, 193, 449),
        .. Of(4, 378, 490, 616),
        .. Of(6, 466, 567, 666, 772, 873),
        .. Of(8, 711, 797, 885, 948),
    ];

    private static readonly NrModulation[] CqiLow =
    [
        .. Of(2, 30, 50, 78, 120, 193, 308, 449, 602),
        .. Of(4, 378, 490, 616),
        .. Of(6, 466, 567, 666, 772),
    ];

    private static readonly int[] McsOfCqi64 = [0, 0, 2, 4, 6, 8, 11, 13, 15, 18, 20, 22, 24, 26, 28];

    /// <summary>Greatest CQI; the least that serves is 1 [1].</summary>
    public const int GreatestCqi = 15;

    /// <summary>The modulations of a table by MCS index, from 0.</summary>
    public static IReadOnlyList<NrModulation> Mcs(NrTable table) =>
        table switch
        {
            NrTable.Qam64 => Qam64,
            NrTable.Qam256 => Qam256,
            NrTable.LowEfficiency => LowEfficiency,
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "There are three tables."),
        };

    /// <summary>The modulation of a CQI.</summary>
    /// <param name="table">Which table.</param>
    /// <param name="cqi">1 to 15 [1].</param>
    public static NrModulation Cqi(NrTable table, int cqi) =>
        table switch
        {
            NrTable.Qam64 => Cqi64[cqi - 1],
            NrTable.Qam256 => Cqi256[cqi - 1],
            NrTable.LowEfficiency => CqiLow[cqi - 1],
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "There are three tables."),
        };

    /// <summary>The MCS index that follows a CQI [1].</summary>
    /// <param name="table">Which table.</param>
    /// <param name="cqi">1 to 15 [1].</param>
    public static int McsOf(NrTable table, int cqi)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cqi, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cqi, GreatestCqi);
        return table switch
        {
            NrTable.Qam64 => McsOfCqi64[cqi - 1],
            NrTable.Qam256 => cqi == 1 ? 0 : 2 * cqi - 3,
            NrTable.LowEfficiency => 2 * (cqi - 1),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "There are three tables."),
        };
    }

    /// <summary>Block error rate at which the CQI of a table aims [1].</summary>
    public static double Target(NrTable table) => table == NrTable.LowEfficiency ? 1e-5 : 0.1;

    private static IEnumerable<NrModulation> Of(int order, params double[] rates) => rates.Select(rate => new NrModulation(order, rate));
}

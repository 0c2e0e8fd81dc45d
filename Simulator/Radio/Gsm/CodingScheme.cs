namespace M2mVsIoTSim.Radio.Gsm;

/// <summary>A coding scheme of GPRS.</summary>
/// <remarks>
/// Octets: 3GPP TS 44.060 table 10.0a.1, RLC data in a radio block of 181, 268, 312 and 428 bits (confirmed by the Quectel M10 hardware design, appendix A). Ratios: 3GPP TS 45.005 tables 1a and 2a, from memory: the
/// sensitivities of −104, −100, −98 and −90 dBm for a block error of 10 % in typical urban surroundings without frequency hopping lie as far apart as the reference interference ratios; of CS-1 it is 9 dB.
/// </remarks>
/// <param name="Name">CS-1 to CS-4.</param>
/// <param name="Octets">RLC data in a radio block [B].</param>
/// <param name="RequiredRatio">Ratio of carrier to noise and interference at which 10 % of the blocks are lost [dB].</param>
public sealed record CodingScheme(string Name, int Octets, double RequiredRatio)
{
    /// <summary>The four, the most robust first.</summary>
    public static IReadOnlyList<CodingScheme> All { get; } =
    [new("CS-1", 20, 9), new("CS-2", 30, 13), new("CS-3", 36, 15), new("CS-4", 50, 23)];

    /// <summary>The fastest that a ratio allows; the most robust where none does.</summary>
    /// <param name="ratio">Carrier to noise and interference [dB].</param>
    /// <param name="greatest">Number of the fastest that the network has, 1 to 4 [1].</param>
    public static CodingScheme At(double ratio, int greatest = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(greatest, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(greatest, All.Count);
        var best = All[0];
        for (var i = 1; i < greatest && All[i].RequiredRatio <= ratio; i++)
        {
            best = All[i];
        }

        return best;
    }
}

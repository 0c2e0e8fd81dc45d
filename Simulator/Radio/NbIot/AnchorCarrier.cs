using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Radio.NbIot;

/// <summary>What an anchor carrier itself takes of its downlink.</summary>
/// <remarks>
/// In 20 subframes: NPBCH in subframe 0 and NPSS in subframe 5 of both frames, NSSS in subframe 9 of the even one, SIB1 in subframe 4 of every other frame during
/// 16 frames of each of its repetitions, of which 4, 8 or 16 lie in 256 frames. 3GPP TS 36.211 §10.2, TS 36.213 §16.4.1.3, as in srsRAN 4G. Other system
/// information and paging are not counted.
/// </remarks>
public static class AnchorCarrier
{
    /// <summary>Share of the downlink subframes that carry NPDCCH and NPDSCH [1].</summary>
    /// <param name="sib1Repetitions">4, 8 or 16 within 256 frames [1].</param>
    public static double UsableShare(int sib1Repetitions = 16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sib1Repetitions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sib1Repetitions, 16);
        return 1 - (5 + sib1Repetitions / 16.0) / 20;
    }

    /// <summary>Mean time until so many usable subframes have passed.</summary>
    /// <param name="airtime">NPDCCH or NPDSCH in usable subframes.</param>
    /// <param name="sib1Repetitions">4, 8 or 16 within 256 frames [1].</param>
    public static Duration Length(Duration airtime, int sib1Repetitions = 16) => airtime * (1 / UsableShare(sib1Repetitions));
}

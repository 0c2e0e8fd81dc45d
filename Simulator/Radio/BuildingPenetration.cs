namespace M2mVsIoTSim.Radio;

/// <summary>Loss on the way into buildings, for devices of the Internet of things [dB].</summary>
public static class BuildingPenetration
{
    /// <summary>External wall + max(inner walls, depth): 3GPP TR 45.820 annex D.1, an extension of COST 231.</summary>
    /// <remarks>
    /// External wall: 25 % uniform 4 to 11 dB, 65 % 11 to 19 dB, 10 % 19 to 23 dB. Inner walls: 0, 1 or 2 with 28.33 % each, otherwise 3,
    /// times uniform 4 to 10 dB. Depth: 0.6 dB/m over uniform 0 to 15 m. As implemented in signetlabdei/lorawan; the gain with the
    /// floor's height is left out. The uniform numbers in [0, 1) are arguments, so that the caller addresses their luck.
    /// </remarks>
    public static double Tr45820(double wallClass, double wall, double wallCount, double wallLoss, double depth)
    {
        var external = wallClass switch
        {
            < 0.25 => 4 + 7 * wall,
            < 0.90 => 11 + 8 * wall,
            _ => 19 + 4 * wall,
        };
        var walls = wallCount switch
        {
            < 0.2833 => 0,
            < 0.5666 => 1,
            < 0.8499 => 2,
            _ => 3,
        };
        return external + Math.Max(walls * (4 + 6 * wallLoss), 0.6 * 15 * depth);
    }
}

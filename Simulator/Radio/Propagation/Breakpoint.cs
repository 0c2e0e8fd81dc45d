namespace M2mVsIoTSim.Radio.Propagation;

/// <summary>The distance at which the ground's reflection begins to matter.</summary>
internal static class Breakpoint
{
    private const double SpeedOfLight = 299_792_458;

    /// <summary>Height of the environment that TR 38.901 subtracts from both antennas in towns [m].</summary>
    private const double EnvironmentHeight = 1;

    /// <summary>Least height that is left of an antenna [m].</summary>
    private const double LeastHeight = 0.1;

    /// <summary>d'_BP = 4 h'_BS h'_UT f / c [m]; TR 38.901 table 7.4.1-1, note 1.</summary>
    public static double InTown(in LinkGeometry link) =>
        4 * Above(link.StationHeight) * Above(link.DeviceHeight) * link.Carrier.Hertz / SpeedOfLight;

    /// <summary>d_BP = 2π h_BS h_UT f / c [m]; TR 38.901 table 7.4.1-1, note 5.</summary>
    public static double InCountry(in LinkGeometry link) =>
        2 * Math.PI * link.StationHeight * link.DeviceHeight * link.Carrier.Hertz / SpeedOfLight;

    private static double Above(double height) => Math.Max(height - EnvironmentHeight, LeastHeight);
}

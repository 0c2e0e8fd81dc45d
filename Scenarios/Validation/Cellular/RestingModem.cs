using M2mVsIoTSim.Media;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>What a modem draws that only listens for pages with an extended cycle.</summary>
internal static class RestingModem
{
    /// <summary>Where coverage is good [dB].</summary>
    private const double GoodCoverage = 130;

    /// <summary>Currents of the nRF9160 by extended cycle.</summary>
    /// <param name="radio">Makes the technology with its preset but for these options.</param>
    /// <param name="preset">Its options.</param>
    /// <param name="at81">At 81.92 s [uA].</param>
    /// <param name="at655">At 655.36 s [uA].</param>
    public static IEnumerable<ValidationRow> Rows<T>(Func<T, CellTechnology> radio, T preset, double at81, double at655)
        where T : CellRadioOptions =>
        from row in new[] { (Cycle: 81.92.Seconds, Expected: at81), (Cycle: 655.36.Seconds, Expected: at655) }
        select new ValidationRow(
            $"nRF9160: mean current with an extended cycle of {row.Cycle}",
            "uA",
            row.Expected,
            Criterion.WithinShare(0.25),
            () =>
            {
                var options = preset with { PowerSaving = PowerSaving.Edrx, ExtendedCycle = row.Cycle, PeriodicUpdate = null };
                var device = new LoneDevice(radio((T)options), GoodCoverage, 1.Days, 1, seed: 1);
                return Measurement.Computed(1e6 * device.Joules / (device.Days * 86_400) / options.Voltage);
            }
        );
}

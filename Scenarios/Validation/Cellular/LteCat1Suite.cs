using M2mVsIoTSim.Media;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Cellular;

/// <summary>Times and energy of LTE category 1.</summary>
internal static class LteCat1Suite
{
    /// <summary>Where coverage is good [dB].</summary>
    private const double GoodCoverage = 120;

    /// <summary>An echo request of 32 B of content over IPv4 [B].</summary>
    private const int Ping = 60;

    private const int Pings = 2000;

    /// <summary>Without the core network.</summary>
    private static readonly LteCat1Options Radio = new()
    {
        SetUpResponse = Duration.Zero,
        CoreRoundTripMinimum = Duration.Zero,
        CoreRoundTripMedian = Duration.Zero,
        Loss = 0,
        PowerSaving = PowerSaving.Drx,
    };

    public static ValidationSuite Create() =>
        new(
            "lte-cat1",
            "LTE category 1: times, energy of a report, coverage",
            "Huang et al., MobiSys 2012; 3GPP TR 25.913 and TR 36.912 annex B; round trips by generation; coverage by technology (all from memory).",
            "One device alone, at 120 dB of coupling loss. The times of the core network follow from the promotion and the round trip as measured, so that the rows 'huang: promotion' and 'rtt' show that the parts sum to them and nothing more; those without the core network are the model's own. Energy: the powers of Huang's telephone in place of a module's, its rest left out. Coverage: the range of 140 to 144 dB.",
            ["lte-cat1"],
            [
                CellTimes.Row(
                    "lte-cat1",
                    "promotion of an idle device",
                    () => Exchange(new LteCat1Options { PowerSaving = PowerSaving.Drx })
                ),
                CellTimes.Row("lte-cat1", "set-up without the core network", () => Exchange(Radio)),
                CellTimes.Row(
                    "lte-cat1",
                    "uplink of a connected device without the core network",
                    () => new PingRun(new LteCat1(Radio), GoodCoverage, 1.Seconds, Pings, Ping).MeanUplink
                ),
                CellTimes.Row(
                    "lte-cat1",
                    "round trip of a connected device",
                    () => new PingRun(new LteCat1(new LteCat1Options()), GoodCoverage, 1.Seconds, Pings, Ping).MedianRoundTrip
                ),
                new(
                    "huang: energy of a small transfer of an idle telephone",
                    "J",
                    0.26 * 1.211 + 11.576 * 1.060,
                    Criterion.WithinShare(0.05),
                    () => Measurement.Computed(Telephone())
                ),
                new(
                    "greatest coupling loss",
                    "dB",
                    142,
                    Criterion.Within(2),
                    () => Measurement.Computed(new LteCat1(new LteCat1Options()).Air.MaximumCouplingLoss)
                ),
            ]
        );

    /// <summary>Until an idle device is connected [s].</summary>
    private static double Exchange(LteCat1Options options) =>
        new LteCat1(options).Exchange(GoodCoverage, Ping).EndOf("reconfiguration complete");

    private static double Telephone()
    {
        const int Reports = 100;
        const double Volts = 3.8;
        var options = new LteCat1Options
        {
            PowerSaving = PowerSaving.Drx,
            PeriodicUpdate = null,
            Voltage = Volts,
            ConnectedCurrent = 1.060 / Volts,
            ReceiveCurrent = 1.288 / Volts,
            TransmitCurrent = 1.288 / Volts,
            CoreCurrent = 1.211 / Volts,
        };
        var device = new LoneDevice(new LteCat1(options), GoodCoverage, 1.Hours, Reports, seed: 1, packet: 100);
        return device.JoulesAwake / device.Exchanges;
    }
}

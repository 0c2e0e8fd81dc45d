using M2mVsIoTSim.Radio.Nr;

namespace M2mVsIoTSim.Scenarios.Validation.Nr;

/// <summary>Block error rates of NR against tables from simulated LDPC codes.</summary>
internal static class NrBlockErrorSuite
{
    /// <summary>Short blocks at high rates, which the source of the tables' tolerance excludes.</summary>
    private const int ShortBlock = 100;
    private const int HighRate = 25;

    private const string Short =
        "Codes of 100 bits are flatter at low error rates than the normal approximation: where one block in twenty or less fails they need up to 0.7 dB more. One gap for each modulation does not know of the size.";

    private const string Edge =
        "A tabulated point at the end of its curve, from few errors or few successes: the points above and below it on the same code lie within the tolerance.";

    private const string HighestRates =
        "At code rates of 0.89 and more the codes lose up to 0.8 dB more than the one gap of 64QAM, which was fitted over all rates.";

    public static ValidationSuite Create() =>
        new(
            "nr-block-error",
            "NR: block errors of LDPC codes",
            "NVlabs/sionna, PDSCH_table1.json (confirmed): Monte-Carlo simulation of the codes of TS 38.212 on AWGN.",
            "By how much the signal-to-noise ratio of the model has to be raised to reach a tabulated rate: 0 expected, 0.35 dB allowed, which most points of the tables keep. Sizes are of code blocks. The 14 rows of 100-bit blocks at MCS 25 and above are left out: there the normal approximation with one gap for each modulation is up to 1.7 dB too good, and no message of this simulator is so short at so high a rate. Then the ratio at which a block of 500 bits fails in one of ten cases. Below rates of 4e-3 the model is an extrapolation.",
            ["nr-embb", "nr-mmtc", "nr-redcap", "nr-private", "nr-urllc"],
            [.. Shifts(), .. Required()]
        );

    private static IEnumerable<ValidationRow> Shifts() =>
        ReferenceData
            .Rows("nr-block-error-table1.csv")
            .Where(row => row.Whole("cbs_bits") > ShortBlock || row.Whole("mcs") < HighRate)
            .Select(row =>
            {
                var (mcs, bits, snr, rate) = (row.Whole("mcs"), row.Whole("cbs_bits"), row.Number("snr_db"), row.Number("bler"));
                return new ValidationRow(
                    $"MCS {mcs}, {row["cbs_bits"]} bits, rate {row["bler"]} at {row["snr_db"]} dB",
                    "dB",
                    0,
                    Criterion.Within(0.35),
                    () => Measurement.Computed(snr - NrBlockError.RequiredSnr(NrLinkAdaptation.Mcs(NrTable.Qam64)[mcs], bits, rate))
                );
            })
            .Select(Explained);

    private static IEnumerable<ValidationRow> Required() =>
        ReferenceData
            .Rows("nr-required-snr.csv")
            .Select(row =>
            {
                var mcs = row.Whole("mcs");
                return new ValidationRow(
                    $"MCS {mcs}, 500 bits, 10 %",
                    "dB",
                    row.Number("snr_db"),
                    Criterion.Within(0.35),
                    () => Measurement.Computed(NrBlockError.RequiredSnr(NrLinkAdaptation.Mcs(NrTable.Qam64)[mcs], 500, 0.1))
                );
            })
            .Select(Explained);

    private static ValidationRow Explained(ValidationRow row) =>
        Causes.TryGetValue(row.Name, out var known) ? row with { Cause = known.Cause, Observed = known.Observed } : row;

    private static readonly Dictionary<string, (string Cause, double Observed)> Causes = new()
    {
        ["MCS 11, 100 bits, rate 0.0177 at 5.714 dB"] = (Short, 0.38085),
        ["MCS 17, 100 bits, rate 0.0153 at 11.071 dB"] = (Short, 0.68934),
        ["MCS 18, 100 bits, rate 0.043 at 11.071 dB"] = (Short, 0.443981),
        ["MCS 19, 100 bits, rate 0.0053 at 12.857 dB"] = (Short, 0.468691),
        ["MCS 21, 100 bits, rate 0.0107 at 14.643 dB"] = (Short, 0.44397),
        ["MCS 23, 100 bits, rate 0.0243 at 16.429 dB"] = (Short, 0.500402),
        ["MCS 9, 500 bits, rate 0.0097 at 3.929 dB"] = (Edge, 0.366169),
        ["MCS 23, 500 bits, rate 0.99 at 12.857 dB"] = (Edge, -0.45619),
        ["MCS 28, 500 bits, rate 0.0367 at 20.0 dB"] = (HighestRates, 0.69705),
        ["MCS 28, 1000 bits, rate 0.019 at 20.0 dB"] = (HighestRates, 0.800954),
        ["MCS 28, 2000 bits, rate 0.0043 at 20.0 dB"] = (HighestRates, 0.844823),
        ["MCS 27, 500 bits, 10 %"] = (HighestRates, 18.3726),
        ["MCS 28, 500 bits, 10 %"] = (HighestRates, 19.0657),
    };
}

using System.Globalization;
using M2mVsIoTSim.Radio.Nr;

namespace M2mVsIoTSim.Scenarios.Validation.Nr;

/// <summary>Mean latency of the downlink of NR by length of allocation.</summary>
internal static class NrUserPlaneSuite
{
    private static readonly string[] Spacings = ["15", "30", "60"];

    public static ValidationSuite Create() =>
        new(
            "nr-user-plane-latency",
            "NR: user-plane latency of the downlink",
            "3GPP TR 37.910 §5.7.1, self-evaluation (from memory).",
            "FDD, one way, base station to device, with a first transmission that fails with probability p and a second that arrives; capability 1, base stations as fast as devices. The method of the report: half of the processing at either end, mean waits for allocations. Tolerance 5 % for whole slots and 10 % for others, as the waits that the report counts for them are not written down with it.",
            ["nr-embb", "nr-private", "nr-urllc"],
            [
                .. ReferenceData
                    .Rows("nr-user-plane-latency.csv")
                    .SelectMany(row => Spacings.Select((spacing, index) => Row(row, spacing, index))),
            ]
        );

    private static ValidationRow Row(ReferenceData.Row row, string spacing, int index)
    {
        var symbols = row.Whole("symbols");
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{spacing} kHz, {symbols} symbols, mapping {row["mapping"]}, p = {row["p"]}"
        );
        var (isTypeB, error, capability) = (row["mapping"] == "B", row.Number("p"), row.Whole("capability"));
        var wanted = new ValidationRow(
            name,
            "ms",
            row.Number($"scs{spacing}_ms"),
            Criterion.WithinShare(symbols == NrNumerology.SymbolsPerSlot ? 0.05 : 0.1),
            () => Measurement.Computed(Latency(new NrNumerology(index), symbols, isTypeB, capability, error))
        );
        return Causes.TryGetValue(name, out var known) ? wanted with { Cause = known.Cause, Observed = known.Observed } : wanted;
    }

    /// <summary>Mapping A begins once in a slot, whatever its length.</summary>
    private static double Latency(NrNumerology numerology, int symbols, bool isTypeB, int capability, double error)
    {
        var frame = new NrFrame(numerology, isTypeB ? symbols : NrNumerology.SymbolsPerSlot, null);
        var timing = new NrTiming(frame, new NrProcessing(numerology, capability), symbols, isTypeB);
        return 1000 * timing.MeanDownlink(error).TotalSeconds;
    }

    private const string Wait =
        "Of an allocation of seven symbols that begins once in a slot the report counts a mean wait of 0.35 slots, where half a slot follows from arrivals at any time; with 4 and 14 symbols it counts 0.44 and 0.49. It does not say which beginnings in the slot it allows.";

    private static readonly Dictionary<string, (string Cause, double Observed)> Causes = new()
    {
        ["15 kHz, 7 symbols, mapping A, p = 0"] = (Wait, 1.64219),
        ["15 kHz, 7 symbols, mapping A, p = 0.1"] = (Wait, 1.88134),
        ["30 kHz, 7 symbols, mapping A, p = 0.1"] = (Wait, 1.02629),
    };
}

using System.Globalization;

namespace M2mVsIoTSim.Scenarios.Validation;

/// <summary>Every reference that was looked at and is not compared, in the order of the page.</summary>
public static class UncomparedReferences
{
    /// <summary>The references.</summary>
    public static IReadOnlyList<UncomparedReference> All { get; } =
    [
        new(
            "Coverage of LPWAN in Northern Denmark",
            "B. Vejlgaard, M. Lauridsen, H. Nguyen, I. Z. Kovács, P. Mogensen, M. Sørensen, VTC 2017, and M. Lauridsen et al., 2017; 8000 km², the sites of an operator (confirmed in the abstract, and secondarily).",
            [.. ReferenceData.Rows("lpwan-coverage-denmark.csv").Select(Coverage)],
            "The operator's site grid and the terrain are not public. Coverage follows from the number and the places of sites: a grid of ours could be given any of these figures, and would be tuned to the answer."
        ),
        new(
            "LoRaSim, set-ups SN4 and SN5",
            "M. Bor, U. Roedig, T. Voigt, J. Alonso, MSWiM 2016, corrected version (confirmed: the rules).",
            ["delivery of nodes that choose spreading factor and bandwidth (SN4) and power (SN5) by their link"],
            "Who has which setting follows from distances, on a path loss in which the published code takes the natural for the decimal logarithm, and the figures of these curves are not known to us: an evaluation of our own would hold our reading of the rules against itself. SN1 to SN3, where only differences of power matter, are compared."
        ),
        new(
            "Neighbouring LoRa networks, one base station and three",
            "T. Voigt, M. Bor, U. Roedig, J. Alonso, EWSN 2017 (arXiv 1611.00688; confirmed).",
            ["600 nodes among four times 600: 0.24 delivered with one base station, 0.56 with three"],
            "Distances and places of networks and base stations behind these figures are not told. The rules are compared with their closed form instead."
        ),
    ];

    private static string Coverage(ReferenceData.Row row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{row["technology"]}: {row.Number("outdoor_coverage_min"):P0} or more covered outdoors, {row.Number("outage_30db_indoor"):P0} without coverage behind 30 dB more"
        );
}

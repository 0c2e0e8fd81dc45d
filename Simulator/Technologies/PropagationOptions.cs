using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>How radio waves travel at a site. It belongs to the site: every technology and every architecture there meets the same.</summary>
public sealed record PropagationOptions
{
    /// <summary>Median loss outdoors.</summary>
    [Figure(Mark.Confirmed, "Magrin et al., ICC 2017, as in signetlabdei/lorawan")]
    public PathLossChoice PathLoss { get; init; } = PathLossChoice.LogDistance;

    /// <summary>Exponent of the log-distance model [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 6)]
    [Figure(Mark.Confirmed, "Magrin et al., ICC 2017, as in signetlabdei/lorawan: 3.76")]
    public double Exponent { get; init; } = 3.76;

    /// <summary>Loss of the log-distance model at 1 m [dB]. It is not moved with the carrier frequency.</summary>
    [Unit("dB", Minimum = -50, Maximum = 150)]
    [Figure(Mark.Confirmed, "Magrin et al., ICC 2017, as in signetlabdei/lorawan: 7.7 dB, for 868 MHz")]
    public double ReferenceLoss { get; init; } = 7.7;

    /// <summary>Standard deviation of the shadowing [dB]; null for that of the path-loss model.</summary>
    [Unit("dB", Minimum = 0, Maximum = 20)]
    [Figure(Mark.Confirmed, "of the path-loss model; log-distance: 4 dB, Magrin et al., ICC 2017")]
    public double? Shadowing { get; init; }

    /// <summary>Distance at which the correlation of the shadowing has fallen to 1/e [m]; 0 for independent links, null for that of the path-loss model.</summary>
    [Unit("m", Minimum = 0, Maximum = 10_000)]
    [Figure(Mark.Confirmed, "of the path-loss model; log-distance: 110 m, Magrin et al., ICC 2017")]
    public double? CorrelationDistance { get; init; }

    /// <summary>Correlation of a place's shadowing towards two stations [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    [Figure(Mark.FromMemory, "3GPP TR 45.820 annex D and TR 36.814: 0.5 between sites")]
    public double SiteCorrelation { get; init; } = 0.5;

    /// <summary>Additional loss of indoor devices.</summary>
    [Figure(Mark.Confirmed, "3GPP TR 45.820 annex D.1 as in signetlabdei/lorawan")]
    public BuildingModel Buildings { get; init; } = BuildingModel.Tr45820;

    /// <summary>Loss into every building where <see cref="Buildings"/> is constant [dB].</summary>
    [Unit("dB", Minimum = 0, Maximum = 60)]
    [Figure(Mark.Confirmed, "Vejlgaard et al. 2017 and Lauridsen et al. 2017 add 10, 20 or 30 dB; the middle")]
    public double BuildingLoss { get; init; } = 20;

    /// <summary>Variation from frame to frame.</summary>
    [Figure(Mark.Chosen, "none, as in signetlabdei/lorawan; devices and their surroundings stand still")]
    public FadingModel Fading { get; init; } = FadingModel.None;

    /// <summary>Power of the dominant path over that of all others, for Rice's fading [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 40)]
    [Figure(Mark.Confirmed, "3GPP TR 38.901 table 7.5-6: 9 dB for urban macro and micro in sight")]
    public double RiceFactor { get; init; } = 9;
}

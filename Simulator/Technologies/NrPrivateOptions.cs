using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>nr-private</c>, and what a network of one's own has: small cells in a local licence, for oneself alone.</summary>
public record NrPrivateOptions : NrOptions
{
    /// <summary>Sectors of a site, each a cell of its own [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 12)]
    [Figure(Mark.Chosen, "small cells that radiate in all directions")]
    public override int Sectors { get; init; } = 1;

    /// <summary>Carriers of a sector at most, before more sites are built [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 1000)]
    [Figure(Mark.Chosen, "a local licence has one")]
    public override int CarrierLimit { get; init; } = 1;

    /// <summary>Carrier frequency [MHz].</summary>
    [Unit("MHz", Minimum = 400e6, Maximum = 52.6e9)]
    [Figure(Mark.FromMemory, "local licences at 3.7 to 3.8 GHz in Germany and others")]
    public override Frequency Carrier { get; init; } = 3750.0.Megahertz;

    /// <summary>Height of the sites' antennas above ground [m].</summary>
    [Unit("m", Minimum = 1, Maximum = 500)]
    [Figure(Mark.Chosen, "under the roof of a hall, or on a pole")]
    public override double SiteHeight { get; init; } = 8;

    /// <summary>Antenna gain of the sites less their cable loss, the same in all directions of a sector [dB].</summary>
    [Unit("dB", Minimum = -20, Maximum = 40)]
    [Figure(Mark.FromMemory, "antennas of small cells: 3 to 6 dBi")]
    public override double SiteAntennaGain { get; init; } = 5;

    /// <summary>Antenna gain of the devices [dB].</summary>
    [Unit("dB", Minimum = -30, Maximum = 20)]
    [Figure(Mark.FromMemory, "ITU-R M.2412: 0 dBi")]
    public override double DeviceAntennaGain { get; init; }

    /// <summary>Power of a carrier of a site [dBm].</summary>
    [Unit("dBm", Minimum = 0, Maximum = 60)]
    [Figure(Mark.FromMemory, "small cells: 24 dBm indoors to 30 dBm, 3GPP TR 38.901 and ITU-R M.2412")]
    public override double SitePower { get; init; } = 27;

    /// <summary>Share of the resource blocks that a reserved slice has [1].</summary>
    [Unit("1", Minimum = 0.01, Maximum = 1)]
    [Figure(Mark.Chosen, "the network serves nobody else")]
    public override double SliceShare { get; init; } = 1;

    /// <summary>Median of the random part of the round trip behind the radio [s]; zero for none.</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "none: what lies behind is the core that the hop goes over")]
    public override Duration CoreRoundTripMedian { get; init; } = Duration.Zero;

    /// <summary>Share of frames lost per direction behind the radio [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.Chosen, "none: what lies behind is the core that the hop goes over")]
    public override double Loss { get; init; }

    /// <summary>A network of one's own has cells instead of subscriptions.</summary>
    private protected override IReadOnlyList<Charge> Charges =>
        [
            new("nr-module", ChargeBasis.Device),
            new("private-cell", ChargeBasis.Component, "cell"),
            new("private-cell-operation", ChargeBasis.Component, "cell"),
        ];

    /// <inheritdoc/>
    private protected override IReadOnlyList<Unbilled> Unbilled => [new("site", "within the price of its cells")];
}

using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Media;
using M2mVsIoTSim.Media.Cells;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>What technologies over <see cref="CellNetwork"/> have in common: sites, cells and devices by coupling loss.</summary>
public abstract class CellTechnology : PathTechnology, ISavesPower
{
    private readonly CellOptions _options;

    /// <param name="name">In the catalogue.</param>
    /// <param name="options">Of the preset.</param>
    /// <param name="unmetered">What draws energy that is not accounted for, in words.</param>
    /// <param name="uncounted">What is on the way but not among its components, in words.</param>
    /// <param name="isPrivate">Whether it is a network for oneself alone, at one's own place.</param>
    /// <param name="retiring">Who switches it off and when, in words; null for what is there to stay.</param>
    private protected CellTechnology(
        string name,
        CellOptions options,
        string unmetered = "the operator's radio network and core",
        string uncounted = "the core and the backhaul of the operator",
        bool isPrivate = false,
        string? retiring = null
    )
        : base(
            name,
            new TechnologyTraits(
                Segment.Access,
                HasLinkAcknowledgement: true,
                IsExperimental: false,
                Unmetered: unmetered,
                Uncounted: uncounted,
                HasLinkBudget: true,
                Coverage: "link budget, shadowing and buildings",
                ServesMovers: true,
                IsPublicNetwork: !isPrivate,
                Retiring: retiring
            )
        )
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>What lies between its radio and the network's edge, in words.</summary>
    public string BehindRadio => _options.BehindRadio;

    /// <summary>The spectrum of one of its carriers, in words.</summary>
    public string Spectrum => _options.Spectrum;

    /// <summary>From what kind of source its currents are, in words.</summary>
    public string CurrentsFrom => _options.CurrentsFrom;

    /// <summary>Share of the time in which cells around are taken to use a resource block [1]; 0 also where the technology cannot count their interference.</summary>
    public virtual double NeighbourLoad => 0;

    /// <summary>What it puts on the air.</summary>
    public abstract AirInterface Air { get; }

    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Member,
                    "a SIM is put in or its profile loaded, and the access point named",
                    "3GPP TS 31.102, GSMA SGP.02, from memory"
                ),
                new(
                    SetupPlace.Elsewhere,
                    "the subscription is activated",
                    "subscribers are known one by one (3GPP TS 23.401, from memory)",
                    "operator"
                )
                {
                    Stays = true,
                },
            ],
            Credentials =
            [
                new(CredentialKind.SimProfile, CredentialHolder.Member, "IMSI and key K on a SIM (3GPP TS 33.401, from memory)"),
            ],
        };

    /// <inheritdoc cref="ISavesPower.PowerSavingOf"/>
    public PowerSaving PowerSavingOf(bool onBattery) => _options.PowerSavingOf(onBattery);

    Enum ISavesPower.PowerSavingOf(bool onBattery) => PowerSavingOf(onBattery);

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new CellInstallation(Name, site, _options, (up, down) => AirUnder(site.Propagation, up, down));
    }

    /// <summary>What it puts on the air where other cells raise the noise.</summary>
    /// <param name="propagation">How waves travel there.</param>
    /// <param name="up">By how much at sites [dB].</param>
    /// <param name="down">By how much at devices [dB].</param>
    internal virtual AirInterface AirUnder(PropagationOptions propagation, double up, double down) => Air;

    /// <summary>One cell of it, for devices whose coupling loss is known.</summary>
    /// <param name="simulation">The clock.</param>
    /// <param name="observers">Who is told.</param>
    /// <param name="onBattery">Whether its devices run on batteries.</param>
    /// <param name="expectsPackets">Whether packets come back to them.</param>
    public CellNetwork Cell(Simulation simulation, Observers observers, bool onBattery = true, bool expectsPackets = true) =>
        new(Name, simulation, observers, Air, _options.Settings(onBattery, expectsPackets), _options.Currents, 1);

    /// <summary>What a device alone in its cell does to send a packet and to receive one back.</summary>
    /// <param name="couplingLoss">Of the device [dB].</param>
    /// <param name="packet">Length of the packet [B].</param>
    /// <param name="answer">Length of what comes back at once [B]; null for nothing.</param>
    public ExchangeTimeline Exchange(double couplingLoss, int packet, int? answer = null) =>
        LoneExchange.Run(
            Name,
            Air,
            _options.Settings(onBattery: true, expectsPackets: answer is not null),
            _options.Currents,
            couplingLoss,
            packet,
            answer
        );
}

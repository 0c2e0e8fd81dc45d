using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Technologies;

/// <summary>Wireless M-Bus, one way: meters repeat their latest message, collectors listen.</summary>
/// <remarks>
/// Modelled: frames of formats A (S1, T1) and B (C1) with their coding, preamble and check sums, in the clear or encrypted; each meter sends at its own regular times, varied by the access number of the
/// frame, from the beginning of the run on and whatever it has; a new message takes the place of the one before; collisions with capture by energy, a collector that follows as many frames as it has receivers; the
/// collector stands where its tier stands, and the number of the message removes copies there; path loss, shadowing, loss into buildings and fading from frame to frame as the area says; energy of meters and receivers.
/// Left out: modes in which collectors answer (S2, T2, C2), repeaters, frames of meters that belong to other collectors or to somebody else, the coding of values into data records (content is taken as records),
/// drift of clocks. Sources: EN 13757-4, a maker's application guide, and with each option.
/// Validated by the suite <c>wm-bus</c> (times on air by hand, collisions and energy in closed form) and by <c>WmBusTests</c>.
/// </remarks>
public sealed class WmBus(WmBusOptions options)
    : SessionTechnology(
        "wm-bus",
        new TechnologyTraits(
            Segment.Access,
            IsTwoWay: false,
            IsUnlicensed: true,
            IsExperimental: false,
            HasFieldEquipment: true,
            Coverage: "link budget, shadowing and buildings",
            HasLinkBudget: true,
            Repetition: "repeats the latest message regularly, unasked"
        )
    )
{
    /// <inheritdoc/>
    public override Commissioning Commissioning { get; } =
        new()
        {
            Steps =
            [
                new(
                    SetupPlace.Peer,
                    options.Encrypted ? "the meter is entered with its address and key" : "the meter is entered with its address",
                    "a collector passes on the meters that it knows (EN 13757-4 and OMS, from memory)"
                ),
            ],
            Credentials = options.Encrypted
                ? [new(CredentialKind.Key, CredentialHolder.Member, "AES key of the meter (OMS volume 2, from memory)")]
                : [],
        };

    /// <inheritdoc/>
    public override string? BroughtTier => null;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Stages { get; } = ["air"];

    /// <inheritdoc/>
    public override string? Refuses(IReadOnlyList<DeviceFlow> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var (largest, most) = (flows.Max(flow => flow.Content.PackedBytes), options.Frame.MaximumContent(options.Encrypted));
        return flows.Any(flow => flow.IsToDevice) ? $"{Name} carries nothing to meters"
            : largest > most ? $"{largest} B of content do not fit into the {most} B of a frame"
            : null;
    }

    /// <inheritdoc/>
    public override SessionInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new WmBusInstallation(Name, site, options);
    }
}

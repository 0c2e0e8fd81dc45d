using M2mVsIoTSim.Media;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A 5G core from its base stations to where its user plane (UPF) hands packets over.</summary>
/// <remarks>
/// Modelled: transport to the place of the user plane and forwarding there, with a gamma part; losses; translation of addresses that forgets silent devices (UDP) and connections (TCP). Left out: the control plane (its part in set-ups belongs to the radio technology), relocation
/// of the user plane, charging, queues by quality class (5QI). Sources: with each option. Validated by <c>FiveGCoreTests</c>.
/// </remarks>
public sealed class FiveGCore(FiveGCoreOptions options)
    : PathTechnology("5g-core", new TechnologyTraits(Segment.Core, IsExperimental: false))
{
    /// <summary>One way between base station and exit, without what varies.</summary>
    public Duration Least => (options.Delay ?? DelayTo(options.UserPlane)) + options.Forwarding;

    /// <summary>One-way delay of the transport to a place.</summary>
    public static Duration DelayTo(UserPlanePlace place) =>
        place switch
        {
            UserPlanePlace.OnPremises => 0.2.Milliseconds,
            UserPlanePlace.Edge => 1.Milliseconds,
            UserPlanePlace.Regional => 2.Milliseconds,
            UserPlanePlace.Central => 7.Milliseconds,
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, "There are four places."),
        };

    /// <summary>Nothing beyond the subscription, which is of the radio network before it.</summary>
    public override Commissioning Commissioning => Commissioning.None;

    /// <inheritdoc/>
    public override PathInstallation Install(Site site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new Installed(
            options.Path(Name, site, DelayModel.Erlang(Least, Least * options.Variation), new LossModel(options.Loss)),
            options.UserPlane == UserPlanePlace.OnPremises ? "for oneself alone" : "shared with the operator's other customers"
        );
    }

    private sealed class Installed(InternetPath path, string reason) : PathInstallation
    {
        public override IReadOnlyList<Component> Components { get; } = [new("5G core", 1, reason)];

        public override (Leg Up, Leg Down) Join(Node near, Node far) => path.Join(new Port(near), new Port(far));
    }
}

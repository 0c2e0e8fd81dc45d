namespace M2mVsIoTSim.Platform;

/// <summary>A person who is notified: notices a message and reacts after a while.</summary>
/// <remarks>
/// Modelled: a lognormal time to notice, addressed by the message, so that a person is as attentive in every architecture; several
/// messages are noticed independently. Left out: alarm fatigue, working hours, escalation. Sources: <see cref="PersonProfile"/>.
/// Validated in <c>Tests/Platform/PlatformKindTests</c>.
/// </remarks>
public sealed class Person(PersonOptions options) : PlatformKind("person", Role)
{
    private static readonly PlatformTraits Role = new(false, false, OneM2mRole.None, "user", SiteClass.Utility);

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan) =>
        new(
            new ServiceStation(plan.Simulation, plan.Entity, options.Reaction, ServiceStation.Unlimited),
            [new("person", 1, $"notices after {options.Reaction.Mean} on average")],
            []
        );
}

namespace M2mVsIoTSim.Platform;

/// <summary>A person who is notified: notices a message, decides and acts.</summary>
/// <remarks>
/// Modelled: a lognormal time to notice; a lognormal time to decide and act, for one message at a time; hours of duty; alarms that come too
/// often for all of them to be noticed, or noticed soon (<see cref="AlarmLoad"/>). What follows is the affair of relations that are caused by this
/// one ('after'): an answer, a call for the next person unless an answer came. Left out: false alarms, priorities among alarms, walking, other
/// duties. Sources: <see cref="PersonOptions"/>, <see cref="PersonProfile"/>. Validated in <c>Tests/Platform/AttentionTests</c> and
/// <c>PlatformKindTests</c>.
/// </remarks>
public sealed class Person(PersonOptions options) : PlatformKind("person", Role)
{
    private static readonly PlatformTraits Role = new(false, false, OneM2mRole.None, "user", SiteClass.Utility);

    /// <inheritdoc/>
    public override string Enrolment => "an entry in the address book";

    /// <inheritdoc/>
    public override PlatformInstallation Install(PlatformPlan plan)
    {
        var acting = options.ActMedian > Units.Duration.Zero ? $", acts for {options.Action.Mean}" : "";
        return new(
            new Attention(
                plan.Simulation,
                plan.Entity,
                options.Reaction,
                options.Action,
                new Duty(options.DutyBegins, options.Duty),
                options.Fatigue ? new AlarmLoad(options.AcceptableRate, options.ManageableRate) : null
            ),
            [new("person", 1, $"notices after {options.Reaction.Mean} on average{acting}")],
            [.. Findings(plan)]
        );
    }

    private IEnumerable<string> Findings(PlatformPlan plan)
    {
        var busy = plan.Demand.MessagesPerSecond * options.Action.Mean.TotalSeconds / (options.Duty.TotalSeconds / 86400);
        if (busy >= 1)
        {
            yield return "A person gets more to do than there is time for: what waits grows without end.";
        }

        if (options.ManageableRate < options.AcceptableRate)
        {
            yield return "A person with a manageable rate of alarms below the acceptable one misses alarms before noticing them later.";
        }
    }
}

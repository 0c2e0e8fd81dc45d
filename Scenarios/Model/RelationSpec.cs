using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>Who needs which information or command from whom, how often, how much, by when, how surely.</summary>
public sealed record RelationSpec : IChecked
{
    /// <summary>The party that produces.</summary>
    [Advice("one relation for each: only 'to' takes a list")]
    public required string From { get; init; }

    /// <summary>The parties that consume; every member needs every message, unless paired.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>A party on the way that must have handled it.</summary>
    public string? Through { get; init; }

    /// <summary>What a message carries: values and resolution, not bytes.</summary>
    public CarriedContent Carries { get; init; } = new(1, 8);

    /// <summary>Period of a periodic relation.</summary>
    [Unit("s", Minimum = 1e-6)]
    public Duration? Every { get; init; }

    /// <summary>Why a message is sent, if not periodically.</summary>
    public Occasion? When { get; init; }

    /// <summary>
    /// Mean rate of events or commands over a day, per member of the producing party; of storms, how often one breaks out over the years for which bills and
    /// battery lives are reckoned: once a year if absent.
    /// </summary>
    [Unit("1/s", Minimum = 0)]
    public double? Rate { get; init; }

    /// <summary>How the rate follows the hours of the day: 24 weights, hours such as <c>7-22</c> outside which nothing happens, or a profile of the library.</summary>
    public IReadOnlyList<HoursItem>? Hours { get; init; }

    /// <summary>The messages that each event sets off; one if absent.</summary>
    public BurstSpec? Burst { get; init; }

    /// <summary>The window of a storm: all members send once within it.</summary>
    [Unit("s", Minimum = 0)]
    public Duration? Window { get; init; }

    /// <summary>How faults are found, with <c>when: detection</c>.</summary>
    public Detecting? Detect { get; init; }

    /// <summary>The relation whose arrival causes a message of this one.</summary>
    public string? After { get; init; }

    /// <summary>Time from that arrival until the message is sent.</summary>
    [Unit("s", Minimum = 0)]
    public Duration? Wait { get; init; }

    /// <summary>A relation, caused by the same first message, whose arrival at the producer within the wait makes the message superfluous: an answer.</summary>
    public string? Unless { get; init; }

    /// <summary>Which members of the consuming party a message is for.</summary>
    public Pairing Pairing { get; init; } = Pairing.All;

    /// <summary>The application to which it belongs, where several share a job.</summary>
    public string? Application { get; init; }

    /// <summary>What makes it useful.</summary>
    public Requirement Require { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check()
    {
        var reasons = new[] { Every is not null, When is not null, After is not null }.Count(given => given);
        if (reasons != 1)
        {
            yield return (
                "",
                $"a relation has exactly one of 'every' (a period), 'when' (event, command, storm or detection) and 'after' (another relation); found {(reasons == 0 ? "none" : reasons)}",
                [nameof(Every), nameof(When), nameof(After)]
            );
        }

        if (When is Occasion.Event or Occasion.Command && Rate is null)
        {
            yield return (nameof(When), "an event or command needs a 'rate', such as '1 / month'", [nameof(When), nameof(Rate)]);
        }

        if (When is Occasion.Storm && Window is null)
        {
            yield return (
                nameof(When),
                "a storm needs a 'window' within which all members send, such as '60 s'",
                [nameof(When), nameof(Window)]
            );
        }

        if (Detect is null == (When is Occasion.Detection))
        {
            yield return (
                nameof(Detect),
                "'when: detection' and 'detect' belong together: it says how faults are found, such as 'detect: { algorithm: cusum, false-alarms: 1 / week }'",
                [nameof(When), nameof(Detect)]
            );
        }

        if (Rate is not null && When is not (Occasion.Event or Occasion.Command or Occasion.Storm))
        {
            yield return (
                nameof(Rate),
                "a 'rate' belongs to 'when: event', 'when: command' or 'when: storm'",
                [nameof(When), nameof(Rate)]
            );
        }

        if (Hours is not null && When is not (Occasion.Event or Occasion.Command))
        {
            yield return (
                nameof(Hours),
                "'hours' belong to 'when: event' or 'when: command', whose 'rate' follows them",
                [nameof(When), nameof(Hours)]
            );
        }

        if (Hours is not null && DayProfiles.ProblemOf(Hours) is { } problem)
        {
            yield return (nameof(Hours), problem, [nameof(Hours)]);
        }

        if (Burst is not null && When is not Occasion.Event)
        {
            yield return (
                nameof(Burst),
                "a 'burst' belongs to 'when: event': an event sets off its messages",
                [nameof(When), nameof(Burst)]
            );
        }

        if (Wait is not null && After is null)
        {
            yield return (nameof(Wait), "a 'wait' belongs to 'after': it begins with the arrival there", [nameof(Wait), nameof(After)]);
        }

        if (Unless is not null && (After is null || Wait is null))
        {
            yield return (
                nameof(Unless),
                "'unless' belongs to 'after' with a 'wait' within which the answer may come, such as '2 min'",
                [nameof(Unless), nameof(After), nameof(Wait)]
            );
        }

        if (Require.Reaction is not null && After is null)
        {
            yield return (
                nameof(Require),
                "a 'reaction' is required of a relation with 'after', whose chain it ends; 'within' is the age of one message",
                [nameof(Require), nameof(After)]
            );
        }

        if (Window is not null && When is not Occasion.Storm)
        {
            yield return (nameof(Window), "a 'window' belongs to 'when: storm'", [nameof(When), nameof(Window)]);
        }
    }
}

/// <summary>Why a message is sent.</summary>
public enum Occasion
{
    /// <summary>Something happened at the producer; a Poisson process of the given rate.</summary>
    Event,

    /// <summary>Somebody wants something done; a Poisson process of the given rate.</summary>
    Command,

    /// <summary>All members at once, within a window: power comes back, a tariff changes.</summary>
    Storm,

    /// <summary>A detector finds something in what the producer measures.</summary>
    Detection,
}

/// <summary>Which members of the consuming party a message is for.</summary>
public enum Pairing
{
    /// <summary>Every member.</summary>
    All,

    /// <summary>The member of the same number: switch 3 and lamp 3.</summary>
    OneToOne,

    /// <summary>One member, drawn at random for each message.</summary>
    Any,
}

/// <summary>What makes a message useful.</summary>
public sealed record Requirement : IChecked
{
    /// <summary>Share of messages that have to arrive in time.</summary>
    [Unit("1", Minimum = 0, Maximum = 1)]
    public Bound? Delivery { get; init; }

    /// <summary>The required share of messages that arrive in time, at least [1]; null without a requirement.</summary>
    internal double? DeliveryShare => Delivery is { } bound ? bound.Unit.Convert(bound.Limit, UnitTable.One) : null;

    /// <summary>Age at which a message is no longer useful.</summary>
    [Unit("s", Minimum = 1e-9)]
    public Duration? Within { get; init; }

    /// <summary>Time within which a chain of relations has to end, from its first message on; lost messages count as too late.</summary>
    [Unit("s", Minimum = 1e-9)]
    public Duration? Reaction { get; init; }

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check() =>
        Delivery is { Side: BoundSide.Less or BoundSide.AtMost }
            ? [(nameof(Delivery), "a delivery is required to be at least something, such as '>= 98 %'", [nameof(Delivery)])]
            : [];
}

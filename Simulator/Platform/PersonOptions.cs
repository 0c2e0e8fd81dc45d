using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A person who notices a message.</summary>
public sealed record PersonOptions : IPriced
{
    /// <summary>What the person does meanwhile; gives median and sigma where they are not set.</summary>
    [Figure(Mark.Chosen, "most alerts of a job go to somebody with a phone")]
    public PersonProfile Profile { get; init; } = PersonProfile.PhoneUser;

    /// <summary>Median time to notice a message; null for that of the profile.</summary>
    [Figure(Mark.Chosen, "see PersonProfile")]
    [Unit("s", Minimum = 0)]
    public Duration? Median { get; init; }

    /// <summary>Standard deviation of the logarithm of that time; null for that of the profile [1].</summary>
    [Figure(Mark.Chosen, "see PersonProfile")]
    [Unit("1", Minimum = 0)]
    public double? Sigma { get; init; }

    /// <summary>Median time to decide and act, during which other messages wait; zero for none.</summary>
    [Figure(Mark.Chosen, "none unless a job says so; ISA-18.2 and EEMUA 191 allow 5 to 10 min for a corrective action (from memory)")]
    [Unit("s", Minimum = 0)]
    public Duration ActMedian { get; init; } = Duration.Zero;

    /// <summary>Standard deviation of the logarithm of that time [1].</summary>
    [Figure(Mark.Chosen, "as varied as the time to notice of an attentive operator")]
    [Unit("1", Minimum = 0)]
    public double ActSigma { get; init; } = 0.6;

    /// <summary>Hours of duty a day; a whole day for always.</summary>
    [Figure(Mark.Chosen, "somebody is always there unless a job says otherwise")]
    [Unit("s", Minimum = 60, Maximum = 86_400)]
    public Duration Duty { get; init; } = 1.Days;

    /// <summary>Time of day at which duty begins; a run begins at midnight.</summary>
    [Figure(Mark.Chosen, "an office day")]
    [Unit("s", Minimum = 0, Maximum = 86_399)]
    public Duration DutyBegins { get; init; } = 8.Hours;

    /// <summary>Whether many alarms tire: they are noticed later, and not all of them.</summary>
    [Figure(Mark.Chosen, "alarm fatigue is the rule that EEMUA 191 and ISA-18.2 were written against")]
    public bool Fatigue { get; init; } = true;

    /// <summary>Rate of messages up to which a person notices as soon as always [1/s].</summary>
    [Figure(Mark.FromMemory, "ISA-18.2: about 6 alarms an hour are acceptable; EEMUA 191: less than one in 10 min")]
    [Unit("1/s", Minimum = 1e-6)]
    public double AcceptableRate { get; init; } = 6.0 / 3600;

    /// <summary>Rate of messages up to which a person attends to all; of more, to as many as that [1/s].</summary>
    [Figure(Mark.FromMemory, "ISA-18.2: 12 alarms an hour are manageable")]
    [Unit("1/s", Minimum = 1e-6)]
    public double ManageableRate { get; init; } = 12.0 / 3600;

    internal ServiceTime Action => ServiceTime.LogNormal(ActMedian, ActSigma);

    internal ServiceTime Reaction
    {
        get
        {
            var (median, sigma) = Profile switch
            {
                PersonProfile.AttentiveOperator => (8.Seconds, 0.6),
                PersonProfile.PhoneUser => (90.Seconds, 1.3),
                PersonProfile.OnCallEngineer => (300.Seconds, 1.0),
                _ => throw new ArgumentOutOfRangeException(nameof(Profile), Profile, "An unknown profile."),
            };
            return ServiceTime.LogNormal(Median ?? median, Sigma ?? sigma);
        }
    }

    IReadOnlyList<Charge> IPriced.Charges => [];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("person", "the time of people is not counted")];
}

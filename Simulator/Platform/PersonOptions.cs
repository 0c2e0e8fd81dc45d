using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A person who notices a message.</summary>
public sealed record PersonOptions
{
    /// <summary>What the person does meanwhile; gives median and sigma where they are not set.</summary>
    [Figure(Mark.Chosen, "most alerts of a job go to somebody with a phone")]
    public PersonProfile Profile { get; init; } = PersonProfile.PhoneUser;

    /// <summary>Median time to notice and react; null for that of the profile.</summary>
    [Figure(Mark.Chosen, "see PersonProfile")]
    [Unit("s", Minimum = 0)]
    public Duration? Median { get; init; }

    /// <summary>Standard deviation of the logarithm of that time; null for that of the profile [1].</summary>
    [Figure(Mark.Chosen, "see PersonProfile")]
    [Unit("1", Minimum = 0)]
    public double? Sigma { get; init; }

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
}

using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>A question, and what is varied to answer it.</summary>
public sealed record Comparison : IChecked
{
    /// <summary>The question in words.</summary>
    public required string Question { get; init; }

    /// <summary>The job, or several that share a site.</summary>
    public required IReadOnlyList<string> Job { get; init; }

    /// <summary>Whether several jobs share one network and platform or have one each.</summary>
    public NetworkSharing Networks { get; init; } = NetworkSharing.Shared;

    /// <summary>What is varied: <c>architecture</c>, a parameter of the architectures, or a value of the job such as <c>meter.count</c>.</summary>
    [Advice("a technology with options gets a name under 'technologies', which cross mentions")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Cross { get; init; }

    /// <summary>Parameters of the cross that are surroundings and no choices, such as the <c>load</c> of others: a design has to cope with all their values, as with those of the job.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Plausible ranges of uncertain inputs, for verdicts on claims: values of the job such as <c>meter.indoor</c>, parameters to which cross gives one value, and prices such as <c>prices.private-apn</c>.</summary>
    public IReadOnlyDictionary<string, QuantityRange> Uncertain { get; init; } = new Dictionary<string, QuantityRange>();

    /// <summary>Where in the cross the uncertain inputs are varied; of a factor that is not named, at its first value.</summary>
    public IReadOnlyDictionary<string, string> UncertainAt { get; init; } = new Dictionary<string, string>();

    /// <summary>Points of the plausible ranges that are run, 12 if absent; a quick look takes 4.</summary>
    [Unit("1", Minimum = 4, Maximum = 1000)]
    public int? UncertainPoints { get; init; }

    /// <summary>Replications, if not as in the study.</summary>
    [Unit("1", Minimum = 1, Maximum = 100_000)]
    public int? Replications { get; init; }

    /// <summary>Warm-up, if not as in the study.</summary>
    [Unit("s", Minimum = 0)]
    public Duration? WarmUp { get; init; }

    /// <summary>Length of the measurement, if not as in the study.</summary>
    [Unit("s", Minimum = 1e-6)]
    public Duration? Duration { get; init; }

    /// <summary>Largest difference that does not matter, relative to the smaller of the two means, for shares with a requirement to what may be missing, for other shares in percentage points; without it nothing is called equivalent.</summary>
    [Unit("1", Minimum = 0.001, Maximum = 1)]
    public double? Margin { get; init; }

    /// <summary>Two architectures, or several pairs of them, between which factors are swapped one by one, to see which of them makes the difference.</summary>
    public IReadOnlyList<Why> Why { get; init; } = [];

    /// <summary>What a device may cost in a year, for the champions of the families; as much as the dearest champion if absent.</summary>
    public Money? Budget { get; init; }

    /// <summary>What a quick look does instead.</summary>
    public QuickLook Quick { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<(string Property, string Problem, string[] Of)> Check()
    {
        if (Budget is { IsPerTime: false } budget)
        {
            yield return (
                nameof(Budget),
                $"'budget' is what a device may cost in a time; '{budget}' is paid once; legal is for example '{budget} / year'",
                [nameof(Budget)]
            );
        }
    }
}

/// <summary>Whether several jobs share one network.</summary>
public enum NetworkSharing
{
    /// <summary>One network and platform for all.</summary>
    Shared,

    /// <summary>One of each for every job.</summary>
    Silos,
}

/// <summary>Caps of a quick look.</summary>
public sealed record QuickLook
{
    /// <summary>Greatest size of a fleet; a tenth of the largest if absent.</summary>
    [Unit("1", Minimum = 1)]
    public int? Fleet { get; init; }

    /// <summary>Greatest length of the measurement; a tenth if absent.</summary>
    [Unit("s", Minimum = 1e-6)]
    public Duration? Duration { get; init; }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

/// <summary>A study as small as it can be with everything that files may hold.</summary>
public sealed record SampleStudy
{
    /// <summary>Seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How long a run lasts.</summary>
    [Unit("s", Minimum = 1)]
    public Duration Duration { get; init; } = 24.Hours;

    /// <summary>Pause before counting starts.</summary>
    public Duration? WarmUp { get; init; }

    /// <summary>The parties by name.</summary>
    public required IReadOnlyDictionary<string, SampleParty> Parties { get; init; }

    public IReadOnlyList<SampleHop> Hops { get; init; } = [];

    public SampleArea Area { get; init; } = new();

    public YamlMapping? Extra { get; init; }

    public IReadOnlyDictionary<string, QuantityRange> Uncertain { get; init; } = new Dictionary<string, QuantityRange>();
}

/// <summary>Who takes part.</summary>
public sealed record SampleParty
{
    /// <summary>How many.</summary>
    [Unit("1", Minimum = 1, Maximum = 1_000_000)]
    public int Count { get; init; } = 1;

    public SampleKind Kind { get; init; }

    [Unit("1", Minimum = 0, Maximum = 1)]
    public double Indoor { get; init; }

    [Unit("A", Minimum = 0)]
    public double? TransmitCurrent { get; init; }

    [Unit("A", Minimum = 0, Maximum = 2)]
    public PowerCurve? TransmitCurrents { get; init; }

    [Unit("B")]
    public int Payload { get; init; } = 12;

    [Unit("1/s")]
    public double Rate { get; init; }

    public Frequency? Carrier { get; init; }

    public BitRate? Uplink { get; init; }

    public string? Note { get; init; }

    public SampleContent? Carries { get; init; }

    public bool IsMobile { get; init; }
}

/// <summary>A hop from one party to others.</summary>
public sealed record SampleHop : IChecked
{
    public required string From { get; init; }

    public required IReadOnlyList<string> To { get; init; }

    public IReadOnlyList<SampleCrossing> Over { get; init; } = [];

    public SampleSecurity Security { get; init; }

    public Bound? Delivery { get; init; }

    public IEnumerable<(string Property, string Problem, string[] Of)> Check()
    {
        if (To.Contains(From))
        {
            yield return (nameof(To), $"a hop from '{From}' to itself", [nameof(From), nameof(To)]);
        }
    }
}

/// <summary>One technology that a hop crosses.</summary>
[ShortForm(nameof(Name), nameof(Options))]
public sealed record SampleCrossing
{
    [NameOf("technology")]
    public required string Name { get; init; }

    public YamlMapping? Options { get; init; }
}

/// <summary>Where parties are.</summary>
public sealed record SampleArea
{
    [Unit("m", Minimum = 0)]
    public double Radius { get; init; } = 1000;

    public long? Cells { get; init; }

    public double Exponent { get; init; } = 3.5;
}

/// <summary>What a party is.</summary>
public enum SampleKind
{
    /// <summary>A machine.</summary>
    Device,

    /// <summary>A program.</summary>
    Application,
    OnCallPerson,
}

public enum SampleSecurity
{
    None,

    [EnumMember(Value = "tls-1.3")]
    Tls13,
}

/// <summary>Values and their size: <c>4 x 16 bit</c>.</summary>
public sealed record SampleContent(int Values, int Bits) : IWritten<SampleContent>
{
    public static string Expected => "a content such as '4 x 16 bit'";

    public static bool TryRead(string text, [MaybeNullWhen(false)] out SampleContent value, [NotNullWhen(false)] out string? problem)
    {
        var parts = text.Split(' ');
        var fits = parts is [_, "x", _, "bit"] && int.TryParse(parts[0], out _) && int.TryParse(parts[2], out _);
        value = fits ? new SampleContent(int.Parse(parts[0]), int.Parse(parts[2])) : null;
        problem = fits ? null : "it is a number of values, 'x', and bits";
        return fits;
    }

    public override string ToString() => $"{Values} x {Bits} bit";
}

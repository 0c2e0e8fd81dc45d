using System.Text.Json.Serialization;

namespace M2mVsIoTSim.Analysis.Data;

/// <summary>A factor that is swept.</summary>
/// <param name="Name">The factor, as in <see cref="DesignPoint"/>.</param>
/// <param name="Values">Its values in the order of the file.</param>
public sealed record FactorManifest(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Whether it says what is needed (a value of the job), rather than how it is done (a parameter of the architectures).</summary>
    public bool IsOfJob { get; init; }

    /// <summary>Whether it says what surrounds a design (the load of others, outages), rather than what is chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsCondition { get; init; }

    /// <summary>Whether a design has to cope with it; what is not given is a choice.</summary>
    [JsonIgnore]
    public bool IsGiven => IsOfJob || IsCondition;
}

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>One piece of text.</summary>
/// <param name="codec">Reads and writes it.</param>
/// <param name="kind">What it names, or null.</param>
internal sealed class ScalarShape(ScalarCodec codec, string? kind) : Shape
{
    public ScalarCodec Codec { get; } = codec;

    public string? Kind { get; } = kind;

    /// <summary>What to write where a value does not fit, or null.</summary>
    public string? Advice { get; init; }

    public override string? Legal => Codec.Legal;
}

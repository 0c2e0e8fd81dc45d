namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>What to write where a value does not fit a property, told with what is wrong: half a sentence.</summary>
/// <param name="text">The advice.</param>
/// <remarks>On a list or a mapping it is about each item.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AdviceAttribute(string text) : Attribute
{
    /// <summary>The advice.</summary>
    public string Text { get; } = text;
}

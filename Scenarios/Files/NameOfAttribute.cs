namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Text that names something known elsewhere; who reads or describes the file supplies the legal names of each kind.</summary>
/// <param name="kind">What is named, as in a message: <c>technology</c>.</param>
/// <remarks>On a list the items are names. <c>$parameter</c> passes, because what it stands for is known later.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NameOfAttribute(string kind) : Attribute
{
    /// <summary>What is named.</summary>
    public string Kind { get; } = kind;
}

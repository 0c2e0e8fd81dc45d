using System.Reflection;
using System.Text.Json.Nodes;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>Reads, writes and describes one piece of text of a known type.</summary>
internal abstract class ScalarCodec
{
    /// <summary>What must be written, with an example in single quotes.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads the text.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="value">The value.</param>
    /// <returns>What is wrong, or null.</returns>
    public abstract string? Read(string text, out object? value);

    /// <summary>The text that reads back to an equal value.</summary>
    public abstract string Write(object value);

    /// <summary>What an editor should accept.</summary>
    /// <param name="describe">Finds the documentation of a member.</param>
    public abstract JsonObject Schema(Func<MemberInfo, string> describe);

    /// <summary>Whether the value is free text, which may look like a number or like nothing.</summary>
    public virtual bool IsFreeText => false;

    /// <summary>The legal range in words, or null where every value is legal.</summary>
    public virtual string? Legal => null;

    protected string Mismatch(string text, string? detail = null) => Mismatch(Expected, text, detail);

    protected static string Mismatch(string expected, string text, string? detail) =>
        $"expected {expected}, found '{text}'" + (detail is null ? "" : $": {detail}");
}

using System.Diagnostics.CodeAnalysis;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>
/// A type that reads itself from one piece of text and writes itself by <see cref="object.ToString"/>, so that the text reads back to an
/// equal value.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IWritten<TSelf>
    where TSelf : IWritten<TSelf>
{
    /// <summary>What must be written, with an example in single quotes: <c>a bound such as '&gt;= 98 %'</c>.</summary>
    static abstract string Expected { get; }

    /// <summary>As <see cref="Expected"/>, with an example that fits the place and what was written there.</summary>
    /// <param name="held">The unit that the value must fit, or null.</param>
    /// <param name="text">What was written; empty for nothing yet.</param>
    static virtual string ExpectedFor(MeasureUnit? held, string text) => TSelf.Expected;

    /// <summary>Reads the text.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="value">The value.</param>
    /// <param name="problem">What is wrong, without place: it follows the words "expected …, found …".</param>
    /// <returns>Whether the text could be read.</returns>
    static abstract bool TryRead(string text, [MaybeNullWhen(false)] out TSelf value, [NotNullWhen(false)] out string? problem);
}
